import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { ProtectSelected } from '../protection/protect-words.tsx';
import { useTakeFiles } from '../evidence/use-take-files.ts';
import { AccordingTo } from './according-to.tsx';
import { Checks } from './checks.tsx';
import styles from './claim-inspector.module.css';
import { Details } from './details.tsx';
import { Conflict, EarlierFindings } from './earlier-findings.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { FindingSection } from './finding-section.tsx';
import { InspectorHead } from './inspector-head.tsx';
import { Notes } from './notes.tsx';
import { Relations } from './relations.tsx';
import { SecondReadForm } from './second-read-form.tsx';
import { SecondReads } from './second-reads.tsx';
import { Statement } from './statement.tsx';
import { UseSection } from './use-section.tsx';

function Sections({ claim, readOnly }: { readonly claim: Item<'claim'>; readonly readOnly: boolean }) {
  const props = { claim, readOnly };
  const { over, ...taking } = useTakeFiles(
    { claimId: claim.id, stance: 'supports' },
    !readOnly && claim.mergedInto === null,
  );
  return (
    <div
      className={`${styles['inspector']} ${over ? styles['taking'] : ''}`}
      data-claim={claim.ref}
      {...taking}
    >
      <InspectorHead {...props} />
      {readOnly ? (
        <Statement {...props} />
      ) : (
        <ProtectSelected>
          <Statement {...props} />
        </ProtectSelected>
      )}
      <AccordingTo {...props} />
      <Conflict {...props} />
      {claim.findingKept ? <SecondReadForm {...props} /> : <FindingSection {...props} />}
      <SecondReads {...props} />
      <EvidenceSection {...props} />
      <Checks {...props} />
      <Relations {...props} />
      <Notes {...props} />
      <UseSection {...props} />
      <Details {...props} />
      <EarlierFindings {...props} />
    </div>
  );
}

/** Everything about the chosen claim. */
export function ClaimInspector() {
  const { t } = useTranslation();
  const claimId = useView((view) => view.claimId);
  const claim = useCase((store) => store.state.claim.get(claimId ?? ''));
  const readOnly = useCase((store) => store.readOnly);
  if (!claim) {
    return (
      <Empty title={t('finding.none')}>
        <p>{t('finding.noneHint')}</p>
      </Empty>
    );
  }
  return <Sections key={claim.id} claim={claim} readOnly={readOnly} />;
}
