import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedProject, ReviewedMerge } from '#core/ports/project-files.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useCustody } from '#renderer/state/custody-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { CopiesBefore } from './copies-before.tsx';
import { LeaveActions } from './leave-actions.tsx';
import { ProjectProgress } from './project-progress.tsx';
import { ReviewView } from './review-view.tsx';
import styles from './share.module.css';
import { useFileWords } from './use-file-words.ts';

type Stage =
  | { readonly kind: 'comparing' | 'merging' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'planned' | 'merged'; readonly reviewed: ReviewedMerge };

/** Shows what a merge would bring, then merges. */
export function MergeView({ project }: { readonly project: OpenedProject }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFileWords();
  const quarantined = useCustody((custody) => custody.quarantined.size);
  const [stage, setStage] = useState<Stage>({ kind: 'comparing' });
  const [copiesGone, setCopiesGone] = useState(false);
  useEffect(() => {
    const wanted = new AbortController();
    void workbench.reviewProject(project, wanted.signal).then((outcome) => {
      if (wanted.signal.aborted) return;
      setStage(
        outcome.ok
          ? { kind: 'planned', reviewed: outcome.value }
          : { kind: 'failed', words: wordsOf(outcome) },
      );
    });
    return () => wanted.abort();
  }, [workbench, project, wordsOf]);

  const heading = useRef<HTMLHeadingElement>(null);
  // Read first: the focus goes to the top of what came in, not to the button under it.
  useEffect(() => heading.current?.focus(), [stage.kind]);

  /** The button that was pressed is gone, and the focus with it. */
  const forgotten = (): void => {
    setCopiesGone(true);
    heading.current?.focus();
  };
  async function merge(): Promise<void> {
    setStage({ kind: 'merging' });
    const outcome = await workbench.mergeProject(project);
    setStage(
      outcome.ok ? { kind: 'merged', reviewed: outcome.value } : { kind: 'failed', words: wordsOf(outcome) },
    );
  }
  async function undo(): Promise<void> {
    const copies = await workbench.listSnapshots();
    if (!copies.ok) return setStage({ kind: 'failed', words: wordsOf(copies) });
    setStage({ kind: 'merging' });
    const outcome = await workbench.restoreSnapshot(copies.value[0]?.name ?? '');
    if (!outcome.ok) return setStage({ kind: 'failed', words: wordsOf(outcome) });
    say('done', t('share.undone'));
    showScreen(NO_SCREEN);
  }
  if (stage.kind === 'merging') return <ProjectProgress waiting={t('share.merging')} />;
  if (stage.kind === 'failed') {
    return (
      <>
        <Notice tone="danger">{stage.words}</Notice>
        <LeaveActions />
      </>
    );
  }
  if (!('reviewed' in stage)) return <ProjectProgress waiting={t('share.reviewing')} />;
  const nothing = stage.reviewed.review.people.length === 0 && stage.reviewed.review.purges.length === 0;
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles['heading']}>
        {t(stage.kind === 'merged' ? 'share.merged' : 'share.reviewTitle')}
      </h2>
      {stage.kind === 'merged' && stage.reviewed.review.erased > 0 && !copiesGone && (
        <CopiesBefore purgedFiles={stage.reviewed.purgedFiles} gone={forgotten} />
      )}
      <ReviewView reviewed={stage.reviewed} merged={stage.kind === 'merged'} />
      <div className={styles['foot']}>
        {stage.kind === 'planned' ? (
          <LeaveActions>
            {(!nothing || quarantined > 0 || stage.reviewed.foundAgain > 0) && (
              <Button look="primary" onClick={() => void merge()}>
                {t('share.merge')}
              </Button>
            )}
          </LeaveActions>
        ) : (
          <div className={screen['actions']}>
            {!copiesGone && <Button onClick={() => void undo()}>{t('share.undoMerge')}</Button>}
            <Button look="primary" onClick={() => showScreen(NO_SCREEN)}>
              {t('share.done')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
