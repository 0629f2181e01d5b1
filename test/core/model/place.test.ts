import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locatorFor, type Place, placeOf, timeCode } from '#core/model/place.ts';
import { locatorOf } from '#renderer/ui/features/evidence/locator.ts';

/** Shares of a side as viewers mark them: thousandths. */
const share = (most: number) => fc.integer({ min: 1, max: most }).map((thousandths) => thousandths / 1000);
const region = fc
  .record({ x: share(400), y: share(400), width: share(590), height: share(590) })
  .map((held) => held);
const page = fc.integer({ min: 1, max: 9999 });
const place: fc.Arbitrary<Place> = fc.oneof(
  page.map((number): Place => ({ kind: 'page', page: number })),
  fc.integer({ min: 0, max: 900_000 }).map((tenths): Place => ({ kind: 'time', seconds: tenths / 10 })),
  fc.record({ page: fc.option(page), region }).map((held): Place => ({ kind: 'region', ...held })),
);

const rounded = (one: Place | null): unknown =>
  JSON.parse(JSON.stringify(one), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  );

describe('a place in an evidence item', () => {
  it('comes back from the words of its locator, and a person who types those words means it', () => {
    fc.assert(
      fc.property(place, (one) => {
        const locator = locatorFor(one);
        expect(rounded(placeOf(locator))).toEqual(rounded(one));
        expect(locatorOf(locator.value)).toEqual(locator);
      }),
    );
  });

  it('is none for words that lead nowhere, whatever they are', () => {
    expect(placeOf({ kind: 'region', value: '90%,90%,20%,20%' })).toBeNull();
    expect(placeOf({ kind: 'time', value: 'near the end' })).toBeNull();
    expect(placeOf({ kind: 'page', value: 'p. 0' })).toBeNull();
    fc.assert(
      fc.property(fc.constantFrom('page', 'time', 'region'), fc.string(), (kind, value) => {
        const found = placeOf({ kind, value });
        expect(found === null || found.kind === kind).toBe(true);
      }),
    );
  });

  it.each([
    [0, '0:00'],
    [9.96, '0:10'],
    [75.5, '1:15.5'],
    [3723, '1:02:03'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(timeCode(seconds)).toBe(words);
  });
});
