import { foldText } from '../text/fold.ts';

/**
 * A text as protected names are looked for in it: letters and digits folded, blanks as one blank,
 * marks and invisible characters gone. Each unit of `folded` knows where it came from.
 */
export type ProtectiveFold = {
  readonly folded: string;
  /** UTF-16 offset in the text where unit `i` begins. */
  readonly starts: readonly number[];
  /** Where it ends, its combining marks included. */
  readonly ends: readonly number[];
  /** Whether a word may begin or end before unit `i`; one more than there are units. */
  readonly bounds: readonly boolean[];
};

/** Letters that the folding of searches leaves apart. */
const MORE: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ک: 'ك',
  ڪ: 'ك',
  ھ: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ے: 'ي',
  ۍ: 'ي',
  ۥ: '',
  ۦ: '',
  ء: '',
};

/** Apostrophes, and the signs that transliterations write for hamza and ayn. */
const APOSTROPHE = /^['`´‘’‛ʹʻʼʽʾʿˈ′＇]$/u;
const HYPHEN = /^[-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d]$/u;
/** Belongs to the letter before it: combining marks and tatweel. */
const CLINGS = /^[\p{M}\u0640]$/u;
/** Nothing a reader sees; soft hyphens, joiners, direction marks. */
const INVISIBLE = /^[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]$/u;
const BLANK = /^[\s\u0085]$/u;
const LINE_END = /^[\n\r\u0085\u2028\u2029\f\v]$/u;
const WORD = /[\p{L}\p{N}]/u;
const ESCAPED = /(?:%[0-9a-f]{2})+/iuy;

/** What a character is to the letters beside it; two of a kind make one word. */
type Kind = 'latin' | 'arabic' | 'digit' | 'other letter' | 'none';

/** What a character does to the folded text. */
type Piece = {
  readonly role: 'unit' | 'clings' | 'invisible' | 'parts' | 'blank' | 'line end';
  readonly text: string;
  readonly kind: Kind;
  readonly upper: boolean;
};

const pieces = new Map<string, Piece>();

function kindOf(folded: string): Kind {
  if (/\p{Nd}|\p{No}/u.test(folded)) return 'digit';
  if (/\p{Script=Latin}/u.test(folded)) return 'latin';
  if (/\p{Script=Arabic}/u.test(folded)) return 'arabic';
  return WORD.test(folded) ? 'other letter' : 'none';
}

function roleOf(character: string): Piece['role'] {
  if (CLINGS.test(character)) return 'clings';
  // A zero-width space is a place where words part.
  if (character === '\u200b' || APOSTROPHE.test(character)) return 'parts';
  if (INVISIBLE.test(character)) return 'invisible';
  if (LINE_END.test(character)) return 'line end';
  return BLANK.test(character) ? 'blank' : 'unit';
}

function makePiece(character: string): Piece {
  const role = roleOf(character);
  if (role !== 'unit') return { role, text: '', kind: 'none', upper: false };
  if (HYPHEN.test(character)) return { role, text: '-', kind: 'none', upper: false };
  const text = [...foldText(character)].map((letter) => MORE[letter] ?? letter).join('');
  // Hamza alone folds to nothing and is a letter all the same.
  const kind = text === '' && /\p{L}/u.test(character) ? 'arabic' : kindOf(text);
  return { role, text, kind, upper: character !== character.toLowerCase() };
}

/** One character folded; the few thousand that occur are folded once. */
function pieceOf(character: string): Piece {
  const held = pieces.get(character);
  if (held) return held;
  const piece = makePiece(character);
  pieces.set(character, piece);
  return piece;
}

/** What percent-encoding at `at` stands for and how long it is, or null. */
function unescaped(text: string, at: number): { words: string; length: number } | null {
  ESCAPED.lastIndex = at;
  const run = ESCAPED.exec(text)?.[0];
  if (!run) return null;
  try {
    return { words: decodeURIComponent(run), length: run.length };
  } catch {
    // Not UTF-8: the percent signs are what they look like.
    return null;
  }
}

const SPACE: Piece = { role: 'unit', text: ' ', kind: 'none', upper: false };
const LINE: Piece = { ...SPACE, text: '\n' };

class Folding {
  /** What each character became; a long text is not looked into before it is whole. */
  readonly #units: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly bounds: boolean[] = [];
  #kind: Kind = 'none';
  #upper = false;
  /** Something stood between the last unit and the next that parts words without being a unit. */
  #parted = false;

  add(character: string, start: number, end: number): void {
    const piece = pieceOf(character);
    if (piece.role === 'unit') this.#put(piece, start, end);
    else if (piece.role === 'clings') {
      if (this.ends.length > 0) this.ends[this.ends.length - 1] = end;
    } else if (piece.role === 'parts') this.#parted = true;
    else if (piece.role !== 'invisible') this.#blank(piece.role === 'line end', start, end);
  }

  done(): ProtectiveFold {
    this.bounds.push(true);
    const { starts, ends, bounds } = this;
    return { folded: this.#units.join(''), starts, ends, bounds };
  }

  #blank(lineEnd: boolean, start: number, end: number): void {
    const last = this.#units.at(-1);
    if (last === ' ' || last === '\n') {
      if (lineEnd) this.#units[this.#units.length - 1] = '\n';
      this.ends[this.ends.length - 1] = end;
      return;
    }
    this.#put(lineEnd ? LINE : SPACE, start, end);
  }

  #put({ text, kind, upper }: Piece, start: number, end: number): void {
    const camel = upper && !this.#upper && kind === this.#kind;
    const bound = this.#parted || kind === 'none' || kind !== this.#kind || camel;
    for (let unit = 0; unit < text.length; unit += 1) {
      this.starts.push(start);
      this.ends.push(end);
      this.bounds.push(unit === 0 ? bound : kind === 'none');
    }
    if (text === '' && this.ends.length > 0 && this.#kind === kind) this.ends[this.ends.length - 1] = end;
    if (text === '') return;
    this.#units.push(text);
    this.#kind = kind;
    this.#upper = upper;
    this.#parted = false;
  }
}

/** Folds a text to look for protected names in it, percent-encoding (of web addresses) undone. */
export function protectiveFold(text: string): ProtectiveFold {
  const folding = new Folding();
  for (let at = 0; at < text.length; ) {
    const escaped = text[at] === '%' ? unescaped(text, at) : null;
    if (escaped) {
      for (const character of escaped.words) folding.add(character, at, at + escaped.length);
      at += escaped.length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    folding.add(character, at, at + character.length);
    at += character.length;
  }
  return folding.done();
}

const PLAIN = /^[\0-\x7f]*$/u;
const NOT_PLAIN_WORD = /[^a-z0-9]+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/**
 * The letters and digits of a text alone, folded: a needle whose longest word is not in them is not
 * in the text. Far cheaper than {@link protectiveFold}, and most texts hold no protected name.
 */
export function skeletonOf(text: string): string {
  if (last.text !== text) last = { text, skeleton: madeSkeleton(text) };
  return last.skeleton;
}

/** The same text is often asked for one list of needles after the other. */
let last = { text: '', skeleton: '' };

function madeSkeleton(text: string): string {
  if (text.includes('%')) return protectiveFold(text).folded.replaceAll(NOT_WORD, '');
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll(NOT_PLAIN_WORD, '');
  let folded = '';
  for (const character of text) folded += pieceOf(character).text;
  return folded.replaceAll(NOT_WORD, '');
}
