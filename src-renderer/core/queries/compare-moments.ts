import type { Entry } from '../journal/entry.ts';
import { foldItems } from '../journal/fold.ts';
import { compareStamps, isDeleted, type Stamp } from '../journal/folded.ts';
import { placeOf } from '../journal/place.ts';
import { restatementsIn, type Restatements } from '../journal/restatements.ts';
import type { Stance } from '../model/claim-parts.ts';
import type { Finding } from '../model/finding.ts';
import { type Item, readItem } from '../model/item.ts';
import { compareRefs } from '../model/refs.ts';

/** A moment of the history: right after an action (its `batch`), or before all of them (null). */
export type Moment = string | null;

/** How an evidence item bore on a claim at the two moments; null: not at all. */
export type EvidenceDifference = {
  readonly evidenceId: string;
  readonly before: Stance | null;
  readonly after: Stance | null;
};

/** A claim that is not the same at two moments. */
export type ClaimDifference = {
  readonly claimId: string;
  readonly ref: string;
  readonly kind: 'made' | 'gone' | 'changed';
  /** The statement at each of the moments, '' where the claim was not there. */
  readonly statement: { readonly before: string; readonly after: string };
  readonly finding: { readonly before: Finding | null; readonly after: Finding | null };
  readonly evidence: readonly EvidenceDifference[];
};

type Claims = ReadonlyMap<string, Item<'claim'>>;
type Stances = ReadonlyMap<string, ReadonlyMap<string, Stance>>;
type View = { readonly claims: Claims; readonly stances: Stances };

/** Where the last entry of an action stands; null: before everything. */
function endOf(entries: readonly Entry[], moment: Moment): Stamp | null {
  let last: Stamp | null = null;
  for (const { header } of entries) {
    if (header.batch === moment && (last === null || compareStamps(header, last) > 0)) last = header;
  }
  return last;
}

/** The claims and what bore on them, by the entries written until then; what a purge says again counts where it did. */
function viewAt(entries: readonly Entry[], restatements: Restatements, moment: Moment): View {
  const end = endOf(entries, moment);
  const wasThere = ({ header }: Entry): boolean =>
    end !== null && compareStamps(restatements.get(placeOf(header))?.of ?? header, end) <= 0;
  const wanted = entries.filter(
    (entry) => (entry.body?.entity === 'claim' || entry.body?.entity === 'assessment') && wasThere(entry),
  );
  const claims = new Map<string, Item<'claim'>>();
  const stances = new Map<string, Map<string, Stance>>();
  for (const folded of foldItems(wanted, restatements).values()) {
    if (isDeleted(folded)) continue;
    if (folded.entity === 'claim') {
      const claim = readItem('claim', folded);
      if (claim.mergedInto === null) claims.set(claim.id, claim);
    } else {
      const { claimId, evidenceId, stance } = readItem('assessment', folded);
      const held = stances.get(claimId) ?? new Map<string, Stance>();
      stances.set(claimId, held.set(evidenceId, stance));
    }
  }
  return { claims, stances };
}

const NO_STANCES: ReadonlyMap<string, Stance> = new Map();

function evidenceBetween(
  before: ReadonlyMap<string, Stance>,
  after: ReadonlyMap<string, Stance>,
): EvidenceDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((evidenceId) => ({
      evidenceId,
      before: before.get(evidenceId) ?? null,
      after: after.get(evidenceId) ?? null,
    }))
    .filter((one) => one.before !== one.after);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function differenceOf(id: string, before: View, after: View): ClaimDifference | null {
  const [was, is] = [before.claims.get(id), after.claims.get(id)];
  if (!was && !is) return null;
  const evidence = evidenceBetween(before.stances.get(id) ?? NO_STANCES, after.stances.get(id) ?? NO_STANCES);
  const finding = { before: was?.finding ?? null, after: is?.finding ?? null };
  const statement = { before: was?.statement ?? '', after: is?.statement ?? '' };
  const kept = same(finding.before, finding.after) && statement.before === statement.after;
  if (was && is && kept && evidence.length === 0) return null;
  const kind = was && is ? 'changed' : is ? 'made' : 'gone';
  return { claimId: id, ref: is?.ref ?? was?.ref ?? '', kind, statement, finding, evidence };
}

/**
 * What differs of the claims between two moments, whichever of them is given first: made, gone,
 * said otherwise, found otherwise, or with other evidence. A moment is everything written until
 * then by the clocks of whoever wrote it, wherever it was written. `claimId`: of this claim alone.
 */
export function compareMoments(
  entries: readonly Entry[],
  one: Moment,
  other: Moment,
  claimId: string | null,
): ClaimDifference[] {
  const [endOne, endOther] = [endOf(entries, one), endOf(entries, other)];
  const turned = endOne !== null && (endOther === null || compareStamps(endOne, endOther) > 0);
  const restatements = restatementsIn(entries);
  const before = viewAt(entries, restatements, turned ? other : one);
  const after = viewAt(entries, restatements, turned ? one : other);
  const ids = claimId === null ? new Set([...before.claims.keys(), ...after.claims.keys()]) : [claimId];
  return [...ids]
    .flatMap((id) => differenceOf(id, before, after) ?? [])
    .sort((a, b) => compareRefs(a.ref, b.ref));
}
