import { matchesOf } from '../matches.ts';
import { paragraphsOf, type Span, trimSpan } from '../../anchoring/paragraphs.ts';
import { abbreviationOf, goesWithTime, startsSentences, tellsOfSpeech } from './abbreviations.ts';

/**
 * Stops with what closes with them: quotation marks and brackets (a quotation mark may stand off by
 * a space), and notes set after the stop ([12]). Every part after the first is optional, so that a
 * search never goes back.
 */
const STOP = /[.!?…]+(?: [.!?…]+)*["')\]}*]*(?: "(?=\s|$))?(?: ?\[(?:\d{1,3}|\p{Ll}|\.\.\.|…)\])*/gu;

/** How far around a stop is looked: what is longer is no word. */
const REACH = 48;
const WORD_BEFORE = /(?:^|[^\p{L}\p{N}\p{M}.'&@/-])([\p{L}\p{N}\p{M}.'&@/-]+)$/u;
const NEXT = /^\s*(?:[-–—*•] ?)*(?<open>["'([{]*) ?(?:(?<word>\p{L}[\p{L}\p{M}'.-]*)|(?<number>\p{N}))?/u;
const SPEECH_AFTER = /^\s*(?:(?:the|an?) )?(?:\p{L}[\p{L}'.-]* ){0,3}?(?<verb>\p{Ll}+)/u;

const LOWER = /^\p{Ll}/u;
const UPPER = /^\p{Lu}/u;
const INITIAL = /^(?:\p{Lu}|\p{Lu}-\p{Lu})$/u;
const LIST_MARK = /^(?:\d{1,3}|\p{L}|[ivx]{1,4})$/u;
/** The number of a note set after the stop: rights. 4 Even though */
const NOTE_NUMBER = /^ \d{1,2}(?= (?<word>\p{Lu}[\p{L}']*))/u;
/** What goes on rather than begins: a comma, a smiley. */
const GOES_ON = /^\s*[,;:)\]]/;
/** The space after a stop was left out: a word of small letters before, a capitalised one after. */
const RUN_ON_BEFORE = /\p{Ll}{3}[.!?]["')]?$/u;
const RUN_ON_AFTER = /^["']?\p{Lu}(?:\p{Ll}+(?=[\s,'])|(?= ))/u;

/** What stands around one run of stops. */
type Stop = {
  readonly marks: string;
  readonly closers: string;
  /** The word before the marks, '' when something else stands there. */
  readonly word: string;
  /** Whether nothing stands before that word in its paragraph. */
  readonly first: boolean;
  /** The word after, '' when a number or nothing readable stands there. */
  readonly next: string;
  readonly number: boolean;
  /** Quotation marks and brackets before it. */
  readonly open: string;
  /** The text after the stop, as far as is looked. */
  readonly after: string;
};

function stopAt(shadow: string, { start, end }: Span, from: number, whole: string): Stop {
  const marks = /^[.!?…]+(?: [.!?…]+)*/.exec(whole)?.[0] ?? '';
  const word = WORD_BEFORE.exec(shadow.slice(Math.max(start, from - REACH), from))?.[1] ?? '';
  const to = from + whole.length;
  const after = shadow.slice(to, Math.min(end, to + REACH));
  const groups = NEXT.exec(after)?.groups;
  return {
    marks,
    closers: whole.slice(marks.length),
    word,
    first: from - start < 12 && shadow.slice(start, from - word.length).trim() === '',
    next: groups?.['word'] ?? '',
    number: groups?.['number'] !== undefined,
    open: groups?.['open'] ?? '',
    after,
  };
}

/** “Why?” Smith asked: the words after a quotation tell who spoke it. */
const saysWhoSpoke = ({ closers, after }: Stop): boolean =>
  /["']/.test(closers) && tellsOfSpeech(SPEECH_AFTER.exec(after)?.groups?.['verb'] ?? '');

/** Whether a full stop after an abbreviation, an initial or the mark of a list still ends a sentence. */
function endsAfterStop({ word, next, number, closers, first }: Stop): boolean {
  if (first && LIST_MARK.test(word)) return false;
  if (INITIAL.test(word) && word !== 'I') return closers === '' && startsSentences(next) && next !== 'A';
  const kind = abbreviationOf(word);
  if (kind === 'before numbers') return !number;
  if (kind === 'often') return startsSentences(next) && !number;
  if (kind === 'of time') return !goesWithTime(next);
  return kind === 'none';
}

/**
 * Whether a sentence ends although a small letter follows: as people write who use no capitals, or
 * before an address or a remark in brackets.
 */
function endsBeforeSmall({ marks, closers, word, next, open }: Stop): boolean {
  if (abbreviationOf(word) !== 'none' || INITIAL.test(word)) return false;
  if (open.includes('(') && !marks.includes('…') && marks.length === 1) return true;
  if (/^(?:https?|www)\b/.test(next)) return true;
  if (closers !== '' || open !== '') return false;
  if (/[?!]/.test(marks)) return !/^(?:and|or)$/.test(next);
  return marks === '.' && word.length > 3 && startsSentences(next);
}

/** Whether a sentence ends at these stops, given that something follows in the paragraph. */
function ends(stop: Stop): boolean {
  const { marks, next } = stop;
  if (GOES_ON.test(stop.after)) return false;
  if (LOWER.test(next)) return endsBeforeSmall(stop);
  if (/[?!]/.test(marks)) return !saysWhoSpoke(stop);
  if (marks.length > 1 || marks === '…') return UPPER.test(next);
  return endsAfterStop(stop);
}

/** Length of the number of a note, with its space, that stands after the stop; 0 for none. */
function noteNumber({ after, word }: Stop): number {
  const found = word === '' || /\p{Ll}$/u.test(word) ? NOTE_NUMBER.exec(after) : null;
  return found && startsSentences(found.groups?.['word'] ?? '') ? found[0].length : 0;
}

/** Whether what stands between two characters can part sentences: white space, or one left out. */
function parts(shadow: string, at: number): boolean {
  if (/\s/.test(shadow[at] ?? ' ')) return true;
  return (
    RUN_ON_BEFORE.test(shadow.slice(Math.max(0, at - 6), at)) && RUN_ON_AFTER.test(shadow.slice(at, at + 24))
  );
}

/**
 * The sentences of one paragraph of a shadow text (`shadowOf`), in order, without the white space
 * around them. A stop ends a sentence unless it belongs to an abbreviation, an initial, a number, the
 * mark of a list, or a quotation whose speaker follows; a small letter never begins one.
 */
export function sentencesIn(shadow: string, paragraph: Span): Span[] {
  const sentences: Span[] = [];
  let from = paragraph.start;
  const add = (end: number) => {
    const sentence = trimSpan(shadow, { start: from, end });
    if (sentence) sentences.push(sentence);
    from = end;
  };
  for (const { index, 0: whole } of matchesOf(STOP, shadow.slice(paragraph.start, paragraph.end))) {
    const at = paragraph.start + index;
    const end = at + whole.length;
    if (end >= paragraph.end || !parts(shadow, end)) continue;
    const stop = stopAt(shadow, paragraph, at, whole);
    if (ends(stop)) add(end + noteNumber(stop));
  }
  add(paragraph.end);
  return sentences;
}

/** The sentences of a shadow text, in order; none reaches from one paragraph into the next. */
export const sentencesOf = (shadow: string): Span[] =>
  paragraphsOf(shadow).flatMap((paragraph) => (paragraph.gap ? [] : sentencesIn(shadow, paragraph)));
