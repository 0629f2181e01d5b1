import { applyOwn } from '../journal/apply.ts';
import type { Entry } from '../journal/entry.ts';
import { type FoldedItem, isDeleted } from '../journal/folded.ts';
import { itemKey } from '../journal/fold.ts';
import { pause } from '../pause.ts';
import { ENTITY_NAMES, type EntityName } from './entities.ts';
import { type Item, readItem } from './item.ts';

export type ItemMaps = { readonly [E in EntityName]: ReadonlyMap<string, Item<E>> };

/**
 * The open case. `live` holds the items that are not deleted, by kind and id; `deleted` what undo
 * may bring back. Immutable: a change makes a new state and copies only the maps it touches.
 */
export type CaseState = ItemMaps & { readonly deleted: ReadonlyMap<string, FoldedItem> };

type MutableMaps = { -readonly [E in EntityName]: Map<string, Item<E>> };

function put<E extends EntityName>(maps: MutableMaps, entity: E, folded: FoldedItem): void {
  const map: Map<string, Item<E>> = maps[entity];
  map.set(folded.id, readItem(entity, folded));
}

function emptyMaps(): MutableMaps {
  return {
    case: new Map(),
    actor: new Map(),
    document: new Map(),
    passage: new Map(),
    claim: new Map(),
    party: new Map(),
    evidence: new Map(),
    origin: new Map(),
    assessment: new Map(),
    check: new Map(),
    relation: new Map(),
    note: new Map(),
    purge: new Map(),
    redaction: new Map(),
    detail: new Map(),
    release: new Map(),
    filter: new Map(),
  };
}

/** A state that is being made from folded items. */
function stateMaker() {
  const maps = emptyMaps();
  const deleted = new Map<string, FoldedItem>();
  return {
    add(item: FoldedItem): void {
      if (isDeleted(item)) deleted.set(itemKey(item.entity, item.id), item);
      else put(maps, item.entity, item);
    },
    made: (): CaseState => ({ ...maps, deleted }),
  };
}

/** The state of a case from its folded items (its rows), deleted ones included. */
export function stateOf(items: Iterable<FoldedItem>): CaseState {
  const maker = stateMaker();
  for (const item of items) maker.add(item);
  return maker.made();
}

/** Items read in one go: some ten milliseconds. */
const PART = 3000;

/** The same, in parts between which whatever else waits has its turn. */
export async function stateInParts(items: readonly FoldedItem[]): Promise<CaseState> {
  const maker = stateMaker();
  for (const [at, item] of items.entries()) {
    maker.add(item);
    if (at % PART === PART - 1) await pause();
  }
  return maker.made();
}

/** A case without anything. */
export const EMPTY_CASE: CaseState = stateOf([]);

/** Every row of the case, those of deleted items among them. */
export const rowsOf = (state: CaseState): FoldedItem[] => [
  ...ENTITY_NAMES.flatMap((entity) => [...state[entity].values()].map(({ folded }) => folded)),
  ...state.deleted.values(),
];

/** The folded item, deleted or not, or null. */
export function foldedOf(state: CaseState, entity: EntityName, id: string): FoldedItem | null {
  return state[entity].get(id)?.folded ?? state.deleted.get(itemKey(entity, id)) ?? null;
}

/** Applies own new entries; returns the new state and the items (rows) that changed. */
export function applyEntries(
  state: CaseState,
  entries: readonly Entry[],
): { state: CaseState; changed: FoldedItem[] } {
  const changed = new Map<string, FoldedItem>();
  for (const entry of entries) {
    if (!entry.body) continue;
    const { entity, entityId } = entry.body;
    const key = itemKey(entity, entityId);
    const next = applyOwn(changed.get(key) ?? foldedOf(state, entity, entityId), entry);
    if (next) changed.set(key, next);
  }
  return { state: withItems(state, [...changed.values()]), changed: [...changed.values()] };
}

/** The state with these folded items in place of what it held under their ids. */
export function withItems(state: CaseState, items: readonly FoldedItem[]): CaseState {
  const touched = new Set(items.map((item) => item.entity));
  const maps = emptyMaps();
  for (const entity of ENTITY_NAMES) carry(maps, state, entity, touched.has(entity));
  const deleted = new Map(state.deleted);
  for (const item of items) {
    const key = itemKey(item.entity, item.id);
    if (isDeleted(item)) {
      deleted.set(key, item);
      maps[item.entity].delete(item.id);
    } else {
      deleted.delete(key);
      put(maps, item.entity, item);
    }
  }
  return { ...maps, deleted };
}

/** The state without the items under these keys (`itemKey`), as if they had never been. */
export function withoutItems(state: CaseState, keys: ReadonlySet<string>): CaseState {
  const maps = emptyMaps();
  for (const entity of ENTITY_NAMES) {
    const gone = [...state[entity].keys()].filter((id) => keys.has(itemKey(entity, id)));
    carry(maps, state, entity, gone.length > 0);
    for (const id of gone) maps[entity].delete(id);
  }
  return { ...maps, deleted: new Map([...state.deleted].filter(([key]) => !keys.has(key))) };
}

/** An untouched map is shared between the two states: that nobody changes it keeps this safe. */
function carry<E extends EntityName>(maps: MutableMaps, state: ItemMaps, entity: E, copy: boolean): void {
  const source: ReadonlyMap<string, Item<E>> = state[entity];
  maps[entity] = (copy ? new Map(source) : source) as MutableMaps[E];
}
