import { itemKey } from '../journal/fold.ts';
import type { CaseState } from '../model/case-state.ts';
import { REF_LETTERS, type Referenced } from '../model/refs.ts';
import type { ItemRef } from './state-after.ts';

/** Items that carry one and the same reference. */
export type SharedRef = { readonly ref: string; readonly items: readonly ItemRef[] };

const KINDS = Object.keys(REF_LETTERS) as Referenced[];

function byRef(state: CaseState): Map<string, ItemRef[]> {
  const groups = new Map<string, ItemRef[]>();
  const add = (ref: unknown, { entity, id }: ItemRef) => {
    if (typeof ref !== 'string' || ref === '') return;
    const held = groups.get(ref);
    if (held) held.push({ entity, id });
    else groups.set(ref, [{ entity, id }]);
  };
  for (const entity of KINDS) for (const { id, ref } of state[entity].values()) add(ref, { entity, id });
  for (const item of state.deleted.values()) {
    if (KINDS.some((kind) => kind === item.entity)) add(item.fields['ref']?.[0].value, item);
  }
  return groups;
}

/**
 * References that several items carry: two people with the same initials made them while neither
 * had the other's. A reference once given is never changed, it may stand in print.
 */
export function sharedRefs(state: CaseState): SharedRef[] {
  return [...byRef(state)].filter(([, items]) => items.length > 1).map(([ref, items]) => ({ ref, items }));
}

const SHORTEST = 4;

/** The ends of ids, as long as it takes to tell them apart, upper case. */
function endings(ids: readonly string[]): string[] {
  const longest = Math.max(...ids.map((id) => id.length));
  for (let length = SHORTEST; ; length += 1) {
    const ends = ids.map((id) => id.slice(-length).toUpperCase());
    if (new Set(ends).size === ids.length || length >= longest) return ends;
  }
}

/**
 * What is shown behind a reference that several items carry (`C-39-AB·9F3C`), by `itemKey`: the end
 * of the item's id, the same on every copy. All of them get it, the first one too: nobody who holds
 * the bare reference on paper can know which was meant.
 */
export function refAdditions(state: CaseState): ReadonlyMap<string, string> {
  const additions = new Map<string, string>();
  for (const { items } of sharedRefs(state)) {
    const ends = endings(items.map(({ id }) => id));
    for (const [at, { entity, id }] of items.entries()) additions.set(itemKey(entity, id), ends[at] ?? '');
  }
  return additions;
}
