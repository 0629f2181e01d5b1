import { Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planImport } from '#core/exchange/claims/plan-import.ts';
import { ratingsIn, type StatusMap } from '#core/exchange/claims/ratings.ts';
import { type ColumnMap, suggestColumns } from '#core/exchange/claims/suggest-columns.ts';
import { importClaims } from '#renderer/commands/import-claims.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords, useRun } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { ColumnMapper } from './column-map.tsx';
import styles from './exchange.module.css';
import { importNote } from './import-note.ts';
import { ImportPreview } from './import-preview.tsx';
import { type ReadClaims, readClaimsFile } from './read-claims-file.ts';
import { StatusMapper } from './status-map.tsx';

type Read = Extract<ReadClaims, { table: unknown }>;

/** Columns, ratings and rows of a file that was read, until the person imports them. */
function Mapping({ read }: { readonly read: Read }) {
  const { t } = useTranslation();
  const run = useRun();
  const { state, texts } = useCase();
  const { table, name, kind } = read;
  const [columns, setColumns] = useState<ColumnMap>(() => suggestColumns(table));
  const ratings = useMemo(() => ratingsIn(table, columns), [table, columns]);
  const [chosen, setChosen] = useState<StatusMap>(new Map());
  const [rationale, setRationale] = useState(() => t('exchange.import.rationaleElse', { file: name }));
  const [again, setAgain] = useState(false);
  const [busy, setBusy] = useState(false);
  const statuses = useMemo(
    () =>
      new Map(
        ratings.map(({ words, suggested }) => [
          words,
          chosen.get(words) ?? (chosen.has(words) ? null : suggested),
        ]),
      ),
    [ratings, chosen],
  );
  const plan = useMemo(() => {
    const whole = planImport(table, { columns, statuses, rationale }, { state, texts });
    return { ...whole, held: whole.claims.filter(({ already }) => already !== null).length };
  }, [table, columns, statuses, rationale, state, texts]);
  const claims = again ? plan.claims : plan.claims.filter(({ already }) => already === null);

  async function take(): Promise<void> {
    if (busy || claims.length === 0) return;
    setBusy(true);
    const noted = claims.map((claim) => ({ ...claim, note: importNote(t, name, claim) }));
    const taken = await run(importClaims, { claims: noted });
    setBusy(false);
    if (!taken) return;
    say('done', t('exchange.import.done', { count: claims.length }));
    showScreen(NO_SCREEN);
  }
  return (
    <>
      <p>{t('exchange.import.read', { file: name, count: table.rows.length })}</p>
      {kind === 'csv' && <ColumnMapper table={table} map={columns} set={setColumns} />}
      <StatusMapper ratings={ratings} map={statuses} set={setChosen} />
      <TextInput
        label={t('exchange.import.rationale')}
        dir="auto"
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      {plan.held > 0 && (
        <Checkbox
          label={t('exchange.import.again', { count: plan.held })}
          checked={again}
          onChange={(event) => setAgain(event.currentTarget.checked)}
        />
      )}
      <ImportPreview plan={{ claims, bad: plan.bad }} />
      <div className={screen['actions']}>
        <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={busy || claims.length === 0} onClick={() => void take()}>
          {t('exchange.import.act', { count: claims.length })}
        </Button>
      </div>
    </>
  );
}

/** Claims of another file: ClaimReview or CSV, mapped, looked at, then imported all at once. */
export function ImportClaimsScreen() {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function choose(): Promise<void> {
    const outcome = await workbench.pickClaims();
    if (!outcome.ok) return setProblem(wordsOf(outcome));
    if (outcome.value === null) return;
    const claims = readClaimsFile(outcome.value);
    if ('table' in claims) setRead(claims);
    setProblem(
      'table' in claims ? null : t(`exchange.import.problem.${claims.problem}`, { line: claims.line }),
    );
  }
  return (
    <main className={screen['screen']}>
      <div
        className={`${screen['form']} ${styles['wide']}`}
        role="group"
        aria-label={t('exchange.import.heading')}
      >
        <h1>{t('exchange.import.heading')}</h1>
        {read ? (
          <Mapping read={read} />
        ) : (
          <>
            <p className={screen['about']}>{t('exchange.import.about')}</p>
            {problem && <Notice tone="danger">{problem}</Notice>}
            <div className={screen['actions']}>
              <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
              <Button look="primary" autoFocus onClick={() => void choose()}>
                {t('exchange.import.choose')}
              </Button>
            </div>
          </>
        )}
      </div>
    </main>
  );
}
