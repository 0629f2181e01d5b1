import { isArabicVerb } from '../frames/arabic-words.ts';

/** Whether something lies before or after the writing, by the verb that stands nearest. */
export type Tense = 'past' | 'future';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const FUTURE = set(
  "will would 'll won't shall upcoming scheduled expected due planned plans plan planning set slated prepares preparing intends hopes",
);
const PAST = set(
  'was were had did went said told wrote took made came gave won lost met held began led fell rose left found got saw became ran spoke sent brought kept shot struck fought died broke drew flew grew knew threw wore chose drove rode sang swam bought caught taught thought built felt heard meant paid sold stood understood spent slept swept hung fled laid lay sat bled bound burst fed forbade forgot hid stole swore tore woke',
);
/** Capitalised words in -ed are names (Ahmed), and some words in -ed tell of no time. */
const NO_PAST = set('need indeed speed seed feed breed hundred red bed shed united so-called');

const WORDS = /[\p{L}\p{M}']+/gu;
const SENTENCE_END = /[.!?]["')\]]*\s+(?=["'([]*\p{Lu})|\n/u;
const ARABIC = /^[\u0621-\u064a]/;
const ARABIC_FUTURE = /^(?:و|ف)?(?:س[يتنا][\u0621-\u064a]{2,}|سوف|المقرر|المزمع|المتوقع)$/;
const ARABIC_PAST = set('كان كانت كانوا قد تم تمت شهد شهدت وقع وقعت قتل قتلت اصيب وصل وصلت جري جرت');
/** Arabic words that begin like a future verb and are none. */
const NO_FUTURE = set('سيطر سيطرت سيطره سياره سيارات سياسه سياسي سياسيه سنوات سوريا سوريه سيده سيناء سيد');

function tenseOf(word: string, before: string | undefined): Tense | null {
  if (ARABIC.test(word)) {
    if (ARABIC_FUTURE.test(word) && !NO_FUTURE.has(word)) return 'future';
    return ARABIC_PAST.has(word.replace(/^[وف](?=.{3})/, '')) || isArabicVerb(word) ? 'past' : null;
  }
  const lower = word.toLowerCase();
  // An infinitive: "is to meet", "to be held". "according to" goes on without one.
  if (lower === 'to' && /^(?:is|are|be|were|was)$/.test(before ?? '')) return 'future';
  if (FUTURE.has(lower) && !(lower === 'set' && before !== 'is' && before !== 'are')) return 'future';
  // “will be held”, “to have met”: the verb that stands before it tells.
  if (before === 'be' || before === 'to') return null;
  if (PAST.has(lower)) return 'past';
  return /^\p{Ll}{2,}ed$/u.test(word) && !NO_PAST.has(word) ? 'past' : null;
}

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

/**
 * The tense of the verb nearest to a place: before it in its sentence, else behind it; null where no
 * verb tells. `before` and `after`: the shadow text around the place, a few hundred characters.
 */
export function tenseAt(before: string, after: string): Tense | null {
  const left = wordsOf(before.split(SENTENCE_END).at(-1) ?? '');
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const tense = tenseOf(left[at] ?? '', left[at - 1]);
    if (tense) return tense;
  }
  const right = wordsOf(after.split(SENTENCE_END)[0] ?? '');
  for (const [at, word] of right.entries()) {
    const tense = tenseOf(word, right[at - 1]);
    if (tense) return tense;
  }
  return null;
}
