import type { Change } from '#core/journal/entry.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Move } from '#core/revision/exact-moves.ts';
import { distinctSpans, sameSpan } from './anchors.ts';
import { update } from './change.ts';

const overlap = (a: Anchor, b: Anchor): boolean =>
  a.documentId === b.documentId && a.start < b.end && b.start < a.end;

/** A claim's anchors with these moves made. */
const movedIn = (anchors: readonly Anchor[], moves: readonly Move[]): Anchor[] =>
  distinctSpans(anchors.map((anchor) => moves.find(({ from }) => sameSpan(from, anchor))?.to ?? anchor));

/**
 * The changes that make moves nobody chose one by one. A passage stays where another one has a part of
 * its new place already: no stretch has two voices.
 */
export function movingChanges(state: CaseState, moves: readonly Move[]): Change[] {
  const ofClaims = new Map<string, Move[]>();
  const changes: Change[] = [];
  // Two passages of different revisions may have the same place in the newest one.
  const taken = [...state.passage.values()].map(({ anchor }) => anchor);
  for (const move of moves) {
    if (move.entity === 'claim') {
      ofClaims.set(move.id, [...(ofClaims.get(move.id) ?? []), move]);
    } else if (move.entity === 'note') {
      const note = state.note.get(move.id);
      if (note) changes.push(...update('note', note, { anchor: move.to }));
    } else {
      const passage = state.passage.get(move.id);
      if (!passage || taken.some((anchor) => overlap(anchor, move.to))) continue;
      taken.push(move.to);
      changes.push(...update('passage', passage, { anchor: move.to }));
    }
  }
  const claims = [...ofClaims].flatMap(([id, held]) => {
    const claim = state.claim.get(id);
    return claim ? update('claim', claim, { anchors: movedIn(claim.anchors, held) }) : [];
  });
  return [...claims, ...changes];
}
