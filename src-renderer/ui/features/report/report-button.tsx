import { Popover, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportOptions } from '#core/ports/workbench.ts';
import { flushFields } from '#renderer/state/drafts.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './report-button.module.css';
import { ReportProgress } from './report-progress.tsx';

type Paper = ReportOptions['paper'];
const PAPERS: readonly Paper[] = ['a4', 'us-letter'];
/** Where Letter is what lies in the printer. */
const LETTER = /-(US|CA|MX|PH|CL|CO|VE)$/;

type Stage =
  | { readonly kind: 'choosing' | 'making' }
  | { readonly kind: 'made'; readonly path: string; readonly pages: number };

function Made({
  path,
  pages,
  again,
}: {
  readonly path: string;
  readonly pages: number;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  return (
    <>
      <p role="status">{t('report.made', { count: pages })}</p>
      <bdi className={styles['path']}>{path}</bdi>
      <div className={styles['actions']}>
        <Button onClick={again}>{t('report.again')}</Button>
        {/* Each stage takes the focus from the button that made it, or Escape would reach nobody. */}
        <Button look="primary" autoFocus onClick={() => void workbench.showInFolder(path)}>
          {t('report.show')}
        </Button>
      </div>
    </>
  );
}

function Choices({ make }: { readonly make: (paper: Paper) => void }) {
  const { t } = useTranslation();
  const [paper, setPaper] = useState<Paper>(LETTER.test(navigator.language) ? 'us-letter' : 'a4');
  return (
    <>
      <p className={styles['about']}>{t('report.about')}</p>
      <p className={styles['about']}>{t('report.namesSources')}</p>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('report.paper')}
        value={paper}
        data={PAPERS.map((value) => ({ value, label: t(`report.${value}`) }))}
        onChange={(value) => setPaper(value)}
      />
      <div className={styles['actions']}>
        <Button look="primary" data-autofocus autoFocus onClick={() => make(paper)}>
          {t('report.make')}
        </Button>
      </div>
    </>
  );
}

/** Makes the verification report as a PDF: paper, progress, and where it was written. */
export function ReportButton() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const open = useView((view) => view.reportOpen);
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });
  const again = (): void => setStage({ kind: 'choosing' });
  const setOpen = (reportOpen: boolean): void => {
    // An old result would look like a report on the case as it is now.
    if (!reportOpen && stage.kind === 'made') again();
    useView.setState({ reportOpen });
  };

  async function make(paper: Paper): Promise<void> {
    setStage({ kind: 'making' });
    await flushFields();
    const outcome = await workbench.exportReport({ paper });
    if (!report(outcome) || outcome.value.path === null) return again();
    setStage({ kind: 'made', path: outcome.value.path, pages: outcome.value.pages });
    setOpen(true);
  }

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={300}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button look="primary" data-report-button onClick={() => setOpen(!open)}>
          {t('report.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('report.title')} className={styles['popover'] ?? ''}>
        <h2 className={styles['title']}>{t('report.title')}</h2>
        {stage.kind === 'choosing' && <Choices make={(paper) => void make(paper)} />}
        {stage.kind === 'making' && <ReportProgress />}
        {stage.kind === 'made' && <Made path={stage.path} pages={stage.pages} again={again} />}
      </Popover.Dropdown>
    </Popover>
  );
}
