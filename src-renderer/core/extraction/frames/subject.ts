import { describedLeft, rolesRight } from '../phrases/apposition.ts';
import { beforeVerb, phraseLeft, phraseRight, type Range } from '../phrases/noun-phrase.ts';
import { AUXILIARIES, DETERMINERS, PRONOUNS, RELATIVES, STOPPERS } from '../phrases/words.ts';
import type { Token } from '../tokens/token.ts';

/** Who says it, as token ranges: the phrase with its roles, and the name or noun in it. */
export type Subject = { readonly whole: Range; readonly head: Range; readonly inverted: boolean };

const plainSubject = (range: Range, inverted = false): Subject => ({ whole: range, head: range, inverted });

/** The antecedent of "who": what stands before it (and its comma), with "who" itself. */
function relativeSubject(tokens: readonly Token[], who: number, floor: number): Subject {
  const comma = tokens[who - 1]?.key === ',';
  const head = phraseLeft(tokens, comma ? who - 1 : who, floor);
  const own = { from: who, to: who + 1 };
  return head ? { whole: { from: head.from, to: who + 1 }, head, inverted: false } : plainSubject(own);
}

/** Whether a stretch holds a verb of its own, so that it can be what was said: "the plan failed". */
export function isClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (AUXILIARIES.has(token.key)) return true;
    if (at > from && !token.capital && /[a-z]{2}ed$/.test(token.key)) return true;
  }
  return false;
}

/** The subject behind the verb: "…, said Ali, a baker". */
export function subjectRight(tokens: readonly Token[], after: number): Subject | null {
  const head = phraseRight(tokens, after);
  return head ? { whole: { from: head.from, to: rolesRight(tokens, head.to) }, head, inverted: true } : null;
}

/** Whether the noun phrase behind the verb is its subject: it ends what the narrator says here. */
function endsThere(tokens: readonly Token[], { whole }: Subject): boolean {
  const next = tokens[whole.to];
  if (!next || next.kind === 'quotation') return true;
  return (
    next.kind === 'stop' ||
    /^(?:in|on|at|during|after|when|while|as|before|of|to|from|about|yesterday|today|by)$/.test(next.key) ||
    next.key.endsWith('day')
  );
}

/**
 * The subject of the verb at `verb`, whose clause begins at `floor`; null where there is none near it.
 * `inverts`: whether it may stand behind the verb.
 */
export function subjectOf(
  tokens: readonly Token[],
  verb: number,
  floor: number,
  inverts = true,
): Subject | null {
  const end = beforeVerb(tokens, verb, floor);
  const left = tokens[end - 1];
  const opening = end <= floor || left === undefined || left.kind === 'quotation';
  if (!opening && left.kind === 'word') {
    if (RELATIVES.has(left.key)) return relativeSubject(tokens, end - 1, floor);
    const head = phraseLeft(tokens, end, floor);
    if (head) return withRoleBefore(tokens, head, floor);
  }
  if (!opening && left.key === ')') {
    const head = phraseLeft(tokens, end, floor);
    if (head) return plainSubject(head);
  }
  const right = inverts ? subjectRight(tokens, verb + 1) : null;
  if (opening) return right;
  if (/^[,—–-]$/.test(left.key)) {
    const before = tokens[end - 2];
    if (before?.kind === 'quotation') return right;
    const described = describedLeft(tokens, end - 1, floor);
    if (!described && right && endsThere(tokens, right)) return right;
    if (described)
      return { whole: { from: described.whole.from, to: end - 1 }, head: described.head, inverted: false };
    const aside = phraseBeforeAside(tokens, end - 1, floor);
    if (aside) return plainSubject(aside);
    // "The firm Secunia, has said": a comma too many.
    const parted = right ? null : phraseLeft(tokens, end - 1, floor);
    return parted && parted.from - floor <= 1 ? plainSubject(parted) : right;
  }
  return left.kind === 'number' ? phraseAsSubject(tokens, end, floor) : null;
}

function phraseAsSubject(tokens: readonly Token[], end: number, floor: number): Subject | null {
  const head = phraseLeft(tokens, end, floor);
  return head ? plainSubject(head) : null;
}

/** "Smith, in a statement, said": the phrase before what stands between commas. */
function phraseBeforeAside(tokens: readonly Token[], end: number, floor: number): Range | null {
  for (let at = end - 1; at > Math.max(floor, end - 25); at -= 1) {
    if (tokens[at]?.key !== ',') continue;
    return phraseLeft(tokens, at, floor);
  }
  return null;
}

/** "Another critic, Laurence Tribe, of Harvard": a head that closes an apposition takes the name before it along. */
function withRoleBefore(tokens: readonly Token[], head: Range, floor: number): Subject {
  const role = DETERMINERS.has(tokens[head.from]?.key ?? '') && tokens[head.from - 1]?.key === ',';
  if (role && head.from - 2 >= floor) {
    const named = phraseLeft(tokens, head.from - 1, floor);
    const first = named && tokens[named.from];
    // "The team left, the coach said": a clause stands before the comma, not a name.
    if (
      named &&
      first?.capital &&
      !isClause(tokens, floor, head.from - 1) &&
      named.from - floor <= 1 &&
      !PRONOUNS.has(first.key)
    ) {
      return { whole: { from: named.from, to: head.to }, head: named, inverted: false };
    }
  }
  return plainSubject(head);
}

/** The subject of a sentence's first clause: what stands before its first verb. */
export function sentenceSubject(tokens: readonly Token[], floor: number, before: number): Subject | null {
  for (let at = floor; at < before; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const verbal =
      AUXILIARIES.has(token.key) ||
      (!token.capital && at > floor && /[a-z]{2}(?:ed)$/.test(token.key)) ||
      FINITE.has(token.key);
    if (!verbal) continue;
    const found = subjectOf(tokens, at, floor);
    if (found && !found.inverted) {
      const first = tokens[found.head.from];
      if (first && !STOPPERS.has(first.key)) return found;
    }
  }
  // "Trump on Friday: …", "He tells Reuters that": the first phrase there is.
  const first = phraseRight(tokens, skipOpening(tokens, floor, before));
  return first && first.to <= before ? plainSubject(first) : null;
}

const FINITE = new Set(
  'says said told took went made gave came got tells adds added began wrote writes went took did does has had used held sent put called calls'.split(
    ' ',
  ),
);

/** Skips "In an interview on Friday," at the head of a sentence. */
function skipOpening(tokens: readonly Token[], floor: number, before: number): number {
  const first = tokens[floor];
  if (first?.kind !== 'word' || !first.capital) return floor;
  if (
    !/^(?:in|on|at|after|during|while|when|as|before|for|with|since|by|but|and|speaking|asked|citing)$/.test(
      first.key,
    )
  )
    return floor;
  for (let at = floor; at < before; at += 1) if (tokens[at]?.key === ',') return at + 1;
  return floor + 1;
}
