/** Where one name of an enumeration stands in the words it was found in (UTF-16 offsets). */
export type NameIn = { readonly text: string; readonly start: number; readonly end: number };

const QUOTES = '"“”„‟«»‹›‘’\'';
/** What stands between the names of an enumeration; a hyphen only between blanks (al-Deri). */
const BETWEEN = /\s*[,،;؛–—/]\s*(?:and\s+|or\s+|و\s*)?|\s+(?:and|or|&|-|و)\s+/giu;
/** Small words that belong to a name though they have no capital letter. */
const PARTICLE = /^(?:al|el|ad|an|as|ash|at|az|bin|ibn|bint|abu|umm|de|van|von|der|the)$/iu;
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
/** Letters of scripts without capitals (Arabic …). */
const NO_CASE = /^\p{Lo}/u;

const words = (text: string) => text.split(/[\s-]+/u).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''));
const named = (word: string) => CAPITAL.test(word) || NO_CASE.test(word);

/** A name: up to six words, each with a capital or a particle, at least one with a capital. */
function isName(text: string): boolean {
  const parts = words(text).filter((word) => word !== '');
  return (
    parts.length > 0 &&
    parts.length <= 6 &&
    parts.some(named) &&
    parts.every((part) => named(part) || PARTICLE.test(part))
  );
}

function trimmed(exact: string, start: number, end: number): NameIn | null {
  const blank = (at: number) => /\s/u.test(exact[at] ?? '') || QUOTES.includes(exact[at] ?? ' ');
  const point = (at: number) => '.:!?…'.includes(exact[at] ?? ' ');
  let [from, to] = [start, end];
  while (from < to && (blank(from) || point(from))) from += 1;
  while (to > from && (blank(to - 1) || point(to - 1))) to -= 1;
  return from < to ? { text: exact.slice(from, to), start: from, end: to } : null;
}

/**
 * The part of a piece that is a name: the piece itself, or the words with capitals that it ends
 * or begins with ("Among them were Amer al-Naklawi" → "Amer al-Naklawi").
 */
function nameOf(exact: string, piece: NameIn, side: 'first' | 'last' | 'middle'): NameIn | null {
  if (isName(piece.text)) return piece;
  const cuts = [...piece.text.matchAll(/\s+/gu)];
  if (side === 'first') {
    for (const { index, 0: gap } of cuts) {
      const name = trimmed(exact, piece.start + index + gap.length, piece.end);
      if (name && isName(name.text)) return name;
    }
  }
  if (side === 'last') {
    for (const { index } of cuts.reverse()) {
      const name = trimmed(exact, piece.start, piece.start + index);
      if (name && isName(name.text)) return name;
    }
  }
  return null;
}

/**
 * The names an enumeration holds ("A, B – and C"), in order; empty when there are not at least
 * two. A help for splitting a claim "one per name": people see and correct what it proposes.
 */
export function namesIn(exact: string): NameIn[] {
  const pieces: NameIn[] = [];
  let from = 0;
  for (const { index, 0: gap } of exact.matchAll(BETWEEN)) {
    const piece = trimmed(exact, from, index);
    if (piece) pieces.push(piece);
    from = index + gap.length;
  }
  const rest = trimmed(exact, from, exact.length);
  if (rest) pieces.push(rest);
  const side = (at: number) => (at === 0 ? 'first' : at === pieces.length - 1 ? 'last' : 'middle');
  const names = pieces.map((piece, at) => nameOf(exact, piece, side(at))).filter((name) => name !== null);
  return names.length > 1 ? names : [];
}
