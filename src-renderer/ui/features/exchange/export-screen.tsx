import { NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildExport, TEXT_FORMATS, type TextFormat } from '#core/exchange/build-export.ts';
import type { ReviewSetup } from '#core/exchange/claim-review/build.ts';
import { chosenClaims } from '#core/exchange/claims/chosen.ts';
import type { WrittenFile } from '#core/ports/exchange-work.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { ExportNotices } from './export-notices.tsx';
import styles from './exchange.module.css';
import { ReviewFields } from './review-fields.tsx';
import { todayHere, useLeaving } from './use-leaving.ts';

/** Characters of the file shown before it is written. */
const PREVIEW = 4000;

const NO_REVIEW: ReviewSetup = { url: null, authorName: null, authorUrl: null, language: null, scale: null };

function Written({ file }: { readonly file: WrittenFile }) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  return (
    <>
      <p role="status">{t('exchange.written', { size: formatBytes(file.bytes, i18n.language) })}</p>
      <bdi>{file.path}</bdi>
      <p>
        {t('exchange.fingerprint')} <code>{file.sha256}</code>
      </p>
      <div className={screen['actions']}>
        <Button onClick={() => void workbench.showInFolder(file.path)}>{t('share.showFile')}</Button>
        <Button look="primary" autoFocus onClick={() => showScreen(NO_SCREEN)}>
          {t('share.done')}
        </Button>
      </div>
    </>
  );
}

/** Data of the case for other programs: format, claims, a look at the file, then where to. */
export function ExportScreen({ claimIds }: { readonly claimIds: readonly string[] | null }) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const leaving = useLeaving();
  const caseId = useSession((session) => session.caseId);
  const [format, setFormat] = useState<TextFormat>('claims-csv');
  const [chosen, setChosen] = useState(claimIds);
  const [review, setReview] = useState(NO_REVIEW);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<WrittenFile | null>(null);
  const [today] = useState(todayHere);
  const built = useMemo(
    () => buildExport(leaving, { format, claimIds: chosen, review, today, collectionId: caseId ?? 'sample' }),
    [leaving, format, chosen, review, today, caseId],
  );

  async function write(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await workbench.exportText(built);
    setBusy(false);
    if (!outcome.ok) setProblem(wordsOf(outcome));
    else if (outcome.value) setWritten(outcome.value);
  }
  return (
    <main className={screen['screen']}>
      <form
        className={`${screen['form']} ${styles['wide']}`}
        noValidate
        onSubmit={(event) => void write(event)}
        aria-label={t('exchange.export')}
      >
        <h1>{t('exchange.exportHeading')}</h1>
        {written ? (
          <Written file={written} />
        ) : (
          <>
            <div className={styles['two']}>
              <NativeSelect
                size="xs"
                autoFocus
                label={t('exchange.format')}
                value={format}
                onChange={(event) =>
                  setFormat(TEXT_FORMATS.find((one) => one === event.currentTarget.value) ?? 'claims-csv')
                }
                data={TEXT_FORMATS.map((value) => ({ value, label: t(`exchange.formats.${value}`) }))}
              />
              <NativeSelect
                size="xs"
                label={t('exchange.which')}
                value={chosen === null ? 'all' : 'chosen'}
                disabled={claimIds === null}
                onChange={(event) => setChosen(event.currentTarget.value === 'all' ? null : claimIds)}
                data={[
                  {
                    value: 'all',
                    label: t('exchange.all', { count: chosenClaims(leaving.state, null).length }),
                  },
                  ...(claimIds === null
                    ? []
                    : [{ value: 'chosen', label: t('exchange.chosen', { count: claimIds.length }) }]),
                ]}
              />
            </div>
            <p className={screen['about']}>{t(`exchange.about.${format}`)}</p>
            {format === 'claim-review' && <ReviewFields review={review} set={setReview} />}
            <ExportNotices built={built} />
            <Textarea
              readOnly
              dir="auto"
              minRows={6}
              maxRows={14}
              classNames={{ input: styles['preview'] ?? '' }}
              label={t('exchange.preview', { size: formatBytes(built.text.length, i18n.language) })}
              value={built.text.length > PREVIEW ? `${built.text.slice(0, PREVIEW)}…` : built.text}
            />
            {problem && <Notice tone="danger">{problem}</Notice>}
            <div className={screen['actions']}>
              <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
              <Button look="primary" type="submit" disabled={busy}>
                {t('share.where')}
              </Button>
            </div>
          </>
        )}
      </form>
    </main>
  );
}
