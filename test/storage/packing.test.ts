import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackedRow, packRow, unpackRow } from '#renderer/storage/packing.ts';
import { anyMeetings, copiesAfter } from '../support/arbitraries.ts';

const throughJson = (row: PackedRow): PackedRow => JSON.parse(JSON.stringify(row)) as PackedRow;

describe('packing rows', () => {
  it('gives back any row as it was, conflicts and deletions included', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        for (const { rows } of copiesAfter(meetings)) {
          for (const row of rows.values()) expect(unpackRow(throughJson(packRow(row)))).toEqual(row);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('holds a stamp once, however many fields it wrote', () => {
    const stamp = { actor: 'anna', seq: 1, at: 'then' };
    const fields = { a: [{ ...stamp, value: 1 }], b: [{ ...stamp, value: [2] }] } as const;
    const packed = packRow({ entity: 'claim', id: 'x', fields, heads: [{ ...stamp, deletes: false }] });
    expect(packed).toEqual(['claim', 'x', [['anna', 1, 'then']], { a: [0, 1], b: [0, [2]] }, [[0, 0]]]);
  });

  it('refuses a row that names a stamp it does not hold', () => {
    expect(() => unpackRow(['claim', 'x', [], { a: [0, 1] }, []])).toThrow('stamp');
  });
});
