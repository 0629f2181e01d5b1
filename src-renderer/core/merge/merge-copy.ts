import { type Absorbed, OwnChainAheadError, underActor } from '../journal/absorb.ts';
import type { Entropy, Tip } from '../journal/append.ts';
import type { Change, Entry } from '../journal/entry.ts';
import { fold } from '../journal/fold.ts';
import { freshActor } from '../journal/fresh-actor.ts';
import { type CaseState, stateOf } from '../model/case-state.ts';
import { vouchedKeys } from '../sharing/vouch.ts';
import { type Destroyed, destroyed } from './destroyed.ts';
import { type MergeReview, reviewMerge } from './review-merge.ts';
import { stateAfter } from './state-after.ts';
import { takeIn, writeAndAbsorb } from './take-in.ts';

/** This copy's journal, where it stands, and the verified journal of another copy of the same case. */
export type CopyToMerge = {
  readonly caseId: string;
  readonly held: readonly Entry[];
  readonly tip: Tip;
  readonly incoming: readonly Entry[];
};

/** All that storing and showing a merge needs; plain data. */
export type MergedCopy = Pick<Absorbed, 'added' | 'erased' | 'changed' | 'removed' | 'tip'> & {
  readonly destroyed: Destroyed;
  readonly review: MergeReview;
  /** Signing key that vouches for each actor, by actor id. */
  readonly vouched: ReadonlyMap<string, string>;
  /** This copy was an older state of one that wrote on: its own work goes on under a fresh actor. */
  readonly anew: boolean;
};

/** What a fresh actor of this copy says of itself: the alias and initials of the one before. */
function samePerson(before: CaseState, was: string, actor: string): Change[] {
  const { alias = '', initials = '' } = before.actor.get(was) ?? {};
  return [{ entity: 'actor', entityId: actor, op: 'create', patch: { alias, initials } }];
}

type Taken = { readonly absorbed: Absorbed; readonly anew: boolean };

/**
 * Takes the other journal in. When it goes on where this copy's own chain ends (the laptop was set
 * back to a backup), this copy writes on under a fresh actor: one chain is never continued in two
 * places (DESIGN 3).
 */
function takeInOrAnew({ held, incoming, tip }: CopyToMerge, before: CaseState, entropy: Entropy): Taken {
  try {
    return { absorbed: takeIn(held, incoming, tip, entropy), anew: false };
  } catch (error) {
    if (!(error instanceof OwnChainAheadError)) throw error;
  }
  const fresh = underActor(tip, freshActor(entropy));
  const { journal, tip: next } = takeIn(held, incoming, fresh, entropy);
  const joined = samePerson(before, tip.actor, fresh.actor);
  return { absorbed: writeAndAbsorb(held, next, joined, entropy, journal), anew: true };
}

/** Merges another copy and says what that brings. Throws `ForkedChainError` when a chain goes two ways. */
export function mergeCopy(copy: CopyToMerge, entropy: Entropy): MergedCopy {
  const before = stateOf(fold(copy.held).values());
  const { absorbed, anew } = takeInOrAnew(copy, before, entropy);
  const { added, erased, changed, removed, tip, journal } = absorbed;
  return {
    added,
    erased,
    changed,
    removed,
    tip,
    destroyed: destroyed(absorbed),
    review: reviewMerge(before, absorbed, stateAfter(before, absorbed)),
    vouched: vouchedKeys(copy.caseId, journal),
    anew,
  };
}
