import { alikeClaims } from '../extraction/alike/alike-claims.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { foldText } from '../text/fold.ts';

/** A claim that may be the same as the one asked about. */
export type SameClaim = {
  readonly claimId: string;
  /** Numbers that only one of the two holds, as both say them: then it may be another claim after all. */
  readonly numbers: readonly string[];
};

/** More than these are no help. */
const MOST = 3;

/** Claims that share fewer of their words, of the longer one's, are never nearly the same. */
const LEAST_SHARED = 0.5;
/** Of very many copies so many are compared. */
const MOST_NEAR = 200;

const words = new WeakMap<Item<'claim'>, ReadonlySet<string>>();

/** The folded words of a claim, kept while it stays as it is: folding thousands anew would be felt. */
function wordsOf(claim: Item<'claim'>): ReadonlySet<string> {
  const held = words.get(claim) ?? new Set(foldText(claim.statement).match(/[\p{L}\p{M}\p{N}]+/gu));
  words.set(claim, held);
  return held;
}

/** Those worth comparing in full: that would take a second for thousands of claims. */
function near(claims: readonly Item<'claim'>[], asked: Item<'claim'>): Item<'claim'>[] {
  const own = wordsOf(asked);
  return claims
    .filter((other) => {
      if (other.id === asked.id || other.mergedInto !== null) return false;
      const held = wordsOf(other);
      const least = LEAST_SHARED * Math.max(own.size, held.size);
      let shared = 0;
      for (const word of held) if (own.has(word)) shared += 1;
      return shared > 0 && shared >= least;
    })
    .slice(0, MOST_NEAR);
}

/** Claims of the case that say nearly the same as this one, the likest first, without those it is related to already. */
export function sameClaims(
  { claim, relation }: Pick<CaseState, 'claim' | 'relation'>,
  claimId: string,
): SameClaim[] {
  const asked = claim.get(claimId);
  if (!asked || asked.mergedInto !== null) return [];
  const related = new Set<string>();
  for (const { from, to } of relation.values()) {
    if (from === claimId) related.add(to);
    if (to === claimId) related.add(from);
  }
  const statements = [asked, ...near([...claim.values()], asked)].map(({ id, statement }) => ({
    id,
    text: statement,
  }));
  return alikeClaims(statements)
    .flatMap(({ a, b, onlyA, onlyB }): SameClaim[] => {
      const other = a === claimId ? b : b === claimId ? a : null;
      if (other === null || related.has(other)) return [];
      return [{ claimId: other, numbers: [...onlyA, ...onlyB] }];
    })
    .slice(0, MOST);
}
