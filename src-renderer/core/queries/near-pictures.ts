import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { differingBits, isPerceptualHash, NEAR_BITS, wordsOf } from '../model/perceptual-hash.ts';
import { memoised } from './memo.ts';

/** A picture that looks like another; `bits`: of 256, how many differ. */
export type NearPicture = { readonly item: Item<'evidence'>; readonly bits: number };

type Look = { readonly words: Uint32Array; readonly keys: readonly number[] };

/**
 * Of one part more than there may be differing bits, at least one is the same in both: so only
 * pictures that share a part need comparing, and thousands are no work.
 */
const PARTS = NEAR_BITS + 1;
const PART_BITS = Math.floor(256 / PARTS);
/** Odd, so that it reaches each of the 256 bits once; neighbours are alike in most pictures, so parts are scattered. */
const STRIDE = 101;

function keysOf(words: Uint32Array): readonly number[] {
  return Array.from({ length: PARTS }, (_, part) => {
    let value = part;
    for (let at = 0; at < PART_BITS; at++) {
      const bit = ((part * PART_BITS + at) * STRIDE) & 255;
      value = value * 2 + (((words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1);
    }
    return value;
  });
}

const lookOf = memoised(({ perceptualHash }: Item<'evidence'>): Look | null => {
  if (perceptualHash === null || !isPerceptualHash(perceptualHash)) return null;
  const words = wordsOf(perceptualHash);
  return { words, keys: keysOf(words) };
});

const sharing = memoised((evidence: CaseState['evidence']) => {
  const items = new Map<number, Item<'evidence'>[]>();
  for (const item of evidence.values()) {
    for (const key of lookOf(item)?.keys ?? []) {
      const held = items.get(key);
      if (held) held.push(item);
      else items.set(key, [item]);
    }
  }
  return items;
});

/** Pictures of the case that show the same as this one, or nearly; the nearest first. */
export function nearPictures(evidence: CaseState['evidence'], evidenceId: string): readonly NearPicture[] {
  const own = evidence.get(evidenceId);
  const look = own && lookOf(own);
  if (!look) return [];
  const items = sharing(evidence);
  const met = new Set<Item<'evidence'>>([own]);
  const near: NearPicture[] = [];
  for (const key of look.keys) {
    for (const item of items.get(key) ?? []) {
      if (met.has(item)) continue;
      met.add(item);
      const bits = differingBits(look.words, lookOf(item)?.words ?? look.words, NEAR_BITS);
      if (bits <= NEAR_BITS) near.push({ item, bits });
    }
  }
  return near.sort((a, b) => a.bits - b.bits);
}
