import type { Token } from '../tokens/token.ts';
import { phraseLeft, type Range } from './noun-phrase.ts';
import { AUXILIARIES, DETERMINERS, OFFICES, PREPOSITIONS, RELATIVES, STOPPERS, VERBS } from './words.ts';

const ROLE_STARTS = new Set(
  'former currently previously head chief director president chairman chairwoman chair leader founder co-founder author spokesman spokeswoman spokesperson senior deputy vice executive professor member retired fellow owner mother father wife widow husband son daughter brother sister neighbour neighbor nurse teacher doctor farmer driver student one now then also aged formerly himself herself based identified known speaking who whose minister secretary editor founder ceo commander reporter activist journalist analyst resident lawyer attorney officer'.split(
    ' ',
  ),
);

/** Whether what begins here can tell who the one before the comma is: "a baker from Homs", "who fled", "43". */
export function startsRole(tokens: readonly Token[], from: number): boolean {
  const token = tokens[from];
  if (!token) return false;
  if (token.kind === 'number')
    return tokens[from + 1]?.key === ',' || /^(?:years?|-)/.test(tokens[from + 1]?.key ?? '');
  if (token.kind !== 'word') return false;
  if (DETERMINERS.has(token.key) || ROLE_STARTS.has(token.key)) return true;
  if (OFFICES.has(token.key) && !token.capital) return true;
  return token.key === 'whom' || token.key === 'which';
}

/** A role without an article: "field activist from Deir Ezzor", "Republican of Ohio". */
function bareRole(tokens: readonly Token[], { from, to }: Range): boolean {
  const first = tokens[from];
  if (
    first?.kind !== 'word' ||
    PREPOSITIONS.has(first.key) ||
    STOPPERS.has(first.key) ||
    AUXILIARIES.has(first.key)
  )
    return false;
  if (/(?:ing|ed)$/.test(first.key) && !first.capital) return false;
  return !tokens.slice(from, to).some(({ key }) => AUXILIARIES.has(key) || VERBS.has(key));
}

const hasVerb = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, to).some(({ key }) => AUXILIARIES.has(key) || VERBS.has(key));

/** Where the segments between commas begin and end, from `floor` to `end`, in order. */
function segments(tokens: readonly Token[], floor: number, end: number): Range[] {
  const found: Range[] = [];
  let from = floor;
  let depth = 0;
  for (let at = floor; at < end; at += 1) {
    const key = tokens[at]?.key;
    if (key === '(') depth += 1;
    else if (key === ')') depth = Math.max(0, depth - 1);
    if (depth > 0 || tokens[at]?.kind !== 'stop') continue;
    if (key === ',' || key === '—' || key === '–' || key === ';' || key === ':') {
      if (at > from) found.push({ from, to: at });
      from = at + 1;
    }
  }
  if (from < end) found.push({ from, to: end });
  return found;
}

const hasName = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, to).some(({ capital }) => capital);

/** Whether nothing but an opening such as "On Friday" or a quotation stands before a phrase in its segment. */
function opens(tokens: readonly Token[], head: Range, part: Range): boolean {
  return !tokens
    .slice(part.from, head.from)
    .some(
      ({ key, capital }) => AUXILIARIES.has(key) || VERBS.has(key) || (!capital && /[a-z]{2}ed$/.test(key)),
    );
}

/**
 * The one whom appositions before token `end` speak of, with all of them: "Sami Fourati, field
 * activist from Deir Ezzor," of "Sami Fourati, field activist from Deir Ezzor, said". Null when what
 * stands before the comma is no such thing (a clause, a place, a time).
 */
export function describedLeft(
  tokens: readonly Token[],
  end: number,
  floor: number,
): { head: Range; whole: Range } | null {
  const parts = segments(tokens, floor, end);
  let at = parts.length - 1;
  while (at > 0) {
    const part = parts[at];
    const before = parts[at - 1];
    if (!part || !before) break;
    const relative = RELATIVES.has(tokens[part.from]?.key ?? '');
    const describes =
      startsRole(tokens, part.from) || relative || (bareRole(tokens, part) && part.to - part.from <= 18);
    if (!describes) break;
    const head = phraseLeft(tokens, before.to, before.from);
    if (
      head &&
      opens(tokens, head, before) &&
      (hasName(tokens, head) || DETERMINERS.has(tokens[head.from]?.key ?? '') || relative)
    ) {
      // "Lina Orabi, the head of the office, one of the founders": what describes is described in turn.
      const further =
        at > 1 &&
        head.from - before.from <= 1 &&
        (startsRole(tokens, before.from) || RELATIVES.has(tokens[before.from]?.key ?? ''));
      const outer = further ? describedLeft(tokens, before.to, floor) : null;
      return outer
        ? { head: outer.head, whole: { from: outer.whole.from, to: end } }
        : { head, whole: { from: head.from, to: end } };
    }
    at -= 1;
  }
  return null;
}

const ENDS_ROLE = new Set([
  'adding',
  'saying',
  'noting',
  'speaking',
  'referring',
  'citing',
  'in',
  'on',
  'at',
  'after',
  'during',
  'when',
  'while',
  'as',
  'before',
  'but',
  'and',
  'according',
  'because',
  'if',
  'though',
  'although',
  'with',
  'explaining',
  'arguing',
  'calling',
  'describing',
  'warning',
  'told',
  'said',
]);

/**
 * Where the roles behind a name end: index of the token behind them, `to` itself when there are
 * none. A clause is no role: "according to Ali, the bridge was closed". "said Ali, a baker, who lost two sons, in Homs" ends behind "sons".
 */
export function rolesRight(tokens: readonly Token[], to: number): number {
  let end = to;
  while (tokens[end]?.key === ',' && end + 1 < tokens.length) {
    const from = end + 1;
    const first = tokens[from];
    if (!first || first.kind === 'quotation' || ENDS_ROLE.has(first.key)) break;
    let stop = from;
    while (stop < tokens.length) {
      const token = tokens[stop];
      if (!token || token.kind === 'quotation') break;
      if (token.kind === 'stop' && /^[,;:—?!]$/.test(token.key)) break;
      if (
        token.key === '.' &&
        (stop + 1 >= tokens.length ||
          tokens[stop + 1]?.kind !== 'word' ||
          tokens[stop - 1]?.end !== token.start ||
          (tokens[stop - 1]?.key.length ?? 9) > 4)
      )
        break;
      stop += 1;
    }
    const part = { from, to: stop };
    if (!RELATIVES.has(first.key) && hasVerb(tokens, part)) break;
    if (!startsRole(tokens, from) && !(bareRole(tokens, part) && stop - from <= 12)) break;
    end = stop;
  }
  return end;
}
