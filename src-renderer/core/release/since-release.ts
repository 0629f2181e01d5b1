import type { Write } from '../journal/folded.ts';
import type { CaseState } from '../model/case-state.ts';
import { NOT_STARTED, type Reason, type Status } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import { compareRefs } from '../model/refs.ts';
import type { Release, ReleasedClaim } from '../model/release.ts';

type Standing = { readonly status: Status; readonly reason: Reason };

/** A claim that is not what it was when the release left. */
export type ChangedClaim = {
  readonly claim: Item<'claim'>;
  readonly was: Standing;
  readonly now: Standing;
  /** Status or reason differ. */
  readonly moved: boolean;
  /** The statement was written again. */
  readonly reworded: boolean;
  /** Only the words of the finding were written again. */
  readonly refounded: boolean;
};

/** What became of a release since it left. */
export type SinceRelease = {
  readonly changed: readonly ChangedClaim[];
  /** Claims of the release that do not stand any more: removed, merged into another or skipped. */
  readonly gone: readonly ReleasedClaim[];
  /** Claims as released that depend on a changed one, by reference. */
  readonly dependent: readonly { readonly claim: Item<'claim'>; readonly on: readonly string[] }[];
  /** Claims made since. */
  readonly added: readonly Item<'claim'>[];
  /** Released parties that may not be named now. */
  readonly protectedSince: readonly string[];
};

const isSince =
  ({ seen }: Release) =>
  ({ actor, seq }: Pick<Write, 'actor' | 'seq'>): boolean =>
    seq > (seen[actor] ?? 0);

function changeOf(release: Release, claim: Item<'claim'>, was: ReleasedClaim): ChangedClaim | null {
  const since = isSince(release);
  const written = (field: string): boolean => (claim.folded.fields[field] ?? []).some(since);
  const { status, reason } = claim.finding ?? NOT_STARTED;
  const moved = !claim.findingKept && (status !== was.status || reason !== was.reason);
  const reworded = written('statement');
  const refounded = !moved && written('finding');
  if (!moved && !reworded && !refounded) return null;
  const before = { status: was.status, reason: was.reason };
  return { claim, was: before, now: { status, reason }, moved, reworded, refounded };
}

/** Claims of the release, themselves unchanged, that depend on a claim that changed. */
function dependentOn(
  state: CaseState,
  released: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): SinceRelease['dependent'] {
  const on = new Map<string, string[]>();
  for (const { kind, from, to } of state.relation.values()) {
    if (kind !== 'depends on' || !released.has(from) || changed.has(from) || !changed.has(to)) continue;
    on.set(from, [...(on.get(from) ?? []), to]);
  }
  return [...on].flatMap(([id, targets]) => {
    const claim = state.claim.get(id);
    return claim ? [{ claim, on: targets }] : [];
  });
}

/** Whether a claim that was released does not stand any more; what was skipped when it left is as it was. */
function isGone(claim: Item<'claim'> | undefined, since: ReturnType<typeof isSince>): boolean {
  if (!claim) return true;
  const { mergedInto, skip, folded } = claim;
  const written = (field: string): boolean => (folded.fields[field] ?? []).some(since);
  return (mergedInto !== null && written('mergedInto')) || (skip !== null && written('skip'));
}

const byRef = (a: { readonly claim: Item<'claim'> }, b: { readonly claim: Item<'claim'> }): number =>
  compareRefs(a.claim.ref, b.claim.ref);

/** What changed in the case since the release left, claims by reference. */
export function sinceRelease(
  state: CaseState,
  release: Release,
  isProtected: (partyId: string) => boolean,
): SinceRelease {
  const stands = (id: string): Item<'claim'> | null => {
    const claim = state.claim.get(id);
    return claim && claim.mergedInto === null && claim.skip === null ? claim : null;
  };
  const released = new Set(release.claims.map(({ claimId }) => claimId));
  const changed = release.claims.flatMap((was) => {
    const claim = stands(was.claimId);
    return (claim && changeOf(release, claim, was)) ?? [];
  });
  const since = isSince(release);
  const isNew = ({ folded, mergedInto, skip }: Item<'claim'>): boolean =>
    mergedInto === null && skip === null && (folded.fields['ref'] ?? []).every(since);
  return {
    changed: changed.sort(byRef),
    gone: release.claims.filter(({ claimId }) => isGone(state.claim.get(claimId), since)),
    dependent: [...dependentOn(state, released, new Set(changed.map(({ claim }) => claim.id)))].sort(byRef),
    added: [...state.claim.values()]
      .filter((claim) => !released.has(claim.id) && isNew(claim))
      .sort((a, b) => compareRefs(a.ref, b.ref)),
    protectedSince: release.holds.filter(isProtected),
  };
}
