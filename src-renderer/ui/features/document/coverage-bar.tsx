import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { coverageOf, nextUnseen } from '#core/anchoring/coverage.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import type { Chunk } from './chunks.ts';
import styles from './coverage-bar.module.css';
import { useSentences } from './use-sentences.ts';
import type { Places } from './places.ts';
import { selectWords } from './use-selection.ts';

function useCoverage(text: string, chunks: readonly Chunk[], places: Places) {
  const claims = useCase((store) => store.state.claim);
  const sentences = useSentences(text, chunks);
  return useMemo(() => {
    if (!sentences) return null;
    const isSkipped = ({ claimId }: { readonly claimId: string }) =>
      (claims.get(claimId)?.skip ?? null) !== null;
    return coverageOf(
      sentences,
      places.list.filter((place) => !isSkipped(place)),
      places.list.filter(isSkipped),
    );
  }, [sentences, places, claims]);
}

/** How far the article has been gone through, and the way to the next sentence nobody looked at. */
export function CoverageBar(props: {
  readonly documentId: string;
  readonly text: string;
  readonly chunks: readonly Chunk[];
  readonly places: Places;
}) {
  const { t } = useTranslation();
  const { documentId, text, chunks, places } = props;
  const coverage = useCoverage(text, chunks, places);
  const next = (): void => {
    if (!coverage) return say('done', t('document.counting'));
    const { selection } = useView.getState();
    const from = selection?.documentId === documentId ? selection.end : 0;
    const span = nextUnseen(coverage, from);
    window.getSelection()?.removeAllRanges();
    if (span) selectWords(documentId, span);
    else say('done', t('document.allSeen'));
  };
  useShortcuts({ KeyG: next });
  if (!coverage) return <div className={styles['coverage']}>{t('document.counting')}</div>;
  const { sentences, claimed, skipped, unseen } = coverage;
  if (sentences === 0) return null;
  const words = [
    t('document.claimedCount', { count: claimed }),
    t('document.skippedCount', { count: skipped }),
    t('document.unseenCount', { count: unseen.length }),
  ].join(' · ');
  return (
    <div className={styles['coverage']}>
      <div className={styles['bar']} aria-hidden>
        <i data-part="claimed" style={{ flexGrow: claimed }} />
        <i data-part="skipped" style={{ flexGrow: skipped }} />
        <i data-part="unseen" style={{ flexGrow: unseen.length }} />
      </div>
      <span data-coverage>{words}</span>
      {unseen.length > 0 && (
        <Button look="quiet" onClick={next}>
          {t('document.nextUnseen')} <Kbd keys={['G']} />
        </Button>
      )}
    </div>
  );
}
