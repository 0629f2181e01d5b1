import { itemKey } from '../journal/fold.ts';
import type { FoldedItem } from '../journal/folded.ts';
import type { CaseState } from '../model/case-state.ts';
import { ENTITY_NAMES } from '../model/entities.ts';
import type { Json } from '../model/json.ts';
import type { ItemRef } from './state-after.ts';

/** Every item, deleted ones included. */
export const everyItem = (state: CaseState): FoldedItem[] => [
  ...ENTITY_NAMES.flatMap((entity) => [...state[entity].values()].map(({ folded }) => folded)),
  ...state.deleted.values(),
];

const valueOf = (item: FoldedItem, field: string): Json => item.fields[field]?.[0].value ?? null;

/** The document an anchor stands in, or null. */
export function documentOf(anchor: Json): string | null {
  if (typeof anchor !== 'object' || anchor === null || !('documentId' in anchor)) return null;
  return typeof anchor.documentId === 'string' ? anchor.documentId : null;
}

/** Every name a party's `names` hold. */
export const namesOf = (names: Json | undefined): string[] =>
  Array.isArray(names)
    ? names.flatMap((name: Json) =>
        typeof name === 'object' && name !== null && 'text' in name && typeof name.text === 'string'
          ? [name.text]
          : [],
      )
    : [];

/** Fields that point to the item on which this one hangs; it goes with it. */
const HANGS: Readonly<Record<string, readonly (readonly [entity: string, field: string])[]>> = {
  claim: [
    ['assessment', 'claimId'],
    ['check', 'claimId'],
    ['note', 'claimId'],
    ['relation', 'from'],
    ['relation', 'to'],
    ['claim', 'mergedInto'],
  ],
  evidence: [['assessment', 'evidenceId']],
};

/** The link a capture was taken of, or null. */
function linkOf(capture: Json): string | null {
  if (typeof capture !== 'object' || capture === null || !('linkId' in capture)) return null;
  return typeof capture.linkId === 'string' ? capture.linkId : null;
}

const hangsOn = (item: FoldedItem, { entity, id }: ItemRef): boolean =>
  (entity === 'evidence' && item.entity === 'evidence' && linkOf(valueOf(item, 'capture')) === id) ||
  (HANGS[entity] ?? []).some(([kind, field]) => item.entity === kind && valueOf(item, field) === id) ||
  (entity === 'document' && item.entity === 'passage' && documentOf(valueOf(item, 'anchor')) === id);

/** Deleted parties under a name of this one: most were merged into it, with their names. */
function sameNamed(state: CaseState, id: string, names: ReadonlySet<string>): ItemRef[] {
  return [...state.deleted.values()].filter(
    (item) =>
      item.entity === 'party' &&
      item.id !== id &&
      namesOf(valueOf(item, 'names')).some((name) => names.has(name)),
  );
}

/** The evidence that keeps the file a document came as: the same words stand in it. */
const keptFileOf = (items: readonly FoldedItem[], documentId: string): string[] =>
  items
    .filter(({ entity, id }) => entity === 'document' && id === documentId)
    .flatMap((item) => item.fields['evidenceId'] ?? [])
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

/**
 * What goes when an item is purged: itself; of a claim what hangs on it and what was merged into
 * it; of evidence its assessments and captures; of a document its passages and the file it came as;
 * of a party the deleted ones of the
 * same name (`names`: every name it ever had).
 */
export function goneWith(state: CaseState, root: ItemRef, names: ReadonlySet<string>): ItemRef[] {
  const items = everyItem(state);
  const gone = new Map<string, ItemRef>([[itemKey(root.entity, root.id), root]]);
  if (root.entity === 'party') {
    for (const { entity, id } of sameNamed(state, root.id, names))
      gone.set(itemKey(entity, id), { entity, id });
  }
  if (root.entity === 'document') {
    for (const id of keptFileOf(items, root.id)) {
      if (items.some((item) => item.entity === 'evidence' && item.id === id))
        gone.set(itemKey('evidence', id), { entity: 'evidence', id });
    }
  }
  for (const holder of gone.values()) {
    if (!(holder.entity in HANGS) && holder.entity !== 'document') continue;
    for (const item of items) {
      const { entity, id } = item;
      if (hangsOn(item, holder)) gone.set(itemKey(entity, id), { entity, id });
    }
  }
  return [...gone.values()];
}
