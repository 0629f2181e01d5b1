import type { Span } from '../../anchoring/paragraphs.ts';
import { isKnownPlace } from '../details/find-places.ts';
import { arabicNamesIn } from '../phrases/arabic-names.ts';
import { namesIn } from '../phrases/names-in.ts';
import { CUE_KINDS, type CueKind } from './cue-words.ts';
import { type Cue, cuesOf } from './cues.ts';
import { placeOfPair, placesOf } from './features.ts';
import { readWeightTable } from './weight-table.ts';
import { WEIGHTS } from './weights.ts';
import { type Word, wordsOf } from './tokens.ts';

/** Cues that speak for checking; the others only lower or steady the score. */
export const REASON_KINDS = [
  'sum',
  'percentage',
  'number',
  'date',
  'comparison',
  'change',
  'accusation',
  'deed',
  'absolute',
  'source',
  'cause',
] as const satisfies readonly CueKind[];

/**
 * Why a sentence may be worth checking, with the words that show it as offsets into the text.
 * `accuses by name`: an accusation in a sentence that names a person; `wording`: words
 * that checked sentences often hold, where nothing plainer was found.
 */
export type Reason = Span & {
  readonly kind: (typeof REASON_KINDS)[number] | 'accuses by name' | 'wording';
};

/** How much a sentence looks like one to check (0 to 1, to sort by and never to show), and why. */
export type Worth = { readonly score: number; readonly reasons: readonly Reason[] };

const MOST_REASONS = 4;
const isReason = (kind: CueKind): kind is (typeof REASON_KINDS)[number] =>
  REASON_KINDS.some((known) => known === kind);
const CUE_WEIGHTS: ReadonlyMap<CueKind, number> = new Map(
  CUE_KINDS.map((kind, at) => [kind, WEIGHTS.cues[at] ?? 0]),
);

let table: Int8Array | null = null;
const tableOfWeights = (): Int8Array => {
  table ??= readWeightTable(WEIGHTS.table);
  return table;
};

const personNamed = (shadow: string, span: Span): boolean =>
  [...namesIn(shadow, span, isKnownPlace), ...arabicNamesIn(shadow, span)].some(
    ({ kind }) => kind === 'person',
  );

/** The pair of words that weighs most, if any speaks for checking. */
function strongestPair(words: readonly Word[]): Span | null {
  const weights = tableOfWeights();
  let best: (Span & { weight: number }) | null = null;
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (!next || !/\p{L}/u.test(word.key) || !/\p{L}/u.test(next.key)) return;
    const weight = weights[placeOfPair(word, next)] ?? 0;
    if (weight > (best?.weight ?? 0)) best = { start: word.start, end: next.end, weight };
  });
  return best;
}

/** A number that belongs to a sum or a percentage says nothing more. */
const saidAlready = (cue: Cue, cues: readonly Cue[]): boolean =>
  cue.kind === 'number' && cues.some(({ kind }) => kind === 'sum' || kind === 'percentage');

function reasonsOf(
  cues: readonly Cue[],
  words: readonly Word[],
  offset: number,
  namesPerson: () => boolean,
): Reason[] {
  const weightOf = ({ kind }: Cue) => CUE_WEIGHTS.get(kind) ?? 0;
  const reasons = [...cues]
    .sort((a, b) => weightOf(b) - weightOf(a))
    .flatMap((cue): Reason[] => {
      const { kind } = cue;
      if (!isReason(kind) || weightOf(cue) <= 0 || saidAlready(cue, cues)) return [];
      const told = kind === 'accusation' && namesPerson() ? 'accuses by name' : kind;
      return [{ kind: told, start: offset + cue.start, end: offset + cue.end }];
    });
  if (reasons.length > 0) return reasons.slice(0, MOST_REASONS);
  const pair = strongestPair(words);
  return pair ? [{ kind: 'wording', start: offset + pair.start, end: offset + pair.end }] : [];
}

/**
 * The worth of one sentence of a shadow text (`shadowOf`). A logistic regression over its words, pairs
 * and triples of words and its cues, trained on sentences of political debates (see weights.ts); the
 * reasons are the cues that weigh most. `namesPerson`: whether it names a person, where that is known; `words`: its own, where they were read.
 */
export function worthOf(
  shadow: string,
  { start, end }: Span,
  namesPerson: () => boolean = () => personNamed(shadow, { start, end }),
  words: readonly Word[] = wordsOf(shadow.slice(start, end)),
): Worth {
  const sentence = shadow.slice(start, end);
  const cues = cuesOf(sentence, words);
  const weights = tableOfWeights();
  const places = placesOf(words);
  let sum = 0;
  for (const place of places) sum += weights[place] ?? 0;
  sum *= WEIGHTS.scale;
  for (const { kind } of cues) sum += CUE_WEIGHTS.get(kind) ?? 0;
  const odds = WEIGHTS.intercept + sum / Math.sqrt(places.length);
  return { score: 1 / (1 + Math.exp(-odds)), reasons: reasonsOf(cues, words, start, namesPerson) };
}
