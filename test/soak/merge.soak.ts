import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyHistory } from '../support/merge-histories.ts';
import { MERGE_PROPERTIES } from '../support/merge-properties.ts';

/** Histories for each property; `MERGE_HISTORIES` takes more or fewer. */
const HISTORIES = Number(process.env['MERGE_HISTORIES'] ?? 10_000);

describe(`merging, soaked: ${HISTORIES} histories a property`, () => {
  for (const { name, check } of MERGE_PROPERTIES) {
    it(name, { timeout: 3_600_000 }, () => {
      fc.assert(fc.property(anyHistory, check), { numRuns: HISTORIES });
    });
  }
});
