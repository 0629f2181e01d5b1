import type { Span } from './paragraphs.ts';
import { unseenSentences } from './unseen-sentences.ts';

/** How far an article has been gone through, sentence by sentence. */
export type Coverage = {
  readonly sentences: number;
  /** In a claim that stands. */
  readonly claimed: number;
  /** In skipped claims alone. */
  readonly skipped: number;
  /** Not looked at yet, in order. */
  readonly unseen: readonly Span[];
};

/** Which sentences are in a claim, skipped with a reason, or not looked at; each counts once. */
export function coverageOf(
  sentences: readonly Span[],
  claimed: readonly Span[],
  skipped: readonly Span[],
): Coverage {
  const open = unseenSentences(sentences, claimed);
  const unseen = unseenSentences(open, skipped);
  return {
    sentences: sentences.length,
    claimed: sentences.length - open.length,
    skipped: open.length - unseen.length,
    unseen,
  };
}

/** The next sentence nobody looked at from an offset on, from the top again behind the last; null when none is left. */
export const nextUnseen = ({ unseen }: Coverage, from: number): Span | null =>
  unseen.find(({ start }) => start >= from) ?? unseen[0] ?? null;
