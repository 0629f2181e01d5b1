import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import type { Block } from '../blocks.ts';

const WORDS = twin(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'.-]*/gu);
const FEWEST = 4;
/** A line of this many words at most, without a stop at its end, is a heading. */
const HEADING = 14;
const STOPPED = /[.!?…;"')\]]$/;

/** Lines of a page that are about the article: where it is from, what belongs to a picture, what else to read. */
const LABELLED =
  /^(?:(?:title|source|sources|url|link|date|published|updated|author|byline|photo|image|picture|caption|credit|tags?|keywords|category|read more|see also|related|share|copyright|follow us|المصدر|الرابط|العنوان|التاريخ|الكاتب|صوره|الصوره|اقرا ايضا|شارك)\s*:|https?:\/\/\S*$|(?:©|\(c\)) )/iu;

const wordsIn = (words: string): number => words.match(WORDS(words))?.length ?? 0;

/**
 * Whether a sentence can state anything: not a question, not a heading, not a line of two or three
 * words. `quoted`: it is somebody's words, which need no full stop.
 */
export function isAssertive(
  shadow: string,
  sentence: Span,
  block: Block | undefined,
  quoted: boolean,
): boolean {
  const words = shadow.slice(sentence.start, sentence.end);
  if (sentence.start === block?.start && LABELLED.test(words)) return false;
  if (/\?["')\]]*$/.test(words)) return false;
  const count = wordsIn(words);
  if (count < FEWEST) return false;
  if (quoted || !block || sentence.start > block.start || sentence.end < block.end) return true;
  return STOPPED.test(words) || count > HEADING;
}
