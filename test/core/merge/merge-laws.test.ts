import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyHistory } from '../../support/merge-histories.ts';
import { MERGE_PROPERTIES } from '../../support/merge-properties.ts';

/** Seven properties, each of histories of its own: 2,100 in all; `npm run soak` takes many more. */
const HISTORIES = 300;

describe('whatever 2–4 people write, purge, restore and pass on', () => {
  for (const { name, check } of MERGE_PROPERTIES) {
    it(name, { timeout: 120_000 }, () => {
      fc.assert(fc.property(anyHistory, check), { numRuns: HISTORIES });
    });
  }
});
