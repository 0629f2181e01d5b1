import type { Finding, Reason, Status } from './finding.ts';

/** How a person decided between a finding and the second read of it. */
export type Settlement = {
  /** Actor id of who decided. */
  readonly by: string;
  /** What the claim was settled as: it holds as long as the finding says so. */
  readonly status: Status;
  readonly reason: Reason;
  readonly why: string;
};

/** A finding that another person made without sight of the first. */
export type SecondRead = {
  /** Actor id of the second reader. */
  readonly by: string;
  readonly finding: Finding;
  /** Null: nobody had to decide, or nobody has yet. */
  readonly settled: Settlement | null;
};
