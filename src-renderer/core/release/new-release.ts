import { capturesOf } from '../finding/capture-set.ts';
import type { CaseState } from '../model/case-state.ts';
import { NOT_STARTED } from '../model/finding.ts';
import type { Release, ReleaseAudience, ReleasedClaim, ReleaseKind } from '../model/release.ts';
import type { Replaced } from '../protection/leaving.ts';
import { chosenClaims } from '../exchange/claims/chosen.ts';

/** What a screen knows of a file before it is written. */
export type Leaves = {
  readonly kind: ReleaseKind;
  readonly audience: ReleaseAudience;
  readonly claims: readonly ReleasedClaim[];
  readonly evidence: readonly string[];
  readonly redactions: Release['redactions'];
};

/** What the finished file is. */
export type FinishedFile = {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Parties whose names were found in it. */
  readonly holds: readonly string[];
};

/** The evidence that bears on these claims, links with their captures. */
function evidenceOf(state: CaseState, claimIds: ReadonlySet<string>): string[] {
  const ids = new Set<string>();
  for (const { claimId, evidenceId } of state.assessment.values()) {
    if (!claimIds.has(claimId) || !state.evidence.has(evidenceId)) continue;
    ids.add(evidenceId);
    for (const { id } of capturesOf(state, evidenceId)) ids.add(id);
  }
  return [...ids].sort();
}

/** Files that describe every item when all claims leave, not only what bears on one. */
const OF_EVIDENCE: ReadonlySet<ReleaseKind> = new Set<ReleaseKind>(['bag', 'evidence-csv']);

/** How the chosen claims (null: all) stand in a case that is about to leave, and what was replaced in it. */
export function leavesOf(
  leaving: { readonly state: CaseState; readonly replaced: readonly Replaced[] },
  what: Pick<Leaves, 'kind' | 'audience'> & { readonly claimIds: readonly string[] | null },
): Leaves {
  const { state, replaced } = leaving;
  const { kind, audience, claimIds } = what;
  const chosen = chosenClaims(state, claimIds);
  const claims = chosen.map(({ id, finding }): ReleasedClaim => {
    const { status, reason } = finding ?? NOT_STARTED;
    return { claimId: id, status, reason };
  });
  return {
    kind,
    audience,
    claims,
    evidence:
      claimIds === null && OF_EVIDENCE.has(kind)
        ? [...state.evidence.keys()].sort()
        : evidenceOf(state, new Set(chosen.map(({ id }) => id))),
    redactions: replaced.map(({ itemId, as, count }) => ({ itemId, as, count })),
  };
}

const nameOf = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

/** The release that a finished file is. `seen`: where the history stood; `madeAt`: ISO 8601 instant. */
export const newRelease = (
  leaves: Leaves,
  { path, bytes, sha256, holds }: FinishedFile,
  { seen, madeAt }: Pick<Release, 'seen' | 'madeAt'>,
): Release => ({
  ...leaves,
  madeAt,
  fileName: nameOf(path),
  bytes,
  sha256,
  to: null,
  note: null,
  holds: [...holds].sort(),
  seen,
});
