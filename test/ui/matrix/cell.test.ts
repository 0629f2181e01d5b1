import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAfter } from '#renderer/ui/features/matrix/use-cell.ts';

const SIZE = { rows: 30, columns: 5, rtl: false };

describe('a key in the matrix', () => {
  it('moves by one, by a page or to the end of the row, never out of it', () => {
    expect(cellAfter({ row: 0, column: 0 }, 'ArrowDown', SIZE)).toEqual({ row: 1, column: 0 });
    expect(cellAfter({ row: 0, column: 0 }, 'PageDown', SIZE)).toEqual({ row: 12, column: 0 });
    expect(cellAfter({ row: 3, column: 1 }, 'End', SIZE)).toEqual({ row: 3, column: 4 });
    expect(cellAfter({ row: 3, column: 1 }, 'Home', SIZE)).toEqual({ row: 3, column: 0 });
    expect(cellAfter({ row: 0, column: 0 }, 'KeyA', SIZE)).toBeNull();
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys)), fc.boolean(), (pressed, rtl) => {
        let cell = { row: 0, column: 0 };
        for (const key of pressed) cell = cellAfter(cell, key, { ...SIZE, rtl }) ?? cell;
        expect(cell.row).toBeGreaterThanOrEqual(0);
        expect(cell.row).toBeLessThan(SIZE.rows);
        expect(cell.column).toBeGreaterThanOrEqual(0);
        expect(cell.column).toBeLessThan(SIZE.columns);
      }),
    );
  });

  it('goes the way it points on a page from right to left', () => {
    expect(cellAfter({ row: 0, column: 1 }, 'ArrowLeft', { ...SIZE, rtl: true })).toEqual({
      row: 0,
      column: 2,
    });
  });
});
