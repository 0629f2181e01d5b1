import type { Body, Entry, Header } from './entry.ts';
import { compareStamps, type FoldedItem, type Head, hasSeen, type Stamp, type Write } from './folded.ts';

type Seeing<T> = T & { readonly header: Header };
type Known = { readonly header: Header; readonly body: Body };

/** Key of an item among all items of a case. */
export const itemKey = (entity: string, id: string): string => `${entity}/${id}`;

/** Of each actor the latest mark: it has seen that actor's earlier ones. */
function latestOfEach<T extends Stamp>(marks: readonly Seeing<T>[]): Seeing<T>[] {
  const latest = new Map<string, Seeing<T>>();
  for (const mark of marks) {
    const held = latest.get(mark.actor);
    if (!held || mark.seq > held.seq) latest.set(mark.actor, mark);
  }
  return [...latest.values()];
}

/** Those of `marks` whose entry no other mark's author had seen, winner first. */
function undominated<T extends Stamp>(marks: readonly Seeing<T>[]): Seeing<T>[] {
  const latest = latestOfEach(marks);
  return latest
    .filter((mark) => !latest.some((other) => other !== mark && hasSeen(other.header, mark.header)))
    .sort((a, b) => compareStamps(b, a));
}

const stamp = ({ actor, seq, at }: Header): Stamp => ({ actor, seq, at });
const withoutHeader = <T extends Stamp>({ header: _header, ...mark }: Seeing<T>): Omit<Seeing<T>, 'header'> =>
  mark;

function foldItem(entries: readonly Known[]): FoldedItem | null {
  const [first] = entries;
  if (!first) return null;
  const writes = new Map<string, Seeing<Write>[]>();
  const heads: Seeing<Head>[] = [];
  for (const { header, body } of entries) {
    heads.push({ ...stamp(header), deletes: body.op === 'delete', header });
    for (const [field, value] of Object.entries(body.patch)) {
      const held = writes.get(field) ?? [];
      held.push({ ...stamp(header), value, header });
      writes.set(field, held);
    }
  }
  const fields: Record<string, readonly [Write, ...Write[]]> = {};
  for (const field of [...writes.keys()].sort()) {
    const [winner, ...others] = undominated(writes.get(field) ?? []).map(withoutHeader);
    if (winner) fields[field] = [winner, ...others];
  }
  const { entity, entityId } = first.body;
  return { entity, id: entityId, fields, heads: undominated(heads).map(withoutHeader) };
}

/**
 * The state a set of entries stands for, by {@link itemKey}: field by field, causally later wins;
 * concurrent writes all stand, the winner first (DESIGN 3). Neither the order of the input matters
 * nor that an entry comes twice; entries whose body is withheld or purged say nothing. Deleted items
 * stay in the result.
 */
export function fold(entries: Iterable<Entry>): Map<string, FoldedItem> {
  const byItem = new Map<string, Known[]>();
  for (const { header, body } of entries) {
    if (!body) continue;
    const key = itemKey(body.entity, body.entityId);
    const held = byItem.get(key) ?? [];
    held.push({ header, body });
    byItem.set(key, held);
  }
  const items = new Map<string, FoldedItem>();
  for (const [key, known] of byItem) {
    const item = foldItem(known);
    if (item) items.set(key, item);
  }
  return items;
}
