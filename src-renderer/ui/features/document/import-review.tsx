import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageRemarks, ReadArticle } from '#core/ports/workbench.ts';
import { reviewQueue } from '#core/revision/review-queue.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, type Screen, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import { EarlierVersion, suggestEarlier } from './earlier-version.tsx';
import styles from './import-screen.module.css';
import { firstSentence } from './select-first-sentence.ts';

/** Characters of the text shown for looking at the letters. */
const PREVIEW = 4000;

/** Formats that have a name instead of an encoding. */
const FORMATS = new Set(['docx', 'pdf']);

const FIRST_PAGES = 20;

/** What was noticed while a PDF was read. */
function Remarks({ remarks: { leftOut, bare, inPieces } }: { readonly remarks: PageRemarks }) {
  const { t } = useTranslation();
  const words = leftOut.map((line) => `“\u2068${line.words}\u2069”`).join(', ');
  const pages = bare.slice(0, FIRST_PAGES).join(', ') + (bare.length > FIRST_PAGES ? ' …' : '');
  return (
    <>
      {leftOut.length > 0 && <Notice tone="plain">{t('document.leftOut', { words })}</Notice>}
      {bare.length > 0 && <Notice tone="warn">{t('document.barePages', { pages })}</Notice>}
      {inPieces && <Notice tone="warn">{t('document.inPieces')}</Notice>}
    </>
  );
}

const isPlainText = ({ fileName }: ReadArticle): boolean => /\.(txt|md|markdown)$/i.test(fileName ?? '');

/** An article as it was read, to be looked at before it is added. */
export function ImportReview(props: {
  readonly article: ReadArticle;
  /** The document it is said to be a newer version of. */
  readonly revisionOf: string | null;
  /** `after`: the screen that follows when this was the last article. */
  readonly done: (after: Screen) => void;
}) {
  const { article, done } = props;
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const documents = useCase((store) => store.state.document);
  const [earlier, setEarlier] = useState(() => props.revisionOf ?? suggestEarlier(documents, article));
  const before = documents.get(earlier ?? '');
  const [title, setTitle] = useState(before?.title ?? article.title);
  const [publisher, setPublisher] = useState(before?.publisher ?? article.publisher ?? '');
  // A plain text file holds nothing that the article does not; of the others something is left out.
  const [keepFile, setKeepFile] = useState(article.source !== undefined && !isPlainText(article));
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    if (busy || title.trim() === '') return;
    setBusy(true);
    const details = { title, publisher: publisher.trim() || null, keepFile, revisionOf: earlier };
    const outcome = await workbench.importArticle(article, details);
    setBusy(false);
    if (!report(outcome)) return;
    const { documentId } = outcome.value;
    const first = firstSentence(article.text, title);
    useView.setState({
      desk: 'claims',
      sharedColumn: 'article',
      documentId,
      claimId: null,
      tool: 'none',
      selection: first && { documentId, start: first.start, end: first.end },
    });
    const left = reviewQueue(useCase.getState().state).some(({ to }) => to === documentId);
    if (earlier && !left) say('done', t('revision.movedAll'));
    done(left ? { kind: 'review-anchors', documentId } : NO_SCREEN);
  }

  return (
    <form
      className={styles['form']}
      aria-label={t('document.import')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        label={t('document.title')}
        value={title}
        dir="auto"
        autoFocus
        required
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={title.trim() === '' ? t('errors.command.title-empty') : null}
      />
      <TextInput
        label={t('document.publisher')}
        value={publisher}
        dir="auto"
        onChange={(event) => setPublisher(event.currentTarget.value)}
      />
      <EarlierVersion article={article} chosen={earlier} onChoose={setEarlier} />
      <p className={styles['about']}>
        {article.fileName === null
          ? t('document.pastedAs', { count: article.text.length })
          : t('document.readAs', {
              name: article.fileName,
              encoding: FORMATS.has(article.encoding)
                ? t(`document.format.${article.encoding}`)
                : article.encoding,
              bytes: formatBytes(article.bytes, i18n.language),
            })}
      </p>
      {article.source && (
        <Checkbox
          label={t('document.keepFile')}
          description={t('document.keepFileHint')}
          checked={keepFile}
          onChange={(event) => setKeepFile(event.currentTarget.checked)}
        />
      )}
      {article.remarks && <Remarks remarks={article.remarks} />}
      {article.uncertainEncoding && <Notice tone="warn">{t('document.uncertain')}</Notice>}
      <section
        className={styles['preview']}
        aria-label={t('document.preview')}
        // It scrolls: without the focus the keyboard could not.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {article.text.slice(0, PREVIEW)}
      </section>
      <div className={styles['actions']}>
        <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={busy || title.trim() === ''}>
          {t('document.use')}
        </Button>
      </div>
    </form>
  );
}
