import type { Json } from '#core/model/json.ts';
import type { Finding } from '#core/model/finding.ts';

/** A whole finding, as a screen writes it. */
export function findingOf(status: 'corroborated' | 'disputed', rationale: string): Json {
  const finding: Finding = {
    status,
    reason: status === 'disputed' ? 'sources disagree' : 'in full',
    part: null,
    rationale,
    asOf: '2015-03-01',
    confidence: null,
    saidAsReported: null,
    wouldChange: null,
    reviewBy: null,
    warnings: [],
  };
  return finding;
}
