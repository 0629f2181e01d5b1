import { Textarea } from '@mantine/core';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Done, ReadArticle } from '#core/ports/workbench.ts';
import { NO_SCREEN, type Screen, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { Jobs } from '../evidence/jobs.tsx';
import { ImportReview } from './import-review.tsx';
import styles from './import-screen.module.css';

/** Adds articles: pasted here, or read from files already; each is looked at and added. */
export function ImportScreen(props: {
  readonly articles: readonly ReadArticle[];
  /** The document the first one is a newer version of, if a person said so. */
  readonly revisionOf: string | null;
}) {
  const { articles, revisionOf } = props;
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const [queue, setQueue] = useState(articles);
  const [problem, setProblem] = useState<string | null>(null);
  const [read] = queue;

  const take = (outcome: Done<readonly ReadArticle[]>): void => {
    setProblem(outcome.ok || outcome.code === 'cancelled' ? null : outcome.code);
    if (outcome.ok && outcome.value.length > 0) setQueue(outcome.value);
  };
  const takePasted = (text: string, html: string | null): void => {
    void workbench
      .readPasted(text, html)
      .then((outcome) => take(outcome.ok ? { ok: true, value: [outcome.value] } : outcome));
  };
  const next = (after: Screen): void => {
    if (queue.length > 1) setQueue(queue.slice(1));
    else showScreen(after);
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
      <h1>{t(revisionOf === null ? 'document.import' : 'revision.add')}</h1>
      <Jobs />
      {problem && <Notice tone="danger">{t('document.readFailed', { why: t(`errors.${problem}`) })}</Notice>}
      {read ? (
        <ImportReview key={read.sha256} article={read} revisionOf={revisionOf} done={next} />
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
