import type { Token } from '../tokens/token.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  STOPPERS,
  VERBS,
  WEEKDAYS,
} from './words.ts';

/** Tokens `from` (inclusive) to `to` (exclusive) of a sentence. */
export type Range = { readonly from: number; readonly to: number };

const LONGEST = 40;
/** A pronoun with its auxiliary: he's, they've. */
const CONTRACTED = /^(?:he|she|it|they|we|i|who|that)'(?:s|re|ve|d|ll|m)$/;
const CLOSED = (key: string): boolean => AUXILIARIES.has(key) || STOPPERS.has(key);

const at = (tokens: readonly Token[], index: number): Token | undefined => tokens[index];
type Word = Token & { readonly kind: 'word' };
const isWord = (token: Token | undefined): token is Word => token?.kind === 'word';

/** A past participle or past tense by its ending, in small letters. */
const isEd = ({ key, capital }: Token): boolean => !capital && key.length > 4 && key.endsWith('ed');

/** Steps over "(R-Ky.)" backwards; the index of its opening bracket, or -1. */
function openBracket(tokens: readonly Token[], close: number): number {
  for (let index = close - 1; index >= Math.max(0, close - 15); index -= 1) {
    if (at(tokens, index)?.key === '(') return index;
  }
  return -1;
}

/** Whether "and" joins two names or nouns rather than two clauses. */
function joinsNouns(tokens: readonly Token[], and: number): boolean {
  const left = at(tokens, and - 1);
  const right = at(tokens, and + 1);
  if (!isWord(left) || !isWord(right)) return false;
  if (PRONOUNS.has(right.key) || CLOSED(left.key)) return false;
  return (
    (left.capital && right.capital) ||
    (left.key.endsWith('s') && !isAdverb(left.key)) ||
    (!right.capital && !DETERMINERS.has(right.key) && !left.capital)
  );
}

const INNER_STOP = /^[&'’/%$£€.-]$/;
const BREAK = /^[,;:.?!—–()[\]…-]$/;

/** A sign without a space on either side is part of a word, as where a text was decoded wrongly. */
function touches(tokens: readonly Token[], index: number): boolean {
  const token = at(tokens, index);
  if (!token || BREAK.test(token.key)) return false;
  return at(tokens, index - 1)?.end === token.start && at(tokens, index + 1)?.start === token.end;
}

/** A stop within names and sums; a hyphen with a space on either side is a dash. */
function isInnerStop(tokens: readonly Token[], index: number, { key, start, end }: Token): boolean {
  if (!INNER_STOP.test(key)) return false;
  return key !== '-' || at(tokens, index - 1)?.end === start || at(tokens, index + 1)?.start === end;
}

/** Whether a word may stand within a noun phrase that ends to its right. */
function mayStand(tokens: readonly Token[], index: number, end: number): boolean {
  const token = at(tokens, index);
  if (!token) return false;
  if (token.kind === 'number') return true;
  if (token.kind === 'quotation') return token.key === 'term' && index < end - 1;
  if (token.kind === 'stop') return isInnerStop(tokens, index, token) || touches(tokens, index);
  const { key } = token;
  if (key === 'and' || key === 'or' || key === '&') return joinsNouns(tokens, index);
  if (CLOSED(key)) return false;
  if (VERBS.has(key) && !token.capital) return false;
  if (isEd(token)) {
    const next = at(tokens, index + 1);
    const before = at(tokens, index - 1);
    const described =
      isWord(before) && (DETERMINERS.has(before.key) || (before.capital && !PRONOUNS.has(before.key)));
    // “…,” retired general Lloyd Newton said: it opens the phrase.
    const opens = !isWord(before) && before?.kind !== 'number' && isWord(next) && index < end - 1;
    return described || opens || (isWord(next) && (PREPOSITIONS.has(next.key) || WEEKDAYS.has(next.key)));
  }
  return true;
}

/** Drops what is no part of the phrase at its left edge: stops, adverbs, a preposition with its time. */
function trimLeft(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  while (start < to) {
    const token = at(tokens, start);
    if (!token) break;
    const next = at(tokens, start + 1);
    if (token.kind === 'stop') start += 1;
    else if (token.kind === 'quotation') break;
    else if (/^(?:out|up|down|off|away|back)$/.test(token.key) && next && PREPOSITIONS.has(next.key))
      start += 1;
    else if (PREPOSITIONS.has(token.key)) {
      start += 1;
      if (next && (WEEKDAYS.has(next.key) || next.kind === 'number')) start += 1;
    } else if (
      (isAdverb(token.key) && !DETERMINERS.has(token.key)) ||
      (WEEKDAYS.has(token.key) && start + 1 < to)
    )
      start += 1;
    else if (token.key === 'and' || token.key === 'or' || token.key === 'but') start += 1;
    else break;
  }
  return start;
}

/** Steps left over what may stand between a subject and its verb: auxiliaries, adverbs, "on Friday". */
export function beforeVerb(tokens: readonly Token[], verb: number, floor: number): number {
  let end = verb;
  while (end > floor) {
    const token = at(tokens, end - 1);
    if (!isWord(token) && token?.kind !== 'number') break;
    if (AUXILIARIES.has(token.key) && !/^(?:he|she|it|they|we|i)'/.test(token.key)) end -= 1;
    else if (isAdverb(token.key) && !PRONOUNS.has(token.key)) end -= 1;
    else if (WEEKDAYS.has(token.key) && end < verb + 1) {
      const before = at(tokens, end - 2);
      end -= before && before.key === 'on' ? 2 : 1;
    } else break;
  }
  return end;
}

/** The noun phrase that ends right before token `end`, or null. */
export function phraseLeft(tokens: readonly Token[], end: number, floor: number): Range | null {
  const last = at(tokens, end - 1);
  if (!last || end <= floor) return null;
  if (CONTRACTED.test(last.key)) return { from: end - 1, to: end };
  if (isWord(last) && RELATIVES.has(last.key)) return { from: end - 1, to: end };
  if (isWord(last) && PRONOUNS.has(last.key) && !DETERMINERS.has(last.key)) return { from: end - 1, to: end };
  let from = end;
  while (from > floor && end - from < LONGEST) {
    const token = at(tokens, from - 1);
    if (token?.key === ')') {
      const open = openBracket(tokens, from - 1);
      if (open < floor || open === -1) break;
      from = open;
      continue;
    }
    if (isWord(token) && PRONOUNS.has(token.key) && !DETERMINERS.has(token.key) && token.key !== 'others')
      break;
    if (!mayStand(tokens, from - 1, end)) break;
    if (
      token?.key === '.' &&
      !(
        isWord(at(tokens, from - 2)) &&
        at(tokens, from - 2)?.end === token.start &&
        (at(tokens, from - 2)?.key.length ?? 9) <= 5
      )
    )
      break;
    from -= 1;
  }
  from = trimLeft(tokens, from, end);
  return from < end &&
    tokens.slice(from, end).some((token) => token.kind === 'word' || token.kind === 'quotation')
    ? { from, to: end }
    : null;
}

const AFTER_COMMON = new Set(['of', 'for', 'at', 'from', 'with', 'in', 'on', 'against']);
const AFTER_NAME = new Set(['of', 'from', 'for']);

/** The noun phrase that begins at token `from`, or null: "the head of the department", "he". */
export function phraseRight(tokens: readonly Token[], from: number): Range | null {
  const first = at(tokens, from);
  if (!isWord(first) && first?.kind !== 'number') return null;
  if (isWord(first) && PRONOUNS.has(first.key) && !DETERMINERS.has(first.key)) return { from, to: from + 1 };
  if (
    isWord(first) &&
    (CLOSED(first.key) ||
      PREPOSITIONS.has(first.key) ||
      (ADVERBS.has(first.key) && !DETERMINERS.has(first.key)))
  )
    return null;
  let named = false;
  let to = from;
  while (to - from < LONGEST) {
    const token = at(tokens, to);
    if (!token || token.kind === 'quotation') break;
    if (token.key === '(') {
      const close = tokens.findIndex((other, index) => index > to && index < to + 12 && other.key === ')');
      if (close === -1) break;
      to = close + 1;
      continue;
    }
    if (token.kind === 'stop') {
      const before = at(tokens, to - 1);
      const abbreviates =
        token.key === '.' &&
        isWord(before) &&
        before.end === token.start &&
        before.key.length <= 4 &&
        at(tokens, to + 1)?.capital === true;
      if (!abbreviates && !/^[&'-]$/.test(token.key) && !touches(tokens, to)) break;
      to += 1;
      continue;
    }
    const { key } = token;
    if (CLOSED(key) || WEEKDAYS.has(key) || (VERBS.has(key) && !token.capital)) break;
    if (PREPOSITIONS.has(key)) {
      const next = at(tokens, to + 1);
      if (
        !(named ? AFTER_NAME : AFTER_COMMON).has(key) ||
        (next &&
          (WEEKDAYS.has(next.key) ||
            /^(?:interview|statement|speech|tweet|email)$/.test(at(tokens, to + 2)?.key ?? '')))
      )
        break;
      if (key === 'for' && named) break;
    } else if (key === 'and' || key === 'or') {
      if (!joinsNouns(tokens, to)) break;
    } else if (isAdverb(key) && !DETERMINERS.has(key)) break;
    else if (isEd(token) && to > from && !DETERMINERS.has(at(tokens, to - 1)?.key ?? '')) break;
    else if (!token.capital && key.endsWith('ing') && key.length > 5 && named) break;
    if (token.capital && to > from - 1) named ||= !DETERMINERS.has(key);
    to += 1;
  }
  return to > from && !(to === from + 1 && DETERMINERS.has(first.key) && !PRONOUNS.has(first.key))
    ? { from, to }
    : null;
}
