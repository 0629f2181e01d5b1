import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { LeavingCase } from '#core/exchange/claims/chosen.ts';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import type { Leaves } from '#core/release/new-release.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { todayHere } from '#renderer/ui/hooks/today.ts';

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
  const [making, setMaking] = useState<AbortController | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = useRef<AbortController | null>(null);
  useEffect(() => () => shown.current?.abort(), []);

  async function write(): Promise<void> {
    const stopping = new AbortController();
    shown.current = stopping;
    setMaking(stopping);
    setProblem(null);
    const title = leaving.state.case.get(CASE_ITEM_ID)?.title ?? '';
    const word = { title, setup: { claimIds, today, language } };
    const outcome = await workbench.exportWord(word, leaves, stopping.signal);
    setMaking(null);
    if (stopping.signal.aborted) return;
    if (!outcome.ok) setProblem(wordsOf(outcome));
    else if (outcome.value) done(outcome.value);
  }
  return (
    <>
      <Notice tone="warn">{t('exchange.plain')}</Notice>
      <Notice tone="plain">{t('exchange.word.unchecked')}</Notice>
      {making && <p role="status">{t('exchange.word.making')}</p>}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <div className={screen['actions']}>
        <Button onClick={() => (making ? making.abort() : cancel())}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={making !== null} onClick={() => void write()}>
          {t('share.where')}
        </Button>
      </div>
    </>
  );
}
