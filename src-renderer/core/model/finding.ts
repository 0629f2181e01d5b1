export const STATUSES = ['corroborated', 'disputed', 'unverified'] as const;
export type Status = (typeof STATUSES)[number];

/** Reasons a status may have, exactly as DESIGN 1 lists them. */
export const REASONS = {
  corroborated: ['in full', 'in part'],
  disputed: ['contradicted by evidence', 'sources disagree'],
  unverified: ['not started', 'searched, nothing found', 'insufficient', 'cannot be checked', 'text unclear'],
} as const satisfies Record<Status, readonly string[]>;
export type Reason = (typeof REASONS)[Status][number];

/** ICD 203 analytic confidence. */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const SAID_AS_REPORTED = ['confirmed', 'no', 'unknown'] as const;
export type SaidAsReported = (typeof SAID_AS_REPORTED)[number];

/** What a person decided about a claim. Every earlier one is kept in the history. */
export type Finding = {
  readonly status: Status;
  readonly reason: Reason;
  /** Which part, for `corroborated: in part`. */
  readonly part: string | null;
  readonly rationale: string;
  /** Day the finding speaks for, ISO 8601 date. */
  readonly asOf: string;
  /** Never set for `unverified`. */
  readonly confidence: Confidence | null;
  readonly saidAsReported: SaidAsReported | null;
  readonly wouldChange: string | null;
  /** ISO 8601 date. */
  readonly reviewBy: string | null;
  /** Codes of the warnings that stood beside the rationale when it was saved. */
  readonly warnings: readonly string[];
};

/** The finding of a claim nobody has looked at: there is none. */
export const NOT_STARTED = { status: 'unverified', reason: 'not started' } as const;
