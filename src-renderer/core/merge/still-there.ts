import type { Patch } from '../journal/entry.ts';
import { itemKey } from '../journal/fold.ts';
import type { Known } from '../journal/standing.ts';
import { type CaseState, foldedOf } from '../model/case-state.ts';
import type { Json } from '../model/json.ts';
import { foldText } from '../text/fold.ts';
import { namesOf } from './gone-with.ts';
import type { ItemRef } from './state-after.ts';

/** A field in which purged words still stand. */
export type WordPlace = ItemRef & {
  readonly field: string;
  /** Whether they stand there now; else only in the history. */
  readonly now: boolean;
};

const LATIN = /[\p{Script=Latin}\p{Nd}]/u;
const SHORTEST = 2;

function* textsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* textsIn(inner);
  }
}

/** Where a word stands in a text; of scripts that join their particles on, anywhere in a word. */
function* standsAt(word: string, text: string): Generator<number> {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
    const cut = (LATIN.test(before) && LATIN.test(word[0] ?? '')) || (LATIN.test(after) && LATIN.test(word));
    if (!cut) yield at;
  }
}

const stands = (word: string, text: string): boolean => standsAt(word, text).next().done !== true;

const foldedWords = (words: Iterable<string>): string[] =>
  [...new Set([...words].map((word) => foldText(word.trim())))].filter((word) => word.length >= SHORTEST);

const LONG_ENOUGH = 3;

/** The words to look for in what a field holds: every name of a party, or the value itself. */
export function wordsOf(field: string, value: Json): string[] {
  if (field === 'names') return namesOf(value);
  return typeof value === 'string' && value.length >= LONG_ENOUGH ? [value] : [];
}

/** Tells whether any of the words stands in a value, as searches compare texts. */
export function finderOf(words: Iterable<string>): (value: Json) => boolean {
  const folded = foldedWords(words);
  if (folded.length === 0) return () => false;
  return (value) => {
    for (const text of textsIn(value)) {
      const held = foldText(text);
      if (folded.some((word) => stands(word, held))) return true;
    }
    return false;
  };
}

/** What is searched: an item, what it holds in its fields, and who wrote it (null: it is about to be). */
export type Searched = { readonly item: ItemRef; readonly patch: Patch; readonly by: Known['header'] | null };

const isStanding = (state: CaseState, { item, by }: Searched, field: string): boolean =>
  by === null ||
  (foldedOf(state, item.entity, item.id)?.fields[field] ?? []).some(
    ({ actor, seq }) => actor === by.actor && seq === by.seq,
  );

/** The fields in which any of the words stands, each once. */
export function wordPlaces(
  searched: Iterable<Searched>,
  words: Iterable<string>,
  state: CaseState,
): WordPlace[] {
  const holds = finderOf(words);
  const places = new Map<string, WordPlace>();
  for (const one of searched) {
    const { entity, id } = one.item;
    for (const [field, value] of Object.entries(one.patch)) {
      if (!holds(value)) continue;
      const key = `${itemKey(entity, id)}/${field}`;
      const now = isStanding(state, one, field) || places.get(key)?.now === true;
      places.set(key, { entity, id, field, now });
    }
  }
  return [...places.values()];
}

/** How often the words stand in a text; words that lie within each other there are one place. */
export function countPlaces(text: string, words: Iterable<string>): number {
  const held = foldText(text);
  const ranges = foldedWords(words)
    .flatMap((word) => [...standsAt(word, held)].map((at) => ({ at, end: at + word.length })))
    .sort((a, b) => a.at - b.at);
  let count = 0;
  let reached = -1;
  for (const { at, end } of ranges) {
    if (at >= reached) count += 1;
    reached = Math.max(reached, end);
  }
  return count;
}
