import type { Anchor } from '../model/anchor.ts';
import type { CaseState } from '../model/case-state.ts';
import { memoised } from '../queries/memo.ts';
import { currentOf } from './revisions.ts';

/** What has words in an article. */
export type Anchored = { readonly entity: 'claim' | 'passage' | 'note'; readonly id: string };

/** An anchor that still stands in an earlier revision, and the revision it waits to be found in. */
export type Waiting = Anchored & { readonly anchor: Anchor; readonly to: string };

type Maps = Pick<CaseState, 'document' | 'claim' | 'passage' | 'note'>;

/** Every anchor of the case but those of merged claims. */
export function* anchorsIn({
  claim,
  passage,
  note,
}: Omit<Maps, 'document'>): Generator<Anchored & { readonly anchor: Anchor }> {
  for (const { id, anchors, mergedInto } of claim.values()) {
    if (mergedInto === null) for (const anchor of anchors) yield { entity: 'claim', id, anchor };
  }
  for (const { id, anchor } of passage.values()) yield { entity: 'passage', id, anchor };
  for (const { id, anchor } of note.values()) if (anchor) yield { entity: 'note', id, anchor };
}

const inOrder = (a: Waiting, b: Waiting): number =>
  a.anchor.start - b.anchor.start ||
  b.anchor.end - a.anchor.end ||
  (a.entity === b.entity ? 0 : a.entity < b.entity ? -1 : 1) ||
  (a.id < b.id ? -1 : 1);

const compute = memoised(
  (
    document: CaseState['document'],
    claim: CaseState['claim'],
    passage: CaseState['passage'],
    note: CaseState['note'],
  ): readonly Waiting[] => {
    const waiting: Waiting[] = [];
    for (const one of anchorsIn({ claim, passage, note })) {
      const current = currentOf(document, one.anchor.documentId);
      if (!current || current.id === one.anchor.documentId || one.anchor.notIn === current.id) continue;
      waiting.push({ ...one, to: current.id });
    }
    return waiting.sort(inOrder);
  },
);

/**
 * Everything that stands in an earlier revision of an article and was neither moved to the current one
 * nor said by a person to be gone from it, in the order of the text. It is worked out from the case
 * alone: what a colleague adds to the earlier revision waits here after a merge.
 */
export const reviewQueue = ({ document, claim, passage, note }: Maps): readonly Waiting[] =>
  compute(document, claim, passage, note);
