import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '#core/text/fold.ts';
import type { HistoryStep } from '#core/queries/history.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { CompareBar, type Moments, withMoment } from './compare-bar.tsx';
import { Differences } from './differences.tsx';
import { describeStep } from './describe-change.ts';
import { byDay, isAbout } from './filter-history.ts';
import styles from './history-desk.module.css';
import { HistoryFilterBar, type HistoryFilter } from './history-filter.tsx';
import { HistoryList } from './history-list.tsx';
import { useHistory } from './use-history.ts';

const NO_STEPS: readonly HistoryStep[] = [];

/** The actions that pass the filter. */
function useFiltered(steps: readonly HistoryStep[], filter: HistoryFilter): readonly HistoryStep[] {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const words = useDeferredValue(filter.text);
  return useMemo(() => {
    const wanted = foldText(words).split(/\s+/u).filter(Boolean);
    return steps.filter((step) => {
      if (filter.actor !== null && step.actor !== filter.actor) return false;
      if (wanted.length === 0) return true;
      const hay = foldText([step.alias, ...describeStep(state, step, t)].join('\n'));
      return wanted.every((word) => hay.includes(word));
    });
  }, [steps, words, filter.actor, state, t]);
}

function Log() {
  const { t } = useTranslation();
  const historyOf = useView((view) => view.historyOf);
  const isClaim = useCase((store) => historyOf !== null && store.state.claim.has(historyOf));
  const history = useHistory(isClaim ? historyOf : null);
  const [filter, change] = useState<HistoryFilter>({ text: '', actor: null });
  const all = history.kind === 'read' ? history.steps : NO_STEPS;
  const about = useMemo(
    () => (historyOf === null || isClaim ? all : all.filter((step) => isAbout(step, historyOf))),
    [all, historyOf, isClaim],
  );
  const [moments, pick] = useState<Moments>([]);
  const shown = useFiltered(about, filter);
  const lines = useMemo(() => byDay(shown), [shown]);
  const comparing = moments.length === 2;
  return (
    <>
      <HistoryFilterBar steps={all} filter={filter} change={change} />
      <CompareBar moments={moments} latest={all.at(-1) ?? null} change={pick} />
      {comparing && (
        <Differences
          key={moments.map(({ batch }) => batch).join()}
          moments={moments}
          claimId={isClaim ? historyOf : null}
        />
      )}
      {history.kind === 'reading' && <Empty title={t('history.reading')} />}
      {history.kind === 'failed' && (
        <Notice tone="danger">{t('history.failed', { why: history.why })}</Notice>
      )}
      {history.kind === 'read' && all.length === 0 && (
        <Empty title={t('history.none')}>
          <p>{t('history.noneHint')}</p>
        </Empty>
      )}
      {all.length > 0 && lines.length === 0 && <Empty title={t('history.noMatch')} />}
      {lines.length > 0 && !comparing && (
        <HistoryList lines={lines} moments={moments} pick={(step) => pick(withMoment(moments, step))} />
      )}
    </>
  );
}

/** Every change of the case in words: by day, by person, by item. */
export function HistoryDesk() {
  const { t } = useTranslation();
  const readOnly = useCase((store) => store.readOnly);
  return (
    <section className={styles['desk']} aria-label={t('history.list')}>
      {readOnly ? (
        <Empty title={t('history.sample')}>
          <p>{t('history.sampleHint')}</p>
        </Empty>
      ) : (
        <Log />
      )}
    </section>
  );
}
