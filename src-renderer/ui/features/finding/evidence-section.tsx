import { Select } from '@mantine/core';
import { type ClipboardEvent, type DragEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { independentOrigins } from '#core/finding/origins.ts';
import { STANCES, type Stance } from '#core/model/claim-parts.ts';
import { assessmentsOf } from '#core/queries/indexes.ts';
import { assess } from '#renderer/commands/assess.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { NewEvidenceForm } from '../evidence/new-evidence-form.tsx';
import { useAttach } from '../evidence/use-attach.ts';
import styles from './claim-inspector.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import type { SectionProps } from './section-props.ts';
import { useAsk } from './use-ask.ts';

type Form = 'none' | 'link' | 'quotation' | 'testimony' | 'held';

function HeldForm({ claimId, close }: { readonly claimId: string; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const evidence = useCase((store) => store.state.evidence);
  const data = [...evidence.values()].map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  return (
    <Select
      label={t('finding.attachHeld')}
      data={data}
      searchable
      autoFocus
      limit={30}
      onChange={(evidenceId) =>
        evidenceId &&
        void run(assess, { evidenceId, claimId, stance: 'supports' }).then((ok) => ok && close())
      }
    />
  );
}

function AttachBar({ claim, open }: SectionProps & { readonly open: (form: Form) => void }) {
  const { t } = useTranslation();
  const { attachFiles, pick } = useAttach();
  const [over, setOver] = useState(false);
  const bearing = { claimId: claim.id, stance: 'supports' as const };
  useAsk('evidence', () => void pick(bearing));
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void attachFiles(event.dataTransfer.files, bearing);
  };
  const paste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    void attachFiles(event.clipboardData.files, bearing);
  };
  return (
    <div
      className={`${styles['drop']} ${over ? styles['over'] : ''}`}
      data-drop-evidence
      tabIndex={0}
      role="group"
      aria-label={t('finding.attach')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      <span>{t('finding.dropHint')}</span>
      <Button look="quiet" onClick={() => void pick(bearing)}>
        {t('finding.attachFile')} <kbd>E</kbd>
      </Button>
      <Button look="quiet" onClick={() => open('link')}>
        {t('finding.attachLink')}
      </Button>
      <Button look="quiet" onClick={() => open('quotation')}>
        {t('finding.attachQuotation')}
      </Button>
      <Button look="quiet" onClick={() => open('testimony')}>
        {t('finding.attachTestimony')}
      </Button>
      <Button look="quiet" onClick={() => open('held')}>
        {t('finding.attachHeld')}
      </Button>
    </div>
  );
}

/** What speaks for, against, and around the claim, with how many origins. */
export function EvidenceSection(props: SectionProps) {
  const { t } = useTranslation();
  const { claim, readOnly } = props;
  const state = useCase((store) => store.state);
  const [form, open] = useState<Form>('none');
  const assessments = assessmentsOf(state, claim.id);
  const voices = useMemo(() => independentOrigins(state, claim.id), [state, claim.id]);
  const counted: Record<Stance, number | null> = {
    supports: voices.forCount,
    contradicts: voices.againstCount,
    background: null,
  };
  const close = (): void => open('none');
  return (
    <Section label={t('evidence.list')}>
      <div className={styles['groups']}>
        {STANCES.map((stance) => {
          const held = assessments.filter((assessment) => assessment.stance === stance);
          if (stance === 'background' && held.length === 0) return null;
          const origins = counted[stance];
          return (
            <div key={stance} className={styles['group']} role="group" aria-label={t(`finding.${stance}`)}>
              <h4>
                {t(`finding.${stance}`)}
                {origins !== null && ` · ${t('finding.origins', { count: origins })}`}
              </h4>
              {held.map((assessment) => (
                <EvidenceCard key={assessment.id} assessment={assessment} readOnly={readOnly} />
              ))}
            </div>
          );
        })}
      </div>
      {!readOnly && <AttachBar {...props} open={open} />}
      {form === 'held' && <HeldForm claimId={claim.id} close={close} />}
      {form !== 'none' && form !== 'held' && (
        <NewEvidenceForm
          key={form}
          kind={form}
          bearing={{ claimId: claim.id, stance: 'supports' }}
          close={close}
        />
      )}
    </Section>
  );
}
