import { describe, expect, it } from 'vitest';
import { brokenBy, MERGE_PROPERTIES } from '../../support/merge-properties.ts';

/** Histories for each of seven properties: 2,800 in all; `npm run soak` takes many more. */
const HISTORIES = 400;

describe('whatever 2–4 people write, purge, restore and pass on', () => {
  it.each(MERGE_PROPERTIES)('%s', { timeout: 120_000 }, (_name, check) => {
    expect(brokenBy(check, HISTORIES)).toBeNull();
  });
});
