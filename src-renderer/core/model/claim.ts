import type { Anchor } from './anchor.ts';
import type { Finding } from './finding.ts';
import type { Ladder } from './ladder.ts';
import type { SecondRead } from './second-read.ts';

export const PRIORITIES = ['must', 'should', 'could'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const STAGES = ['to do', 'checking', 'waiting', 'ready', 'second read', 'signed off'] as const;
/** How far the work on a claim is; what was found is the finding's alone. */
export type Stage = (typeof STAGES)[number];

export const SKIP_REASONS = ['opinion', 'prediction', 'not checkable', 'trivial'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export const USES = ['state as fact', 'attribute', 'change wording', 'leave out'] as const;

/** What the editor may do with the claim, with suggested wording. */
export type Use = { readonly kind: (typeof USES)[number]; readonly wording: string | null };

/** A date the claim turns on. `edtf` follows ISO 8601-2 / EDTF (`????-07` as `XXXX-07`). */
export type ClaimDate = {
  readonly edtf: string;
  /** The article's words or the assumption made. */
  readonly note: string | null;
  readonly calendar: 'gregorian' | 'hijri';
};

/** One checkable assertion. */
export type Claim = {
  /** Never reused: `C-07`, made elsewhere `C-39-AB`. */
  readonly ref: string;
  readonly statement: string;
  /** Wording in the original script, where it differs. */
  readonly original: string | null;
  /** Translation decision held by the statement ("'prince' = amir"). */
  readonly gloss: string | null;
  /** Note on an ambiguous reading of the text. */
  readonly reading: string | null;
  readonly anchors: readonly Anchor[];
  /** Own ladder; null inherits the ladder of the passage around the first anchor. */
  readonly ladder: Ladder | null;
  readonly priority: Priority;
  /** Accuses a named person. */
  readonly accuses: boolean;
  /** Parties the claim is about. */
  readonly subjects: readonly string[];
  readonly tags: readonly string[];
  readonly dates: readonly ClaimDate[];
  readonly use: Use | null;
  readonly skip: { readonly reason: SkipReason; readonly note: string | null } | null;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
  readonly finding: Finding | null;
  readonly stage: Stage;
  /** Alias of who works on it: a colleague may be named before they ever opened the case. */
  readonly owner: string | null;
  /** Findings of other people, made without sight of `finding` (core/finding/second-read.ts). */
  readonly secondReads: readonly SecondRead[];
};
