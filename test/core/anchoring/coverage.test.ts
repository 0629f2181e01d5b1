import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, nextUnseen } from '#core/anchoring/coverage.ts';

const cut = fc.integer({ min: 1, max: 9 });
/** Sentences in order, a blank between them. */
const sentences = fc.array(cut, { maxLength: 30 }).map((lengths) => {
  let at = 0;
  return lengths.map((length) => {
    const span = { start: at, end: at + length };
    at += length + 1;
    return span;
  });
});
const spans = fc.array(
  fc.tuple(fc.nat(200), cut).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 20 },
);
const meets = (
  one: { start: number; end: number },
  others: readonly { start: number; end: number }[],
): boolean => others.some(({ start, end }) => start < one.end && one.start < end);

describe('the coverage of an article', () => {
  it('counts every sentence once: in a claim, skipped, or not looked at', () => {
    fc.assert(
      fc.property(sentences, spans, spans, (all, claimed, skipped) => {
        const coverage = coverageOf(all, claimed, skipped);
        expect(coverage.claimed).toBe(all.filter((one) => meets(one, claimed)).length);
        expect(coverage.skipped).toBe(
          all.filter((one) => !meets(one, claimed) && meets(one, skipped)).length,
        );
        expect(coverage.claimed + coverage.skipped + coverage.unseen.length).toBe(all.length);
      }),
    );
  });

  it('leads to each sentence that nobody looked at, and round again', () => {
    fc.assert(
      fc.property(sentences, spans, fc.nat(200), (all, claimed, from) => {
        const coverage = coverageOf(all, claimed, []);
        const visited = new Set<number>();
        let at = from;
        for (let step = 0; step < coverage.unseen.length; step += 1) {
          const next = nextUnseen(coverage, at);
          visited.add(next?.start ?? -1);
          at = next?.end ?? 0;
        }
        expect(visited.size).toBe(coverage.unseen.length);
        expect(nextUnseen(coverage, from) === null).toBe(coverage.unseen.length === 0);
      }),
    );
  });
});
