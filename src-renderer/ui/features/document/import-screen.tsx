import { Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Done, ReadArticle } from '#core/ports/workbench.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import styles from './import-screen.module.css';
import { firstSentence } from './select-first-sentence.ts';

/** Characters of the text shown for looking at the letters. */
const PREVIEW = 4000;

function Review({ article, done }: { readonly article: ReadArticle; readonly done: () => void }) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [title, setTitle] = useState(article.title);
  const [publisher, setPublisher] = useState(article.publisher ?? '');
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    if (busy || title.trim() === '') return;
    setBusy(true);
    const outcome = await workbench.importArticle(article, { title, publisher: publisher.trim() || null });
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
    done();
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
      <p className={styles['about']}>
        {article.fileName === null
          ? t('document.pastedAs', { count: article.text.length })
          : t('document.readAs', {
              name: article.fileName,
              encoding: article.encoding,
              bytes: formatBytes(article.bytes, i18n.language),
            })}
      </p>
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

/** Adds articles: pasted here, or read from files already; each is looked at and added. */
export function ImportScreen({ articles }: { readonly articles: readonly ReadArticle[] }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const [queue, setQueue] = useState(articles);
  const [problem, setProblem] = useState<string | null>(null);
  const [read] = queue;

  const take = (outcome: Done<readonly ReadArticle[]>): void => {
    setProblem(outcome.ok ? null : outcome.code);
    if (outcome.ok && outcome.value.length > 0) setQueue(outcome.value);
  };
  const takePasted = (text: string, html: string | null): void => {
    void workbench
      .readPasted(text, html)
      .then((outcome) => take(outcome.ok ? { ok: true, value: [outcome.value] } : outcome));
  };
  const next = (): void => {
    if (queue.length > 1) setQueue(queue.slice(1));
    else showScreen(NO_SCREEN);
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html') || null;
    if (text === '' && html === null) return;
    event.preventDefault();
    takePasted(text, html);
  };
  return (
    <main className={styles['screen']}>
      <h1>{t('document.import')}</h1>
      {problem && <Notice tone="danger">{t('document.readFailed', { why: t(`errors.${problem}`) })}</Notice>}
      {read ? (
        <Review key={read.sha256} article={read} done={next} />
      ) : (
        <div className={styles['form']}>
          <Textarea
            label={t('document.pasteHere')}
            description={t('document.pasteHint')}
            minRows={12}
            maxRows={12}
            autosize
            autoFocus
            value=""
            onChange={(event) => takePasted(event.currentTarget.value, null)}
            onPaste={paste}
          />
          <div className={styles['actions']}>
            <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
            <Button onClick={() => void workbench.pickArticles().then(take)}>{t('cases.openFile')}</Button>
          </div>
        </div>
      )}
    </main>
  );
}
