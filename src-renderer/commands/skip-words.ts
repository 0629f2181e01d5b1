import type { Anchor } from '#core/model/anchor.ts';
import type { SkipReason } from '#core/model/claim.ts';
import { type Command, isRefusal } from '#core/ports/command.ts';
import { makeClaim } from './make-claim.ts';
import { orNull } from './support/text.ts';

export type SkipWords = {
  readonly anchor: Anchor;
  readonly reason: SkipReason;
  readonly note?: string | null;
};

/** Says of words of an article that they are looked at and left aside, with a reason: a claim that is skipped from the start. */
export const skipWords: Command<SkipWords> = (state, { anchor, reason, note }, context) => {
  const made = makeClaim(state, { anchors: [anchor] }, context);
  if (isRefusal(made)) return made;
  const skip = { reason, note: orNull(note) };
  return made.map((change) => ({ ...change, patch: { ...change.patch, skip } }));
};
