import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A cell of the matrix, counted from 0. */
export type Cell = { readonly row: number; readonly column: number };

const PAGE = 12;
const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [PAGE, 0],
  PageUp: [-PAGE, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The cell after a key, or null for a key that moves nothing. In a page from right to left, right is back. */
export function cellAfter(
  { row, column }: Cell,
  code: string,
  size: { readonly rows: number; readonly columns: number; readonly rtl: boolean },
): Cell | null {
  const step = STEPS[code];
  if (!step) return null;
  const sideways = size.rtl && code.startsWith('Arrow') ? -step[1] : step[1];
  return { row: within(row + step[0], size.rows), column: within(column + sideways, size.columns) };
}

/** Which cell is chosen, moved by the keys of a grid (ARIA Authoring Practices, "Grid"). */
export function useCell(rows: number, columns: number, moved: (cell: Cell) => void) {
  const [chosen, setChosen] = useState<Cell>({ row: 0, column: 0 });
  const cell = { row: within(chosen.row, rows), column: within(chosen.column, columns) };
  const told = useRef(moved);
  useEffect(() => {
    told.current = moved;
  });
  // The same function each time: lines that nothing else changes are then not drawn again.
  const choose = useCallback((next: Cell): void => {
    setChosen(next);
    told.current(next);
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rtl = document.documentElement.dir === 'rtl';
    const next = cellAfter(cell, event.code, { rows, columns, rtl });
    if (!next) return;
    event.preventDefault();
    choose(next);
  };
  return { cell, choose, onKey };
}
