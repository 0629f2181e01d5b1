import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Waiting } from '#core/revision/review-queue.ts';
import { moveExact } from '#renderer/commands/move-exact.ts';
import { settleAnchor } from '#renderer/commands/settle-anchor.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { DeskSplit } from '#renderer/ui/components/desk-split.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import { useReport, useRun } from '#renderer/ui/hooks/use-run.ts';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from './revision.module.css';
import { keyOf, useCandidates, useExactCount, useWaiting, useWaitingLabel } from './use-waiting.ts';
import { WaitingDetails } from './waiting-details.tsx';

const leave = (documentId: string): void => {
  useView.setState({ documentId, desk: 'claims', sharedColumn: 'article' });
  showScreen(NO_SCREEN);
};

function Row({ waiting }: { readonly waiting: Waiting }) {
  const label = useWaitingLabel();
  return (
    <span className={styles['row']}>
      <b>{label(waiting)}</b> <bdi dir="auto">{waiting.anchor.exact.replaceAll(/\s+/gu, ' ')}</bdi>
    </span>
  );
}

function Done({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation();
  return (
    <Empty title={t('revision.done')}>
      <p>{t('revision.doneHint')}</p>
      <Button look="primary" autoFocus onClick={() => leave(documentId)}>
        {t('revision.back')}
      </Button>
    </Empty>
  );
}

/** Words of an earlier version, one after the other, until each has its place in the new one. */
export function ReviewScreen({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation();
  const run = useRun();
  const report = useReport();
  const workbench = useWorkbench();
  const document = useCase((store) => store.state.document.get(documentId));
  const texts = useCase((store) => store.texts);
  const waiting = useWaiting(documentId);
  const exact = useExactCount(documentId, waiting);
  const [chosen, choose] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const found = waiting.findIndex((one) => keyOf(one) === chosen);
  // What was settled makes room for the one after it.
  const at = found >= 0 ? found : Math.min(place, waiting.length - 1);
  const current = waiting[at];
  const text = texts.get(documentId);
  const candidates = useCandidates(current, text);

  const go = (index: number): void => {
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, index))];
    setPlace(Math.max(0, Math.min(waiting.length - 1, index)));
    choose(next ? keyOf(next) : null);
  };
  async function settle(span: Span | null | undefined): Promise<void> {
    if (!current || text === undefined || span === undefined) return;
    const { entity, id, anchor } = current;
    const to = span && makeAnchor(documentId, text, span.start, span.end);
    if (!(await run(settleAnchor, { item: { entity, id }, from: anchor, to }))) return;
    setPlace(at);
    choose(null);
  }
  const toArticle = (): void => {
    if (current?.entity === 'claim') useView.setState({ claimId: current.id });
    leave(documentId);
    if (current) say('done', t('revision.inArticleHint', { label: labelOf(current) }));
  };
  const labelOf = useWaitingLabel();
  useShortcuts({
    KeyJ: () => go(at + 1),
    KeyK: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    KeyL: () => void settle(null),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`Digit${n + 1}`, () => void settle(candidates[n])])),
    Escape: () => leave(documentId),
    'Ctrl+KeyZ': () => void workbench.undo().then(report),
    'Ctrl+Shift+KeyZ': () => void workbench.redo().then(report),
    'Ctrl+KeyY': () => void workbench.redo().then(report),
  });

  if (!document) return null;
  return (
    <main className={styles['screen']}>
      <header className={styles['head']}>
        <div>
          <h1>{t('revision.title')}</h1>
          <p className={styles['soft']}>{t('revision.about', { title: document.title })}</p>
        </div>
        {waiting.length > 0 && <span role="status">{t('revision.left', { count: waiting.length })}</span>}
        {exact > 0 && (
          <Button onClick={() => void run(moveExact, { documentId, texts })}>
            {t('revision.moveExact', { count: exact })}
          </Button>
        )}
        <Button onClick={() => leave(documentId)}>{t('revision.back')}</Button>
      </header>
      {current && text !== undefined ? (
        <>
          <div className={styles['columns']}>
            <DeskSplit
              listLabel={t('revision.list')}
              detailsLabel={t('revision.details')}
              resizeLabel={t('shell.resize')}
              list={
                <VirtualList
                  label={t('revision.list')}
                  items={waiting}
                  keyOf={keyOf}
                  rowHeight={30}
                  chosen={keyOf(current)}
                  onChoose={(key) => go(waiting.findIndex((one) => keyOf(one) === key))}
                >
                  {(one) => <Row waiting={one} />}
                </VirtualList>
              }
              details={
                <WaitingDetails
                  key={keyOf(current)}
                  waiting={current}
                  text={text}
                  candidates={candidates}
                  settle={(span) => void settle(span)}
                  toArticle={toArticle}
                />
              }
            />
          </div>
          <p className={styles['keys']}>{t('revision.keys')}</p>
        </>
      ) : (
        <Done documentId={documentId} />
      )}
    </main>
  );
}
