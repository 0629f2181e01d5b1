import { isFirstReader, secondReadOutcome, secondReadsOf } from '../finding/second-read.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { checksOf } from './indexes.ts';

/** What may fall due of a claim; days are ISO 8601 dates. */
export type ClaimDue = {
  /** The earliest day a check waits until, null when none waits. */
  readonly check: string | null;
  /** The day its finding is to be looked at again by. */
  readonly review: string | null;
  /** It waits, and no check says until when. */
  readonly waits: boolean;
  /** A second read differs from the finding, or what was signed off is no longer agreed on. */
  readonly differs: boolean;
};

const isWaiting = ({ result, until }: Item<'check'>) => result === 'waiting until' && until !== null;
const earliest = (days: readonly (string | null)[]): string | null =>
  days.reduce((least, day) => (least === null || (day !== null && day < least) ? day : least), null);

/** What may fall due of a claim with these checks; of one that is skipped nothing does. */
export function claimDue(claim: Item<'claim'>, checks: readonly Item<'check'>[]): ClaimDue {
  if (claim.skip !== null || claim.mergedInto !== null) {
    return { check: null, review: null, waits: false, differs: false };
  }
  const check = earliest(checks.filter(isWaiting).map(({ until }) => until));
  const outcome = secondReadOutcome(claim);
  return {
    check,
    review: claim.finding?.reviewBy ?? null,
    waits: claim.stage === 'waiting' && check === null,
    differs: outcome === 'differ' || (claim.stage === 'signed off' && outcome === 'none'),
  };
}

export const sameDue = (a: ClaimDue, b: ClaimDue): boolean =>
  a.check === b.check && a.review === b.review && a.waits === b.waits && a.differs === b.differs;

const hasCome = (day: string | null, today: string): boolean => day !== null && day <= today;

type Row = { readonly due: ClaimDue; readonly findingKept: boolean };

/** Whether something about the claim is to be done by `today`, a second read among it. */
export const isDue = ({ due, findingKept }: Row, today: string): boolean =>
  hasCome(due.check, today) || hasCome(due.review, today) || due.waits || due.differs || findingKept;

/** One thing that is due or will be: `on` null: at any time. */
export type DueEntry = { readonly claim: Item<'claim'>; readonly on: string | null } & (
  | { readonly kind: 'check'; readonly check: Item<'check'> }
  | { readonly kind: 'review' | 'waiting' | 'second read' | 'difference' | 'sign-off' }
);

/** What is due on a day, and what has its day later; each the earliest first. */
export type Due = { readonly now: readonly DueEntry[]; readonly later: readonly DueEntry[] };

function entriesOf(state: CaseState, claim: Item<'claim'>, actor: string): DueEntry[] {
  if (claim.skip !== null || claim.mergedInto !== null) return [];
  const due = claimDue(claim, checksOf(state, claim.id));
  const entries: DueEntry[] = [];
  for (const check of checksOf(state, claim.id)) {
    if (isWaiting(check)) entries.push({ kind: 'check', claim, check, on: check.until });
  }
  if (due.review !== null) entries.push({ kind: 'review', claim, on: due.review });
  if (due.waits) entries.push({ kind: 'waiting', claim, on: null });
  const awaits = claim.stage === 'second read' && secondReadsOf(claim).length === 0;
  if (awaits && (claim.findingKept || (claim.finding !== null && !isFirstReader(state, claim, actor)))) {
    entries.push({ kind: 'second read', claim, on: null });
  }
  if (due.differs) {
    entries.push({ kind: claim.stage === 'signed off' ? 'sign-off' : 'difference', claim, on: null });
  }
  return entries;
}

const byDay = (a: DueEntry, b: DueEntry) => {
  const [left, right] = [a.on ?? '9999', b.on ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * What is due in the case by `today` (ISO 8601 date): checks whose date has come, findings to be
 * looked at again, claims that wait without a date, second reads that `actor` may make, and second
 * reads that differ. What is skipped is never due.
 */
export function dueIn(state: CaseState, today: string, actor: string): Due {
  const all = [...state.claim.values()].flatMap((claim) => entriesOf(state, claim, actor)).sort(byDay);
  const isLater = ({ on }: DueEntry) => on !== null && on > today;
  return { now: all.filter((entry) => !isLater(entry)), later: all.filter(isLater) };
}
