import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Candidate, candidatesFor, newTextOf } from '#core/revision/candidates.ts';
import { exactMoves } from '#core/revision/exact-moves.ts';
import { reviewQueue, type Waiting } from '#core/revision/review-queue.ts';
import { type CaseStore, useCase } from '#renderer/state/case-store.ts';
import { labelInWords } from '../history/item-label.ts';

export const keyOf = ({ entity, id, anchor }: Waiting): string =>
  `${entity} ${id} ${anchor.documentId} ${anchor.start} ${anchor.end}`;

/** What waits to be found in a document. */
export function useWaiting(documentId: string): readonly Waiting[] {
  const state = useCase((store: CaseStore) => store.state);
  return useMemo(() => reviewQueue(state).filter(({ to }) => to === documentId), [state, documentId]);
}

/** What an anchor belongs to, in words. */
export function useWaitingLabel(): (waiting: Waiting) => string {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  return ({ entity, id }) => {
    if (entity === 'claim') return labelInWords(state, 'claim', id);
    if (entity === 'note') return t('revision.note', { ref: labelInWords(state, 'note', id) });
    const voice = state.passage.get(id)?.voice ?? 'unclear';
    return t('revision.voice', { voice: t(`terms.voice.${voice}`) });
  };
}

/** How many of them stand word for word in one place, as they do after a merge. */
export function useExactCount(documentId: string, waiting: readonly Waiting[]): number {
  const { claim, passage, note } = useCase((store) => store.state);
  const texts = useCase((store) => store.texts);
  return useMemo(() => {
    const text = texts.get(documentId);
    if (text === undefined || waiting.length === 0) return 0;
    const earlier = new Set(waiting.map(({ anchor }) => anchor.documentId));
    const open = new Set(waiting.map(keyOf));
    return exactMoves({ claim, passage, note }, earlier, { id: documentId, text }, texts).filter((move) =>
      open.has(keyOf({ ...move, anchor: move.from, to: documentId })),
    ).length;
  }, [claim, passage, note, texts, documentId, waiting]);
}

/** Places where the words may stand now. */
export function useCandidates(waiting: Waiting | undefined, text: string | undefined): readonly Candidate[] {
  const ready = useMemo(() => (text === undefined ? null : newTextOf(text)), [text]);
  return useMemo(() => (ready && waiting ? candidatesFor(waiting.anchor, ready) : []), [ready, waiting]);
}
