import { describe, expect, it } from 'vitest';
import { countsOf, NONE, sum } from '../../scripts/lib/counts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const report = (passed: number, failed: number, testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults,
});

describe('the counts that a test run ends with', () => {
  it('are those of the reports, added up', () => {
    const first = countsOf(report(2, 1, [file('passed', 'passed', 'passed'), file('failed', 'failed')]));
    const second = countsOf({ ...report(3, 0, []), numPendingTests: 2, numTodoTests: 1 });
    expect(sum(sum(NONE, first), second)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('count a file that broke before its tests ran as a failure', () => {
    expect(countsOf(report(1, 0, [file('passed', 'passed'), file('failed')])).failed).toBe(1);
    expect(countsOf(report(0, 0, [file('failed', 'passed')])).failed).toBe(1);
  });
});
