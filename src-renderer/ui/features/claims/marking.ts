import type { ClaimRow } from '#core/queries/claim-rows.ts';

/** Claims that were marked in the list, to do something with all of them. */
export type Marked = ReadonlySet<string>;

/** One claim more or less; the first mark takes the chosen claim along. */
export function toggled(marked: Marked, id: string, chosen: string | null): Marked {
  const next = new Set(marked);
  if (next.size === 0 && chosen && chosen !== id) next.add(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Everything between the chosen claim and this one, in the order shown, with what was marked before. */
export function stretched(
  marked: Marked,
  rows: readonly Pick<ClaimRow, 'id'>[],
  chosen: string | null,
  id: string,
): Marked {
  const to = rows.findIndex((row) => row.id === id);
  const held = rows.findIndex((row) => row.id === chosen);
  const from = held < 0 ? to : held;
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...marked, ...between.map((row) => row.id)]);
}
