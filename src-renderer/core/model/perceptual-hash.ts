/**
 * What a picture looks like: 256 bits as 64 lower-case hex digits, a block of the picture each,
 * lighter or darker than the median of its band (Yang, Gu, Niu, "Block Mean Value Based Image
 * Perceptual Hashing", 2006, in the form of blockhash.io).
 */
const HASH = /^[0-9a-f]{64}$/;

/** Whether a text is such a hash. */
export const isPerceptualHash = (text: string): boolean => HASH.test(text);

/** At most so many of the 256 bits differ between copies of one picture (the bound blockhash.io gives). */
export const NEAR_BITS = 10;

/** The bits of a hash as eight words. */
export function wordsOf(hash: string): Uint32Array {
  const words = new Uint32Array(8);
  for (let at = 0; at < 8; at++) words[at] = Number.parseInt(hash.slice(at * 8, at * 8 + 8), 16);
  return words;
}

/** Bits set in a word (Warren, Hacker's Delight, figure 5-2). */
function bitsIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x5555_5555);
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** In how many bits two hashes differ; counting ends beyond `most`. */
export function differingBits(one: Uint32Array, other: Uint32Array, most: number): number {
  let bits = 0;
  for (let at = 0; at < 8 && bits <= most; at++) bits += bitsIn((one[at] ?? 0) ^ (other[at] ?? 0));
  return bits;
}
