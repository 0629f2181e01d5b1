import { describe, expect, it } from 'vitest';
import type { History } from '../../support/merge-histories.ts';
import { brokenBy, MERGE_PROPERTIES } from '../../support/merge-properties.ts';

/** Histories for each of three properties, 2,100 in all; `npm run soak` takes 10,000 for each. */
const HISTORIES = 700;

describe('whatever 2–4 people write, purge, redact, forge, restore and pass on', () => {
  it.each(MERGE_PROPERTIES)('%s', { timeout: 240_000 }, (_name, check) => {
    expect(brokenBy(check, HISTORIES)).toBeNull();
  });
});

/** Histories that broke a property once. */
const FOUND: readonly (readonly [what: string, history: History])[] = [
  [
    'a copy that knows only redacted words says them again, another that knows the true ones too',
    {
      skews: [0, 0],
      acts: [
        { kind: 'edit', who: 1, item: 0, fields: 785, value: 0 },
        { kind: 'file', who: 1, part: 'redacted', chosen: 0 },
        { kind: 'race', who: 0, item: 278, place: 0 },
        { kind: 'restore', who: 0, file: 0 },
        { kind: 'open', who: 0, file: 0 },
        { kind: 'edit', who: 0, item: 0, fields: 0, value: 0 },
        { kind: 'open', who: 0, file: 0 },
        { kind: 'open', who: 0, file: 0 },
      ],
    },
  ],
  [
    'two strangers say what stands in one place',
    {
      skews: [0, 0],
      acts: [
        { kind: 'forge', who: 0, what: 364, entry: 331, back: 0 },
        { kind: 'forge', who: 0, what: 190, entry: 715, back: 0 },
        { kind: 'restore', who: 0, file: 0 },
        { kind: 'edit', who: 0, item: 0, fields: 0, value: 0 },
        { kind: 'edit', who: 0, item: 0, fields: 0, value: 0 },
      ],
    },
  ],
];

describe('histories that broke a property once', () => {
  it.each(FOUND)('%s', (_what, history) => {
    for (const [name, check] of MERGE_PROPERTIES) {
      expect(() => check(history), name).not.toThrow();
    }
  });
});
