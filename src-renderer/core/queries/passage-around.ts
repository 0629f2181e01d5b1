import { indexPassages, innermostAt } from '../anchoring/passage-index.ts';
import type { Anchor } from '../model/anchor.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { memoised } from './memo.ts';

/** Finds the passage the first character of an anchor stands in, null when there is none. */
export type PassageFinder = (anchor: Pick<Anchor, 'documentId' | 'start'>) => Item<'passage'> | null;

const finderFor = memoised((passages: CaseState['passage']): PassageFinder => {
  const index = indexPassages(passages.values());
  return (anchor) => innermostAt(index, anchor);
});

/** The finder for a case; ask for it once when asking about many anchors. */
export const passageFinder = (state: Pick<CaseState, 'passage'>): PassageFinder => finderFor(state.passage);

/** The passage a claim takes its ladder from; null when it has its own or stands in none. */
export function inheritedFrom(claim: Item<'claim'>, find: PassageFinder): Item<'passage'> | null {
  const [anchor] = claim.anchors;
  return claim.ladder === null && anchor ? find(anchor) : null;
}
