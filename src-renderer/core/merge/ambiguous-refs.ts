import { itemKey } from '../journal/fold.ts';
import type { CaseState } from '../model/case-state.ts';
import { REF_LETTERS, type Referenced } from '../model/refs.ts';
import { memoised } from '../queries/memo.ts';
import type { ItemRef } from './state-after.ts';

/** Items that carry one and the same reference. */
export type SharedRef = { readonly ref: string; readonly items: readonly ItemRef[] };

const KINDS = Object.keys(REF_LETTERS) as Referenced[];

/** The part of a case that holds references, of deleted items too. */
type Refs = Pick<CaseState, Referenced | 'deleted'>;

function byRef(state: Refs): Map<string, ItemRef[]> {
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
export function sharedRefs(state: Refs): SharedRef[] {
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
export function refAdditions(state: Refs): ReadonlyMap<string, string> {
  const additions = new Map<string, string>();
  for (const { items } of sharedRefs(state)) {
    const ends = endings(items.map(({ id }) => id));
    for (const [at, { entity, id }] of items.entries()) additions.set(itemKey(entity, id), ends[at] ?? '');
  }
  return additions;
}

type Maps = readonly [Refs['claim'], Refs['evidence'], Refs['document'], Refs['deleted']];

const additions = memoised((...[claim, evidence, document, deleted]: Maps) =>
  refAdditions({ claim, evidence, document, deleted }),
);

/** {@link refAdditions}, computed once until an item with a reference changes. */
export const shownRefs = ({ claim, evidence, document, deleted }: Refs): ReadonlyMap<string, string> =>
  additions(claim, evidence, document, deleted);

/** The case with each reference as it is shown: for what leaves the program and is read elsewhere. */
export function withShownRefs(state: CaseState): CaseState {
  const shown = shownRefs(state);
  if (shown.size === 0) return state;
  const spelled = <T extends { readonly ref: string }>(entity: Referenced, items: ReadonlyMap<string, T>) =>
    new Map(
      [...items].map(([id, item]): [string, T] => {
        const ending = shown.get(itemKey(entity, id));
        return [id, ending === undefined ? item : { ...item, ref: `${item.ref}·${ending}` }];
      }),
    );
  return {
    ...state,
    claim: spelled('claim', state.claim),
    evidence: spelled('evidence', state.evidence),
    document: spelled('document', state.document),
  };
}
