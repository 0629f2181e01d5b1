import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeClaims } from '#core/extraction/alike/alike-claims.ts';

const pairs = (...texts: string[]) =>
  alikeClaims(texts.map((text, at) => ({ id: String(at), text }))).map(({ a, b, onlyA, onlyB }) => ({
    a,
    b,
    onlyA,
    onlyB,
  }));

describe('claims that are alike', () => {
  it('are found whatever their case and stops', () => {
    expect(
      pairs(
        'Two IS members fled to Turkey with 200 thousand dollars.',
        'The road to Homs was closed in May.',
        'two IS members fled to Turkey, with 200 thousand dollars',
      ),
    ).toEqual([{ a: '0', b: '2', onlyA: [], onlyB: [] }]);
  });

  it('are found with numbers that differ, and those are named', () => {
    expect(
      pairs(
        'Two IS members fled from Deir Ezzor to Turkey with 200 thousand dollars.',
        'Two IS members fled from Deir Ezzor to Turkey with 300 thousand dollars.',
        'Bread became dear.',
      ),
    ).toEqual([{ a: '0', b: '1', onlyA: ['200'], onlyB: ['300'] }]);
  });

  it('are found across spellings of Arabic', () => {
    expect(
      pairs('هرب القائدُ إلى تركيا عام ٢٠١٤', 'وهرب قائد الى تركيا عام 2014', 'أغلقت الطرق'),
    ).toHaveLength(1);
  });

  it('are pairs of two, at least as alike as asked, in any statements', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.constantFrom('he', 'fled', 'to', 'Homs', '5', '7', 'حلب', 'men'), {
            minLength: 1,
            maxLength: 8,
          }),
          { maxLength: 20 },
        ),
        (texts) => {
          const statements = texts.map((words, at) => ({ id: String(at), text: words.join(' ') }));
          const found = alikeClaims(statements);
          const copies = statements.flatMap((a, at) =>
            statements.slice(at + 1).flatMap((b) => (a.text === b.text ? [`${a.id} ${b.id}`] : [])),
          );
          const names = new Set(found.map(({ a, b }) => `${a} ${b}`));
          expect(copies.filter((copy) => !names.has(copy))).toEqual([]);
          expect(names.size).toBe(found.length);
          for (const { a, b, likeness } of found) {
            expect(a).not.toBe(b);
            expect(likeness).toBeGreaterThanOrEqual(0.6);
            expect(likeness).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
