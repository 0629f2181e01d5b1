import { describe, expect, it } from 'vitest';
import { brokenBy, MERGE_PROPERTIES } from '../support/merge-properties.ts';

/** Histories for each property; `MERGE_HISTORIES` takes more or fewer. */
const HISTORIES = Number(process.env['MERGE_HISTORIES'] ?? 10_000);

describe('merging, soaked', () => {
  it.each(MERGE_PROPERTIES)('%s', { timeout: 3_600_000 }, (_name, check) => {
    expect(brokenBy(check, HISTORIES)).toBeNull();
  });
});
