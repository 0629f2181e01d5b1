import type { Reason, Status } from './finding.ts';
import type { Sha256 } from './sha256.ts';

export const RELEASE_KINDS = [
  'report',
  'claim-review',
  'web-annotation',
  'claims-csv',
  'evidence-csv',
  'html',
  'docx',
  'bag',
  'project',
  'project-part',
  'project-redacted',
] as const;
/** What left: a report as PDF, data in a format of `core/exchange`, the evidence, a project file. */
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

export const RELEASE_AUDIENCES = ['internal', 'legal', 'editor', 'public', 'colleagues'] as const;
/** For whom it was made; the first four as reports have them. */
export type ReleaseAudience = (typeof RELEASE_AUDIENCES)[number];

/** How a claim stood in what left. */
export type ReleasedClaim = { readonly claimId: string; readonly status: Status; readonly reason: Reason };

/** Somebody or something that was replaced in what left; `as` '': withheld. */
export type ReleasedRedaction = { readonly itemId: string; readonly as: string; readonly count: number };

/**
 * A file that left the program, frozen (DESIGN 1). It holds no words of the case: what stood in the
 * file is known by ids, by the file's hash and by where the history stood.
 */
export type Release = {
  readonly kind: ReleaseKind;
  readonly audience: ReleaseAudience;
  /** ISO 8601 instant. */
  readonly madeAt: string;
  /** Name of the file, without its folder. */
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256 of the finished file. */
  readonly sha256: Sha256;
  /** Whom it was given to, in the person's words. */
  readonly to: string | null;
  readonly note: string | null;
  readonly claims: readonly ReleasedClaim[];
  /** Evidence items that stand in it. */
  readonly evidence: readonly string[];
  /** Parties whose names can be read in it. */
  readonly holds: readonly string[];
  readonly redactions: readonly ReleasedRedaction[];
  /** Highest entry number of each actor that it was made from. */
  readonly seen: { readonly [actor: string]: number };
};
