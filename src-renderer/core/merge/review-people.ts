import { compareStamps } from '../journal/folded.ts';
import { itemKey } from '../journal/fold.ts';
import type { Known } from '../journal/standing.ts';
import { type CaseState, foldedOf } from '../model/case-state.ts';
import type { Incoming } from './incoming.ts';
import type { ItemRef } from './state-after.ts';

export type ChangedItem = ItemRef & { readonly fields: readonly string[] };

/** What one person's entries bring. */
export type PersonReview = {
  readonly actor: string;
  /** '' when the case does not say who it is. */
  readonly alias: string;
  readonly entries: number;
  /** Ids of items that were not here. */
  readonly claims: readonly string[];
  readonly evidence: readonly string[];
  readonly documents: readonly string[];
  readonly parties: readonly string[];
  /** New items of other kinds. */
  readonly others: readonly ItemRef[];
  readonly changed: readonly ChangedItem[];
  readonly deleted: readonly ItemRef[];
};

export const aliasOf = (state: CaseState, actor: string): string => state.actor.get(actor)?.alias ?? '';

/** Who made each new item: the author of its earliest entry. */
function makers(entries: readonly Known[], isNew: (entry: Known) => boolean): Map<string, Known> {
  const first = new Map<string, Known>();
  for (const entry of entries) {
    if (!isNew(entry)) continue;
    const key = itemKey(entry.body.entity, entry.body.entityId);
    const held = first.get(key);
    if (!held || compareStamps(entry.header, held.header) < 0) first.set(key, entry);
  }
  return first;
}

function changesOf(entries: readonly Known[], before: CaseState, after: CaseState) {
  const touched = new Map<string, { item: ItemRef; fields: Set<string>; deletes: boolean }>();
  for (const { body } of entries) {
    const { entity, entityId: id } = body;
    if (!foldedOf(before, entity, id)) continue;
    const held = touched.get(itemKey(entity, id)) ?? {
      item: { entity, id },
      fields: new Set(),
      deletes: false,
    };
    for (const field of Object.keys(body.patch)) held.fields.add(field);
    touched.set(itemKey(entity, id), { ...held, deletes: held.deletes || body.op === 'delete' });
  }
  const gone = ({ entity, id }: ItemRef) => after.deleted.has(itemKey(entity, id));
  const all = [...touched.values()];
  const deleted = all.filter(({ item, deletes }) => deletes && gone(item));
  return {
    changed: all
      .filter((one) => !deleted.includes(one))
      .map(({ item, fields }) => ({ ...item, fields: [...fields] })),
    deleted: deleted.map(({ item }) => item),
  };
}

const ids = (items: readonly ItemRef[], entity: ItemRef['entity']): string[] =>
  items.filter((item) => item.entity === entity).map(({ id }) => id);

const LISTED: ReadonlySet<string> = new Set(['claim', 'evidence', 'document', 'party']);

/** What came in, by person. */
export function reviewPeople({ entries }: Incoming, before: CaseState, after: CaseState): PersonReview[] {
  const isNew = ({ body }: Known) => foldedOf(before, body.entity, body.entityId) === null;
  const made = new Map<string, ItemRef[]>();
  for (const { header, body } of makers(entries, isNew).values()) {
    const { entity, entityId: id } = body;
    if (!after[entity].has(id)) continue;
    const held = made.get(header.actor);
    if (held) held.push({ entity, id });
    else made.set(header.actor, [{ entity, id }]);
  }
  const byActor = new Map<string, Known[]>();
  for (const entry of entries) {
    const held = byActor.get(entry.header.actor);
    if (held) held.push(entry);
    else byActor.set(entry.header.actor, [entry]);
  }
  return [...byActor].map(([actor, own]) => {
    const items = made.get(actor) ?? [];
    return {
      actor,
      alias: aliasOf(after, actor),
      entries: own.length,
      claims: ids(items, 'claim'),
      evidence: ids(items, 'evidence'),
      documents: ids(items, 'document'),
      parties: ids(items, 'party'),
      others: items.filter(({ entity }) => !LISTED.has(entity)),
      ...changesOf(own, before, after),
    };
  });
}
