import type { FoldedItem, Head, Stamp, Write } from '#core/journal/folded.ts';
import type { EntityName } from '#core/model/entities.ts';
import type { Json } from '#core/model/json.ts';

type PackedStamp = readonly [actor: string, seq: number, at: string];
/** Number of a stamp, value, number, value … of one field, the winner first. */
type PackedWrites = readonly (number | Json)[];

/**
 * A row as it is stored: each stamp once, however many fields it wrote. A third of the size of the
 * plain row, which is what the opening of a large case takes its time for.
 */
export type PackedRow = readonly [
  entity: EntityName,
  id: string,
  stamps: readonly PackedStamp[],
  fields: { readonly [field: string]: PackedWrites },
  heads: readonly (readonly [stamp: number, deletes: 0 | 1])[],
];

/** Packs a row for storing. */
export function packRow({ entity, id, fields, heads }: FoldedItem): PackedRow {
  const stamps: PackedStamp[] = [];
  const numbers = new Map<string, number>();
  const numberOf = ({ actor, seq, at }: Stamp): number => {
    const key = `${actor}/${seq}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, stamps.length);
    return stamps.push([actor, seq, at]) - 1;
  };
  const packed: Record<string, PackedWrites> = {};
  for (const [field, writes] of Object.entries(fields)) {
    const pairs: (number | Json)[] = [];
    for (const write of writes) pairs.push(numberOf(write), write.value);
    packed[field] = pairs;
  }
  const packedHeads = heads.map((head) => [numberOf(head), head.deletes ? 1 : 0] as const);
  return [entity, id, stamps, packed, packedHeads];
}

/** What {@link packRow} packed. Throws when it is no packed row. */
export function unpackRow([entity, id, stamps, packed, packedHeads]: PackedRow): FoldedItem {
  const all: Stamp[] = stamps.map(([actor, seq, at]) => ({ actor, seq, at }));
  const stampOf = (number: number | Json | undefined): Stamp => {
    const stamp = typeof number === 'number' ? all[number] : undefined;
    if (!stamp) throw new Error(`A row of ${entity} names a stamp that it does not hold.`);
    return stamp;
  };
  const fields: Record<string, readonly [Write, ...Write[]]> = {};
  for (const [field, pairs] of Object.entries(packed)) {
    const write = (at: number): Write => {
      const { actor, seq, at: reading } = stampOf(pairs[at]);
      return { actor, seq, at: reading, value: pairs[at + 1] ?? null };
    };
    const writes: [Write, ...Write[]] = [write(0)];
    for (let at = 2; at < pairs.length; at += 2) writes.push(write(at));
    fields[field] = writes;
  }
  const heads = packedHeads.map(([number, deletes]): Head => {
    const { actor, seq, at } = stampOf(number);
    return { actor, seq, at, deletes: deletes === 1 };
  });
  return { entity, id, fields, heads };
}
