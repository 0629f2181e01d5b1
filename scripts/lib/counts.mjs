/** Counts of no test at all. */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * Passed, failed and skipped tests of a vitest JSON report. A file that fails before its tests run
 * (a broken import, a failing set-up hook) counts as one failure: it must never look like none.
 */
export function countsOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/** Two counts together. */
export const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});
