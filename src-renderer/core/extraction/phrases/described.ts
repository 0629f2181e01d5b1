import type { Span } from '../../anchoring/paragraphs.ts';
import type { Token } from '../tokens/token.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { describeArabic } from './arabic-described.ts';
import {
  DETERMINERS,
  DOCUMENTS,
  OFFICES,
  ORGANISATIONS,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TITLES,
} from './words.ts';

/** What a phrase that names a speaker says of them. */
export type Described = {
  /**
   * `person` and `organisation` have a proper name; `document` is a text that states something;
   * `pronoun` points back; `described` is nothing but a description ("a senior official").
   */
  readonly kind: 'person' | 'organisation' | 'document' | 'pronoun' | 'described';
  /** The name, or the description or pronoun as it stands. */
  readonly name: Span;
  /** The role in the article's words: one span before the name, one or none behind it. */
  readonly role: readonly Span[];
};

type Run = { readonly from: number; readonly to: number };

const isName = (token: Token | undefined): boolean => token?.kind === 'word' && token.capital;
const LINKS = new Set(['of', 'and', 'for', 'the', '&', "'", '-', '–']);

/** The last row of capital words of a phrase, with the particles and small words within it. */
function lastRun(tokens: readonly Token[]): Run | null {
  let to = tokens.length;
  while (to > 0 && !isName(tokens[to - 1])) to -= 1;
  if (to === 0) return null;
  let from = to - 1;
  while (from > 0) {
    const before = tokens[from - 1];
    if (!before) break;
    const initial = before.key === '.' && isName(tokens[from - 2]) && tokens[from - 2]?.end === before.start;
    if (isName(before) && !DETERMINERS.has(before.key)) from -= 1;
    else if (initial) from -= 2;
    else if (PARTICLES.has(before.key) || (LINKS.has(before.key) && isName(tokens[from - 2]))) from -= 1;
    else break;
  }
  return { from, to };
}

/** Where the name begins in a row of capital words that may begin with an office: FBI Director | James Comey. */
function behindOffice(tokens: readonly Token[], { from, to }: Run): number {
  for (let at = to - 2; at >= from; at -= 1) {
    const key = tokens[at]?.key ?? '';
    if (!TITLES.has(key) && !OFFICES.has(key)) continue;
    const stop = tokens[at + 1]?.key === '.' ? at + 2 : at + 1;
    if (stop < to && isName(tokens[stop])) return stop;
    // Minister of Education Stefania Giannini: the name is the last two words.
    if (tokens[stop]?.key === 'of' && to - stop >= 4 && isName(tokens[to - 2])) return to - 2;
  }
  return from;
}

const spanOf = (tokens: readonly Token[], from: number, to: number): Span | null => {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
};

const CLOSED = [DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES];
const ARABIC = /^["' ]*[\u0600-\u06ff]/;
const STRIP = /^[\s,;:.—–"'-]+|[\s,;:—–"'-]+$/g;

/** Forms of address say nothing of what somebody is. */
const ADDRESS = /^(?:Mr|Mrs|Ms|Miss|Mx|Sir|Madam|Lady)\.?$/;

/** A role without the commas, marks and blanks around it; null when nothing is left. */
function bare(shadow: string, start: number, end: number): Span | null {
  if (end <= start) return null;
  const words = shadow.slice(start, end);
  const lead = words.length - words.replace(/^[\s,;:.—–"'-]+/, '').length;
  const kept = words.replaceAll(STRIP, '');
  return kept === '' || ADDRESS.test(kept) ? null : { start: start + lead, end: start + lead + kept.length };
}

/** “Zaid Fourati” Sound and Picture reporter: the name is what stands between the marks. */
function quotedName(shadow: string, head: Span): { name: Span; from: number } | null {
  const opens =
    shadow[head.start] === '"' ? head.start + 1 : shadow[head.start - 1] === '"' ? head.start : -1;
  const close = opens === -1 ? -1 : shadow.indexOf('"', opens);
  if (close === -1 || close > head.end || close - opens > 60) return null;
  return { name: { start: opens, end: close }, from: close + 1 };
}

/** Whether a name depends on a preposition: of Berlin, of The Globe and Mail. */
function isGoverned(tokens: readonly Token[], from: number): boolean {
  const before = DETERMINERS.has(tokens[from - 1]?.key ?? '') ? from - 2 : from - 1;
  return PREPOSITIONS.has(tokens[before]?.key ?? '');
}

/** Matthew Ingram of The Globe and Mail: the name that stands before the preposition, if it opens the phrase. */
function personBefore(tokens: readonly Token[], from: number): Span | null {
  let end = from;
  while (end > 0 && !PREPOSITIONS.has(tokens[end - 1]?.key ?? '')) end -= 1;
  const name = tokens.slice(0, Math.max(0, end - 1));
  const whole =
    name.length >= 2 &&
    name.every((token) => isName(token) && !ORGANISATIONS.has(token.key) && !DETERMINERS.has(token.key));
  return whole ? spanOf(name, 0, name.length) : null;
}

/** The president of the region, Roberto Maroni: what stands behind the comma is the name. */
function nameAsRole(shadow: string, { start, end }: Span): Span | null {
  const all = outsideBrackets(tokenise(shadow, start, end));
  const comma = all.findIndex(({ key }) => key === ',');
  const tokens = comma === -1 ? all : all.slice(0, comma);
  const run = lastRun(tokens);
  if (!run || run.to !== tokens.length || run.to - run.from < 2 || run.to - run.from > 5) return null;
  // Retired nurse Geoff Tull: a role of a word or two before the name.
  const lead = tokens.slice(0, run.from);
  if (lead.length > 2 || lead.some(({ key, kind }) => kind !== 'word' || CLOSED.some((set) => set.has(key))))
    return null;
  return tokens.slice(run.from).some(({ key }) => ORGANISATIONS.has(key) || LINKS.has(key))
    ? null
    : spanOf(tokens, run.from, run.to);
}

/** A phrase without what stands in brackets: (R-Ky.), (UAAR). */
function outsideBrackets(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ key }) => {
    if (key === '(') depth += 1;
    const outside = depth === 0;
    if (key === ')') depth = Math.max(0, depth - 1);
    return outside;
  });
}

function kindOfName(
  tokens: readonly Token[],
  run: Run,
  name: readonly Token[],
  titled: boolean,
): Described['kind'] {
  if (titled) return 'person';
  const article = tokens[run.from - 1]?.key === 'the';
  if (article || name.some(({ key }) => ORGANISATIONS.has(key) || key === 'of' || key === '&'))
    return 'organisation';
  return 'person';
}

const isAcronym = (shadow: string, { start, end }: Span): boolean =>
  /^[\p{Lu}.&-]{2,7}$/u.test(shadow.slice(start, end));

/** Reads the phrase that names a speaker: `head` is its noun or name, `whole` the phrase with its roles. */
export function describe(shadow: string, whole: Span, head: Span): Described {
  if (ARABIC.test(shadow.slice(head.start, head.end))) return describeArabic(shadow, whole, head);
  const tokens = outsideBrackets(tokenise(shadow, head.start, head.end)).filter(
    ({ key }) => !RELATIVES.has(key),
  );
  const behind = bare(shadow, head.end, whole.end);
  const role = behind && !RELATIVES.has(shadow.slice(behind.start, behind.end).toLowerCase()) ? [behind] : [];
  const first = tokens[0];
  const asItStands = spanOf(tokens, 0, tokens.length) ?? head;
  if (!first || (tokens.length === 1 && PRONOUNS.has(first.key)))
    return { kind: 'pronoun', name: asItStands, role: [] };
  const quoted = quotedName(shadow, head);
  if (quoted) {
    const after = bare(shadow, quoted.from, head.end);
    return { kind: 'person', name: quoted.name, role: [...(after ? [after] : []), ...role] };
  }
  const text = tokens.some(({ key, capital }) => DOCUMENTS.has(key) && !capital);
  const run = lastRun(tokens);
  const last = run && tokens[run.to - 1];
  const trailing =
    run && tokens.slice(run.to).some(({ kind }) => kind === 'word') && tokens[run.to]?.key !== '(';
  const governed = run !== null && isGoverned(tokens, run.from);
  const before = governed ? personBefore(tokens, run.from) : null;
  if (before) {
    const of = bare(shadow, before.end, head.end);
    return { kind: 'person', name: before, role: [...(of ? [of] : []), ...role] };
  }
  if (!run || !last || trailing || governed || last.key.endsWith("'s")) {
    const named = behind && !text ? nameAsRole(shadow, behind) : null;
    if (named) return { kind: 'person', name: named, role: [asItStands] };
    return { kind: text ? 'document' : 'described', name: asItStands, role };
  }
  const from = behindOffice(tokens, run);
  const name = spanOf(tokens, from, run.to) ?? asItStands;
  const small = tokens.slice(0, run.from).some(({ key, kind }) => kind === 'word' && !DETERMINERS.has(key));
  const lead = from > run.from || small ? bare(shadow, asItStands.start, name.start) : null;
  const bracket = bare(shadow, name.end, head.end);
  const titled = from > run.from || small;
  const kind = kindOfName(tokens, run, tokens.slice(from, run.to), titled);
  const named = kind === 'person' && !titled && isAcronym(shadow, name) ? 'organisation' : kind;
  return { kind: named, name, role: [...(lead ? [lead] : []), ...(bracket ? [bracket] : []), ...role] };
}
