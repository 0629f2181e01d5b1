import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publicFlow } from '#core/exchange/build-export.ts';
import type { LeavingCase } from '#core/exchange/claims/chosen.ts';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import type { Leaves } from '#core/release/new-release.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { todayHere } from './use-leaving.ts';

/** The report as a Word document, for editors who work in it. */
export function WordPart(props: {
  readonly leaving: LeavingCase;
  readonly language: 'en' | 'ar';
  readonly claimIds: readonly string[] | null;
  readonly cancel: () => void;
  readonly leaves: Leaves;
  readonly done: (file: FinishedExport) => void;
}) {
  const { leaving, language, claimIds, leaves, cancel, done } = props;
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [today] = useState(todayHere);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const flow = useMemo(
    () => publicFlow(leaving, { claimIds, today, language }),
    [leaving, claimIds, today, language],
  );

  async function write(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const outcome = await workbench.exportWord({ flow, day: today }, leaves);
    setBusy(false);
    if (!outcome.ok) setProblem(wordsOf(outcome));
    else if (outcome.value) done(outcome.value);
  }
  return (
    <>
      <Notice tone="warn">{t('exchange.plain')}</Notice>
      <Notice tone="plain">{t('exchange.word.unchecked')}</Notice>
      {busy && <p role="status">{t('exchange.word.making')}</p>}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <div className={screen['actions']}>
        <Button onClick={cancel}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={busy} onClick={() => void write()}>
          {t('share.where')}
        </Button>
      </div>
    </>
  );
}
