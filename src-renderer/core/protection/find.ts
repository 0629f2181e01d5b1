import { type ProtectiveFold, protectiveFold, skeletonOf } from './fold.ts';
import { isWrittenAs, type Pattern, patternOf } from './pattern.ts';

/** One spelling that may not leave. */
export type Needle = {
  /** Id of the party or detail it belongs to. */
  readonly itemId: string;
  readonly words: string;
  /** What is said instead; '': withheld. */
  readonly as: string;
};

/** A protected spelling in a text (UTF-16 offsets, `end` exclusive). */
export type Found = { readonly start: number; readonly end: number; readonly itemId: string };

type Compiled = { readonly itemId: string; readonly pattern: Pattern };

/** Needles made ready to be looked for. */
type Search = { readonly all: readonly Compiled[]; readonly any: RegExp | null };

const searches = new WeakMap<readonly Needle[], Search>();

function searchFor(needles: readonly Needle[]): Search {
  const held = searches.get(needles);
  if (held) return held;
  const all = needles.flatMap(({ itemId, words }): Compiled[] => {
    const pattern = patternOf(words);
    return pattern ? [{ itemId, pattern }] : [];
  });
  const cores = [...new Set(all.map(({ pattern }) => pattern.core))];
  const search = { all, any: cores.length === 0 ? null : new RegExp(cores.join('|'), 'u') };
  searches.set(needles, search);
  return search;
}

/** Marks that open and the one that closes each. */
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['(', ')'],
  ['„', '“'],
  ['"', '"'],
];

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** A name with the mark that closes what opens within it (Abu Hajer “the Kuwaiti”): alone it would stay behind. */
function closed(text: string, start: number, end: number): Omit<Found, 'itemId'> {
  const words = text.slice(start, end);
  const left = PAIRS.some(([open, close]) => {
    if (text[end] !== close) return false;
    return open === close ? count(words, open) % 2 === 1 : count(words, open) > count(words, close);
  });
  return { start, end: left ? end + 1 : end };
}

function* hitsOf(
  { expression, exactly }: Pattern,
  fold: ProtectiveFold,
  text: string,
): Generator<Omit<Found, 'itemId'>> {
  const { folded, starts, ends, bounds } = fold;
  expression.lastIndex = 0;
  for (let match = expression.exec(folded); match; match = expression.exec(folded)) {
    const [from, to] = match.indices?.[2] ?? [match.index, match.index];
    const whole = (bounds[match.index] || bounds[from]) && bounds[to];
    const hit = closed(text, starts[from] ?? 0, ends[to - 1] ?? 0);
    if (whole && (exactly === null || isWrittenAs(exactly, text.slice(hit.start, hit.end)))) yield hit;
    else expression.lastIndex = match.index + 1;
  }
}

/** The hits without those that a longer one covers or cuts, in the order of the text. */
function longestFirst(hits: Found[]): Found[] {
  hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Found[] = [];
  for (const hit of hits) {
    if (kept.every(({ start, end }) => hit.end <= start || end <= hit.start)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Where protected spellings stand in a text: whatever the case, accents, vowel signs, letter
 * variants, digits, blanks, line breaks, hyphens, apostrophes, articles and invisible characters, the
 * family name first with a comma after it too;
 * never inside another word, Arabic particles apart. Of overlapping ones the longest counts.
 */
export function findNeedles(text: string, needles: readonly Needle[]): readonly Found[] {
  const { all, any } = searchFor(needles);
  if (any === null) return [];
  const skeleton = skeletonOf(text);
  if (!any.test(skeleton)) return [];
  const wanted = all.filter(({ pattern }) => skeleton.includes(pattern.core));
  const fold = protectiveFold(text);
  return longestFirst(
    wanted.flatMap(({ itemId, pattern }) =>
      [...hitsOf(pattern, fold, text)].map((hit) => ({ ...hit, itemId })),
    ),
  );
}
