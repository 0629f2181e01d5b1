import type { Anchor } from '../model/anchor.ts';
import type { CaseState } from '../model/case-state.ts';
import { indexText, type TextIndex } from './gram-index.ts';
import { reanchored } from './reanchor.ts';
import { anchorsIn, type Anchored } from './review-queue.ts';

/** An anchor and where it stands in the new revision for certain. */
export type Move = Anchored & { readonly from: Anchor; readonly to: Anchor };

/** A revision: its id and text. */
export type Revision = { readonly id: string; readonly text: string };

/**
 * The moves to a revision that are certain (`reanchored`), of all that stands in the documents
 * `earlier`; `texts`: theirs, by id.
 */
export function exactMoves(
  state: Pick<CaseState, 'claim' | 'passage' | 'note'>,
  earlier: ReadonlySet<string>,
  revision: Revision,
  texts: ReadonlyMap<string, string>,
): Move[] {
  const now = indexText(revision.text);
  const indexes = new Map<string, TextIndex>();
  const indexOf = (id: string): TextIndex | null => {
    const text = texts.get(id);
    if (text === undefined) return null;
    const index = indexes.get(id) ?? indexText(text);
    indexes.set(id, index);
    return index;
  };
  const moves: Move[] = [];
  for (const { entity, id, anchor } of anchorsIn(state)) {
    if (!earlier.has(anchor.documentId)) continue;
    const to = reanchored(anchor, revision.id, { before: indexOf(anchor.documentId), now });
    if (to) moves.push({ entity, id, from: anchor, to });
  }
  return moves;
}
