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
import { selectFirstSentence } from './select-first-sentence.ts';

/** Characters of the text shown for looking at the letters. */
const PREVIEW = 4000;

function Review({ article }: { readonly article: ReadArticle }) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [title, setTitle] = useState(article.title);
  const [publisher, setPublisher] = useState(article.publisher ?? '');
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    setBusy(true);
    const outcome = await workbench.importArticle(article, { title, publisher: publisher.trim() || null });
    setBusy(false);
    if (!report(outcome)) return;
    const { documentId } = outcome.value;
    useView.setState({
      documentId,
      selection: selectFirstSentence(documentId, article.text),
      desk: 'claims',
    });
    showScreen(NO_SCREEN);
  }

  return (
    <form
      className={styles['form']}
      aria-label={t('document.import')}
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
      />
      <TextInput
        label={t('document.publisher')}
        value={publisher}
        dir="auto"
        onChange={(event) => setPublisher(event.currentTarget.value)}
      />
      <p className={styles['about']}>
        {t('document.readAs', {
          encoding: article.encoding,
          bytes: formatBytes(article.bytes, i18n.language),
        })}
      </p>
      {article.uncertainEncoding && <Notice tone="warn">{t('document.uncertain')}</Notice>}
      <div
        className={styles['preview']}
        dir="auto"
        tabIndex={0}
        role="region"
        aria-label={t('document.preview')}
      >
        {article.text.slice(0, PREVIEW)}
      </div>
      <div className={styles['actions']}>
        <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={busy || title.trim() === ''}>
          {t('document.use')}
        </Button>
      </div>
    </form>
  );
}

/** Adds an article: pasted here, or read from a file already; then looked at and added. */
export function ImportScreen({ article }: { readonly article: ReadArticle | null }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const [read, setRead] = useState<ReadArticle | null>(article);
  const [problem, setProblem] = useState<string | null>(null);

  const take = (outcome: Done<ReadArticle | undefined>): void => {
    if (!outcome.ok) setProblem(outcome.code);
    else if (outcome.value) setRead(outcome.value);
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html') || null;
    if (text === '' && html === null) return;
    event.preventDefault();
    void workbench.readPasted(text, html).then(take);
  };
  const pick = async (): Promise<void> => {
    const outcome = await workbench.pickArticles();
    take(outcome.ok ? { ok: true, value: outcome.value[0] } : outcome);
  };

  return (
    <main className={styles['screen']}>
      <h1>{t('document.import')}</h1>
      {problem && (
        <Notice tone="danger">
          {t('document.readFailed')}: {t(`errors.${problem}`)}
        </Notice>
      )}
      {read ? (
        <Review key={read.sha256} article={read} />
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
            onChange={(event) => void workbench.readPasted(event.currentTarget.value, null).then(take)}
            onPaste={paste}
          />
          <div className={styles['actions']}>
            <Button onClick={() => showScreen(NO_SCREEN)}>{t('common.cancel')}</Button>
            <Button onClick={() => void pick()}>{t('cases.openFile')}</Button>
          </div>
        </div>
      )}
    </main>
  );
}
