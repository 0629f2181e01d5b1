const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
/** What holds a number together when it stands between digits (UAX 9: ES, CS). */
const JOINS_DIGITS = /^[.,:/\-+٫٬\u2212]$/u;
/** What belongs to a number when it stands beside one (UAX 9: ET). */
const BESIDE_DIGITS = /^[%٪‰$€£°#]$/u;

/** Direction of a piece of text: right to left, left to right, a number, or neither. */
type Way = 'R' | 'L' | 'number' | 'neutral';

function wayOf(text: string): Way {
  if (DIGIT.test(text)) return 'number';
  if (!LETTER.test(text)) return 'neutral';
  return RIGHT_TO_LEFT.test(text) ? 'R' : 'L';
}

/** Ways of the pieces, with separators and signs counted to the numbers they belong to. */
function waysOf(pieces: readonly string[]): Way[] {
  const ways = pieces.map(wayOf);
  return ways.map((way, at) => {
    const piece = pieces[at] ?? '';
    const [before, after] = [ways[at - 1], ways[at + 1]];
    if (way !== 'neutral') return way;
    if (JOINS_DIGITS.test(piece) && before === 'number' && after === 'number') return 'number';
    return BESIDE_DIGITS.test(piece) && (before === 'number' || after === 'number') ? 'number' : way;
  });
}

/** Share of a line's letters from right to left that makes a line of such a page read so as well. */
const SHARE = 0.2;

/**
 * Whether a line reads from right to left: most of its letters do, or on a page that does
 * (`page`) a good part of them.
 */
export function readsRightToLeft(pieces: readonly string[], page = false): boolean {
  let [right, left] = [0, 0];
  for (const piece of pieces) {
    const way = wayOf(piece);
    if (way === 'R') right += 1;
    else if (way === 'L') left += 1;
  }
  return page && right > 0 ? right >= SHARE * (right + left) : right > left;
}

/** Index after the last of the stretch from `at` on that holds these ways alone and ends with one of `ends`. */
function endOfRun(
  ways: readonly Way[],
  at: number,
  inside: ReadonlySet<Way>,
  ends: ReadonlySet<Way>,
): number | null {
  let end: number | null = null;
  for (let next = at; next < ways.length; next += 1) {
    const way = ways[next];
    if (!way || !inside.has(way)) break;
    if (ends.has(way)) end = next + 1;
  }
  return end;
}

type Run<T> = { readonly items: readonly T[]; readonly ways: readonly Way[] };

const backwards = <T>({ items, ways }: Run<T>): Run<T> => ({
  items: [...items].reverse(),
  ways: [...ways].reverse(),
});

/** Puts `turn` of every stretch that `endFrom` finds in its place. */
function turnRuns<T>(
  { items, ways }: Run<T>,
  endFrom: (at: number) => number | null,
  turn: (run: Run<T>) => readonly T[],
): T[] {
  const ordered: T[] = [];
  for (let at = 0; at < items.length; ) {
    const end = endFrom(at) ?? at;
    if (end > at) ordered.push(...turn({ items: items.slice(at, end), ways: ways.slice(at, end) }));
    else ordered.push(...items.slice(at, at + 1));
    at = Math.max(end, at + 1);
  }
  return ordered;
}

const ONLY = (...ways: readonly Way[]): ReadonlySet<Way> => new Set(ways);
const NUMBER = ONLY('number');
const RIGHT = ONLY('R');
const LEFT = ONLY('L');
const WITH_RIGHT = ONLY('R', 'number', 'neutral');
const WITH_LEFT = ONLY('L', 'number', 'neutral');

const numbersTurned = <T>(run: Run<T>): T[] =>
  turnRuns(
    run,
    (at) => endOfRun(run.ways, at, NUMBER, NUMBER),
    (numbers) => backwards(numbers).items,
  );

/** A line from right to left as it is seen, backwards: words and numbers from left to right are turned again. */
function leftTurned<T>(run: Run<T>): T[] {
  const { ways } = run;
  const endFrom = (at: number): number | null => {
    if (ways[at] !== 'L' && ways[at] !== 'number') return null;
    return endOfRun(ways, at, WITH_LEFT, LEFT) ?? endOfRun(ways, at, NUMBER, NUMBER);
  };
  return turnRuns(run, endFrom, (left) => backwards(left).items);
}

/**
 * The pieces of a line, given from left to right as they are seen, in the order in which they are
 * read (`rightToLeft`: the line's own direction): the Unicode Bidirectional Algorithm (UAX 9) backwards, for two levels of embedding. Where two
 * orders look the same, a number goes with the letters from left to right beside it.
 */
export function inReadingOrder<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  rightToLeft = readsRightToLeft(items.map(textOf)),
): T[] {
  const pieces = items.map(textOf);
  const ways = waysOf(pieces);
  if (!ways.includes('R')) return [...items];
  const line: Run<T> = { items, ways };
  if (rightToLeft) return leftTurned(backwards(line));
  const endFrom = (at: number): number | null =>
    ways[at] === 'R' ? endOfRun(ways, at, WITH_RIGHT, RIGHT) : null;
  return turnRuns(line, endFrom, (right) => numbersTurned(backwards(right)));
}
