import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { DeskSplit } from '#renderer/ui/components/desk-split.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { EvidenceDetails } from './evidence-details.tsx';
import { EvidenceList } from './evidence-list.tsx';

function Chosen() {
  const { t } = useTranslation();
  const evidenceId = useView((view) => view.evidenceId);
  const evidence = useCase((store) => store.state.evidence.get(evidenceId ?? ''));
  if (!evidence) {
    return (
      <Empty title={t('evidence.choose')}>
        <p>{t('evidence.chooseHint')}</p>
      </Empty>
    );
  }
  return <EvidenceDetails key={evidence.id} evidence={evidence} />;
}

/** All evidence of the case: what it is, where it comes from, what it bears on. */
export function EvidenceDesk() {
  const { t } = useTranslation();
  return (
    <DeskSplit
      listLabel={t('evidence.list')}
      detailsLabel={t('evidence.choose')}
      resizeLabel={t('shell.resize')}
      list={<EvidenceList />}
      details={<Chosen />}
    />
  );
}
