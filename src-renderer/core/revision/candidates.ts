import { type Span, trimSpan } from '../anchoring/paragraphs.ts';
import { sentencesOf } from '../extraction/sentences/sentences.ts';
import type { Anchor } from '../model/anchor.ts';
import { bagOf, likeness, type Word, wordsOf } from './alike.ts';
import { indexText, type TextIndex } from './gram-index.ts';

/** Why a place may be the one: the same words, other words between the same neighbours, or words alike. */
export type Likeness = 'same words' | 'same surroundings' | 'alike';

/** A place of the new text that a person may choose; `score` (0 to 1) orders them. */
export type Candidate = Span & { readonly why: Likeness; readonly score: number };

/** A new text, made ready to be asked for many anchors. */
export type NewText = {
  readonly index: TextIndex;
  readonly sentences: () => readonly Sentence[];
  /** The sentences in which a word stands, by the word as it is compared. */
  readonly byWord: () => ReadonlyMap<string, readonly number[]>;
};
type Sentence = Span & { readonly words: readonly Word[] };

export function newTextOf(text: string): NewText {
  let sentences: readonly Sentence[] | null = null;
  let byWord: Map<string, number[]> | null = null;
  const all = (): readonly Sentence[] =>
    (sentences ??= sentencesOf(text).map((span) => ({ ...span, words: wordsOf(text, span) })));
  return {
    index: indexText(text),
    sentences: all,
    byWord() {
      if (byWord) return byWord;
      byWord = new Map();
      for (const [at, { words }] of all().entries()) {
        for (const word of new Set(words.map(({ folded }) => folded))) {
          const held = byWord.get(word);
          if (held) held.push(at);
          else byWord.set(word, [at]);
        }
      }
      return byWord;
    },
  };
}

const MOST = 5;
/** Places of the same words looked at; beyond that nothing tells them apart anyway. */
const MOST_PLACES = 50;
/** Likeness below which a place is not worth a look. */
const LEAST = 0.4;
/** Sentences compared closely. */
const CLOSE = 8;

/** How much of the surroundings is the same, 0 to 1, from the words outwards. */
function sameAround({ prefix, suffix }: Anchor, text: string, { start, end }: Span): number {
  let [before, after] = [0, 0];
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before += 1;
  while (after < suffix.length && suffix[after] === text[end + after]) after += 1;
  const whole = prefix.length + suffix.length;
  return whole === 0 ? 0 : (before + after) / whole;
}

function sameWords(anchor: Anchor, { index }: NewText): Candidate[] {
  return index.placesOf(anchor.exact, MOST_PLACES).map((start) => {
    const place = { start, end: start + anchor.exact.length };
    return { ...place, why: 'same words', score: 0.6 + 0.4 * sameAround(anchor, index.text, place) };
  });
}

/** Characters of the surroundings by which a changed stretch is told. */
const NEIGHBOURS = 16;

/** What stands between the same neighbours now, where each stands in one place. */
function sameSurroundings({ prefix, suffix, exact }: Anchor, { index }: NewText): Candidate[] {
  const [head, tail] = [prefix.slice(-NEIGHBOURS), suffix.slice(0, NEIGHBOURS)];
  if (head.length < NEIGHBOURS || tail.length < NEIGHBOURS) return [];
  const [[before, more], [after, again]] = [index.placesOf(head, 2), index.placesOf(tail, 2)];
  if (before === undefined || after === undefined || more !== undefined || again !== undefined) return [];
  const place = trimSpan(index.text, { start: before + head.length, end: after });
  if (!place || before + head.length >= after || after - before > 3 * exact.length + 200) return [];
  return [{ ...place, why: 'same surroundings', score: 0.95 }];
}

/** Sentences that share the most words, the rare ones counting most. */
function nearSentences(words: readonly string[], text: NewText): number[] {
  const [byWord, count] = [text.byWord(), text.sentences().length];
  const weights = new Map<number, number>();
  for (const word of new Set(words)) {
    const held = byWord.get(word) ?? [];
    const weight = Math.log(1 + count / Math.max(1, held.length));
    if (held.length > 0.2 * count + 20) continue;
    for (const at of held) weights.set(at, (weights.get(at) ?? 0) + weight);
  }
  return [...weights]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, CLOSE)
    .map(([at]) => at);
}

/** The stretch of words most like these, among those of about their number. */
function bestStretch(wanted: readonly string[], words: readonly Word[]): Candidate | null {
  const bag = bagOf(wanted);
  let best: Candidate | null = null;
  const [shortest, longest] = [Math.ceil(wanted.length * 0.6), Math.ceil(wanted.length * 1.5) + 1];
  const step = Math.max(1, Math.floor(wanted.length / 30));
  for (let from = 0; from < words.length; from += 1) {
    for (let count = shortest; count <= longest && from + count <= words.length; count += step) {
      const [first, last] = [words[from], words[from + count - 1]];
      if (!first || !last) continue;
      const stretch = words.slice(from, from + count).map(({ folded }) => folded);
      const score = likeness(bag, bagOf(stretch));
      if (!best || score > best.score) {
        best = { start: first.start, end: last.end, why: 'alike', score: Math.min(score, 0.9) };
      }
    }
  }
  return best;
}

/** Most words of an anchor that are compared one by one; of a longer one its sentences are. */
const CLOSELY = 80;

function alike(anchor: Anchor, text: NewText): Candidate[] {
  const wanted = wordsOf(anchor.exact, { start: 0, end: anchor.exact.length }).map(({ folded }) => folded);
  if (wanted.length === 0) return [];
  const sentences = text.sentences();
  return nearSentences(wanted, text).flatMap((at) => {
    const longest = Math.ceil(wanted.length * 1.5);
    const held: Sentence[] = [];
    let words = 0;
    for (let next = at; next < sentences.length && (held.length === 0 || words < longest); next += 1) {
      const sentence = sentences[next];
      if (!sentence) break;
      held.push(sentence);
      words += sentence.words.length;
    }
    const all = held.flatMap((sentence) => sentence.words).slice(0, 4 * CLOSELY);
    const found = bestStretch(wanted.slice(0, CLOSELY), all);
    return found && found.score >= LEAST ? [found] : [];
  });
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Places in a new text where an anchor's words may stand now, the likeliest first, at most five. None
 * is certain: a person chooses.
 */
export function candidatesFor(anchor: Anchor, text: NewText): Candidate[] {
  const same = sameWords(anchor, text);
  const all = [...same, ...sameSurroundings(anchor, text), ...(same.length > 0 ? [] : alike(anchor, text))];
  all.sort((a, b) => b.score - a.score || a.start - b.start);
  const kept: Candidate[] = [];
  for (const one of all) {
    if (kept.length < MOST && !kept.some((other) => overlaps(one, other))) kept.push(one);
  }
  return kept;
}
