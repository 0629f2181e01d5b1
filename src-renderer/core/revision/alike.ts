import type { Span } from '../anchoring/paragraphs.ts';
import { foldText } from '../text/fold.ts';

/** A word of a text, and as it is compared. */
export type Word = Span & { readonly folded: string };

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\u0640]*/gu;

/** The words of a stretch, in order, with their places in the whole text. */
export function wordsOf(text: string, { start, end }: Span): Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
    folded: foldText(word),
  }));
}

/** Words with how often each stands there, pairs of neighbours among them: order counts, too. */
export function bagOf(words: readonly string[]): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  const add = (key: string): void => void bag.set(key, (bag.get(key) ?? 0) + 1);
  for (const [at, word] of words.entries()) {
    add(word);
    const next = words[at + 1];
    if (next !== undefined) add(`${word} ${next}`);
  }
  return bag;
}

const sizeOf = (bag: ReadonlyMap<string, number>): number =>
  [...bag.values()].reduce((sum, count) => sum + count, 0);

/** What words put in weigh against words that are missing. */
const PUT_IN = 0.3;

/** How much of `a` is in `b`, 0 to 1; what `b` has besides counts against it (Tversky's index). */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  const [missing, besides] = [sizeOf(a) - shared, sizeOf(b) - shared];
  const whole = shared + (1 - PUT_IN) * missing + PUT_IN * besides;
  return whole === 0 ? 0 : shared / whole;
}
