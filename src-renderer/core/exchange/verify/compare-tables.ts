import type { ClaimTable } from '../claims/table.ts';

/** A cell that differs between the file and the case as it stands. */
export type Difference = {
  /** What the row is known by: a reference or an id. */
  readonly ref: string;
  readonly column: string;
  readonly file: string;
  readonly now: string;
};

export type Comparison = {
  /** Rows that say the same. */
  readonly same: number;
  readonly differences: readonly Difference[];
  /** Rows of the file that the case does not hold, and the other way round. */
  readonly onlyFile: readonly string[];
  readonly onlyCase: readonly string[];
};

const byKey = ({ columns, rows }: ClaimTable, key: string): Map<string, readonly string[]> => {
  const at = columns.indexOf(key);
  return new Map(rows.map(({ cells }) => [cells[at] ?? '', cells]));
};

/** Holds a file's table against the one the case gives now, row by row of the same `key`. */
export function compareTables(file: ClaimTable, now: ClaimTable, key: string): Comparison {
  const [held, known] = [byKey(file, key), byKey(now, key)];
  const differences: Difference[] = [];
  let same = 0;
  for (const [ref, cells] of held) {
    const wanted = known.get(ref);
    if (!wanted) continue;
    const before = differences.length;
    for (const [at, column] of file.columns.entries()) {
      const place = now.columns.indexOf(column);
      const [said, is] = [cells[at] ?? '', wanted[place] ?? ''];
      if (place !== -1 && said !== is) differences.push({ ref, column, file: said, now: is });
    }
    if (differences.length === before) same += 1;
  }
  return {
    same,
    differences,
    onlyFile: [...held.keys()].filter((ref) => !known.has(ref)),
    onlyCase: [...known.keys()].filter((ref) => !held.has(ref)),
  };
}
