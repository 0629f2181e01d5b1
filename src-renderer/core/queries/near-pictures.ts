import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { differingBits, isPerceptualHash, NEAR_BITS, wordsOf } from '../model/perceptual-hash.ts';
import { memoised } from './memo.ts';

/** A picture that looks like another; `bits`: of 256, how many differ. */
export type NearPicture = { readonly item: Item<'evidence'>; readonly bits: number };

type Hashed = { readonly item: Item<'evidence'>; readonly words: Uint32Array };

const hashedIn = memoised((evidence: CaseState['evidence']): readonly Hashed[] =>
  [...evidence.values()].flatMap((item) => {
    const hash = item.perceptualHash;
    return hash !== null && isPerceptualHash(hash) ? [{ item, words: wordsOf(hash) }] : [];
  }),
);

/** Pictures of the case that show the same as this one, or nearly; the nearest first. */
export function nearPictures(evidence: CaseState['evidence'], evidenceId: string): readonly NearPicture[] {
  const hash = evidence.get(evidenceId)?.perceptualHash ?? '';
  if (!isPerceptualHash(hash)) return [];
  const own = wordsOf(hash);
  const near: NearPicture[] = [];
  for (const { item, words } of hashedIn(evidence)) {
    if (item.id === evidenceId) continue;
    const bits = differingBits(own, words, NEAR_BITS);
    if (bits <= NEAR_BITS) near.push({ item, bits });
  }
  return near.sort((a, b) => a.bits - b.bits);
}
