import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { DeskSplit } from '#renderer/ui/components/desk-split.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import styles from './evidence-desk.module.css';
import { EvidenceDetails } from './evidence-details.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { useTakeFiles } from './use-take-files.ts';

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
  const readOnly = useCase((store) => store.readOnly);
  const { over, ...taking } = useTakeFiles(null, !readOnly);
  return (
    // Dropping is a shortcut of the pointer; the menu of the list adds files by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={`${styles['desk']} ${over ? styles['over'] : ''}`} {...taking}>
      <DeskSplit
        listLabel={t('evidence.list')}
        detailsLabel={t('evidence.choose')}
        resizeLabel={t('shell.resize')}
        list={<EvidenceList />}
        details={<Chosen />}
      />
    </div>
  );
}
