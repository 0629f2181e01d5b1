export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests?: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};
export const NONE: Counts;
export function countsOf(report: VitestReport): Counts;
export function sum(a: Counts, b: Counts): Counts;
