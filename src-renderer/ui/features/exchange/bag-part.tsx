import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bagFiles } from '#core/exchange/bag/bag-files.ts';
import type { LeavingCase } from '#core/exchange/claims/chosen.ts';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import type { Leaves } from '#core/release/new-release.ts';
import { evidenceCsv } from '#core/exchange/csv/claims-csv.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { useCustody } from '#renderer/state/custody-store.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { BeyondNotice } from '../protection/beyond-items.tsx';
import { ProjectProgress } from '../share/project-progress.tsx';
import { todayHere } from '#renderer/ui/hooks/today.ts';

const MEDIA = ['picture', 'video', 'sound', 'file'] as const;

/** The evidence itself, as a bag of files: what goes in, and what that means. */
export function BagPart(props: {
  readonly leaving: LeavingCase;
  readonly claimIds: readonly string[] | null;
  readonly cancel: () => void;
  readonly leaves: Leaves;
  readonly done: (file: FinishedExport) => void;
}) {
  const { leaving, claimIds, leaves, cancel, done } = props;
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const readOnly = useCase((store) => store.readOnly);
  const quarantined = useCustody((custody) => custody.quarantined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const plan = useMemo(() => bagFiles(leaving, claimIds, quarantined), [leaving, claimIds, quarantined]);
  const masked = plan.files.flatMap(({ ref, masks }) => (masks.length > 0 ? [ref] : []));
  const bytes = plan.files.reduce((sum, { size }) => sum + size, 0);

  async function write(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const title = leaving.state.case.get(CASE_ITEM_ID)?.title ?? '';
    const table = evidenceCsv(leaving, claimIds);
    const outcome = await workbench.exportBag({ title, plan, table, day: todayHere() }, leaves);
    setBusy(false);
    if (!outcome.ok) setProblem(wordsOf(outcome));
    else if (outcome.value) done(outcome.value);
  }
  return (
    <>
      <Notice tone="danger">{t('exchange.bag.plain')}</Notice>
      <p>{t('exchange.bag.holds', { count: plan.files.length, size: formatBytes(bytes, i18n.language) })}</p>
      {masked.length > 0 && (
        <Notice tone="plain">{t('exchange.bag.masked', { refs: masked.join(', ') })}</Notice>
      )}
      {plan.leftOut.length > 0 && (
        <Notice tone="warn">{t('exchange.bag.leftOut', { refs: plan.leftOut.join(', ') })}</Notice>
      )}
      <BeyondNotice media={MEDIA} />
      {problem && <Notice tone="danger">{problem}</Notice>}
      {busy && <ProjectProgress waiting={t('exchange.bag.writing')} />}
      {!busy && (
        <div className={screen['actions']}>
          <Button onClick={cancel}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={readOnly || plan.files.length === 0} onClick={() => void write()}>
            {t('share.where')}
          </Button>
        </div>
      )}
    </>
  );
}
