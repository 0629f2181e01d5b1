import type { Status } from '../model/finding.ts';
import type { Item } from '../model/item.ts';

/** How the findings on some claims stand, counted apart; nothing is summed up or averaged. */
export type HeldUp = Readonly<Record<Status, number>> & {
  /** Unverified, and nobody has decided anything. */
  readonly notStarted: number;
  /** Unverified after a search that found nothing. */
  readonly nothingFound: number;
  readonly skipped: number;
  /** The finding is kept from whoever looks. */
  readonly kept: number;
  /** Claims of which it was looked into whether it was said as reported. */
  readonly said: { readonly confirmed: number; readonly no: number };
};

type Group = Exclude<keyof HeldUp, 'said'>;

function groupOf({ finding, skip, findingKept }: Item<'claim'>): Group {
  if (skip !== null) return 'skipped';
  if (findingKept) return 'kept';
  if (finding === null) return 'notStarted';
  return finding.reason === 'searched, nothing found' ? 'nothingFound' : finding.status;
}

/** How these claims held up. Each is in exactly one of the counts, `said` apart. */
export function heldUp(claims: Iterable<Item<'claim'>>): HeldUp {
  const counts = {
    corroborated: 0,
    disputed: 0,
    unverified: 0,
    nothingFound: 0,
    notStarted: 0,
    skipped: 0,
    kept: 0,
  };
  const said = { confirmed: 0, no: 0 };
  for (const claim of claims) {
    counts[groupOf(claim)] += 1;
    const reported = claim.skip === null ? (claim.finding?.saidAsReported ?? 'unknown') : 'unknown';
    if (reported !== 'unknown') said[reported] += 1;
  }
  return { ...counts, said };
}
