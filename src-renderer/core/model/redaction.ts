import type { Restated } from './purge.ts';

/**
 * What a redacted copy of the case says in place of bodies it withholds (DESIGN 3). Grow-only, and
 * written under an actor id of its own. Where the true body is known it counts instead, so a
 * redacted copy changes nothing when it comes back.
 */
export type Redaction = {
  /** The entries before this one that stand in for withheld ones. */
  readonly restated: readonly Restated[];
};
