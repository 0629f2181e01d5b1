import { Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuiltExport, TextFormat } from '#core/exchange/build-export.ts';
import type { ReviewSetup } from '#core/exchange/claim-review/build.ts';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import type { Leaves } from '#core/release/new-release.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { ExportNotices } from './export-notices.tsx';
import styles from './exchange.module.css';
import { ReviewFields } from './review-fields.tsx';
import { useBuilt } from './use-built.ts';
import { todayHere } from '#renderer/ui/hooks/today.ts';

/** Characters of the file shown before it is written. */
const PREVIEW = 4000;

const NO_REVIEW: ReviewSetup = { url: null, authorName: null, authorUrl: null, language: null, scale: null };

function Preview({ built, format }: { readonly built: BuiltExport; readonly format: TextFormat }) {
  const { t, i18n } = useTranslation();
  const { text } = built;
  return (
    <>
      <ExportNotices built={built} format={format} />
      <Textarea
        readOnly
        dir="auto"
        minRows={6}
        maxRows={14}
        classNames={{ input: styles['preview'] ?? '' }}
        label={t('exchange.preview', { size: formatBytes(text.length, i18n.language) })}
        value={text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text}
      />
    </>
  );
}

/** A file of text: what it asks for, a look at its beginning, where to. */
export function TextPart(props: {
  readonly format: TextFormat;
  readonly language: 'en' | 'ar';
  readonly claimIds: readonly string[] | null;
  readonly cancel: () => void;
  /** What the file is as a release, without the claims of these references. */
  readonly leavesWithout: (leftOut: readonly string[]) => Leaves;
  readonly done: (file: FinishedExport) => void;
}) {
  const { format, language, claimIds, leavesWithout, cancel, done } = props;
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const caseId = useSession((session) => session.caseId);
  const [review, setReview] = useState(NO_REVIEW);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [today] = useState(todayHere);
  const built = useBuilt({ format, claimIds, review, language, today, collectionId: caseId ?? 'sample' });

  const leaves = useMemo(
    () => (built?.ok ? leavesWithout(built.value.leftOut) : null),
    [built, leavesWithout],
  );
  // A table of a case without claims has its head; a format that can hold none of the claims has nothing.
  const empty = built?.ok === true && built.value.leftOut.length > 0 && leaves?.claims.length === 0;

  async function write(): Promise<void> {
    if (busy || !built?.ok || !leaves) return;
    setBusy(true);
    setProblem(null);
    const outcome = await workbench.exportText(built.value, leaves);
    setBusy(false);
    if (!outcome.ok) setProblem(wordsOf(outcome));
    else if (outcome.value) done(outcome.value);
  }
  return (
    <>
      {format === 'claim-review' && <ReviewFields review={review} set={setReview} />}
      {built === null && <p role="status">{t('exchange.building')}</p>}
      {built?.ok === false && <Notice tone="danger">{wordsOf(built)}</Notice>}
      {built?.ok && <Preview built={built.value} format={format} />}
      {empty && <Notice tone="warn">{t('exchange.nothingIn')}</Notice>}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <div className={screen['actions']}>
        <Button onClick={cancel}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={busy || empty || !built?.ok} onClick={() => void write()}>
          {t('share.where')}
        </Button>
      </div>
    </>
  );
}
