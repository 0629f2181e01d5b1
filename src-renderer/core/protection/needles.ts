import { itemKey } from '../journal/fold.ts';
import type { FoldedItem } from '../journal/folded.ts';
import { namesOf } from '../merge/gone-with.ts';
import type { CaseState } from '../model/case-state.ts';
import { type Item, readItem } from '../model/item.ts';
import type { Json } from '../model/json.ts';
import { isOurSource } from '../model/names.ts';
import { findNeedles, type Needle } from './find.ts';
import { isMark } from './marks.ts';

/** Every value of a field that still stands: concurrent ones protect as well. */
const written = (folded: FoldedItem, field: string): Json[] =>
  (folded.fields[field] ?? []).map(({ value }) => value);

const texts = (values: readonly Json[]): string[] =>
  values
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((one) => typeof one === 'string');

/** Whether this party talks to us: shown by its code name alone. */
export const isShownByCodeName = (party: Item<'party'>): boolean =>
  isOurSource(party) || party.codeName !== null;

/** Whether exports may not name this party. One of two concurrent decisions is enough. */
export const isProtected = (party: Item<'party'>): boolean =>
  party.safety === 'protected' || written(party.folded, 'safety').includes('protected');

/** What stands for a party that may not be named; null: it may be. '': the name is withheld. */
export function standIn(party: Item<'party'>): string | null {
  if (isProtected(party) && party.pseudonym !== null) return party.pseudonym;
  if (isShownByCodeName(party)) return party.codeName ?? '';
  return isProtected(party) ? '' : null;
}

function partyNeedles(party: Item<'party'>): Needle[] {
  const as = standIn(party);
  if (as === null) return [];
  const { folded, id } = party;
  const codeNames = isProtected(party) ? texts(written(folded, 'codeName')) : [];
  const names = written(folded, 'names').flatMap(namesOf);
  const spellings = [...names, ...texts(written(folded, 'spellings')), ...codeNames];
  return spellings.map((words) => ({ itemId: id, words, as }));
}

function detailNeedles({ folded, id, replacement }: Item<'detail'>): Needle[] {
  const spellings = [...texts(written(folded, 'words')), ...texts(written(folded, 'spellings'))];
  return spellings.map((words) => ({ itemId: id, words, as: replacement ?? '' }));
}

/** A party by its id, removed ones included. */
export function partyHeld(state: CaseState, id: string): Item<'party'> | null {
  const live = state.party.get(id);
  if (live) return live;
  const folded = state.deleted.get(itemKey('party', id));
  return folded ? readItem('party', folded) : null;
}

/**
 * Removing somebody does not make their name public; of those merged into another, the other's
 * needles say what stands in.
 */
function goneNeedles(state: CaseState, held: readonly Needle[]): Needle[] {
  const known = new Set(held.map(({ words }) => words));
  for (const { names } of state.party.values()) for (const { text } of names) known.add(text);
  return [...state.deleted.values()]
    .filter(({ entity }) => entity === 'party')
    .flatMap((folded) => partyNeedles(readItem('party', folded)))
    .filter(({ words }) => !known.has(words));
}

/** Each spelling of an item once; what stands for it, and marks of ours, are no secret. */
function distinct(needles: readonly Needle[]): Needle[] {
  const byWords = new Map<string, Needle>();
  for (const needle of needles) {
    const words = needle.words.trim();
    if (words === '' || words === needle.as || isMark(words)) continue;
    const key = `${needle.itemId}\n${words}`;
    if (!byWords.has(key)) byWords.set(key, { ...needle, words });
  }
  return [...byWords.values()];
}

/** The needles whose stand-in holds a protected spelling itself. */
export const tellingNeedles = (needles: readonly Needle[]): Needle[] =>
  needles.filter(({ as }) => as !== '' && findNeedles(as, needles).length > 0);

/** The needles as people asked for them, telling stand-ins among them. */
export function askedNeedles(state: CaseState): readonly Needle[] {
  const held = [
    ...[...state.party.values()].flatMap(partyNeedles),
    ...[...state.detail.values()].flatMap(detailNeedles),
  ];
  return distinct([...held, ...goneNeedles(state, held)]);
}

/**
 * Every spelling that may not leave, with what stands in for it: of protected parties, of our
 * sources, of identifying details. A stand-in that holds a protected spelling is withheld instead.
 */
export function needlesOf(state: CaseState): readonly Needle[] {
  const needles = askedNeedles(state);
  const telling = new Set(tellingNeedles(needles).map(({ as }) => as));
  return telling.size === 0
    ? needles
    : needles.map((needle) => (telling.has(needle.as) ? { ...needle, as: '' } : needle));
}
