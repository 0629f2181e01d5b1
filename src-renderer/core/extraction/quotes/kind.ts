import { ORGANISATIONS_AR } from '../frames/arabic-words.ts';
import { withoutMarks } from '../shadow.ts';
import type { Quotation } from './quotation.ts';

/**
 * What a quotation is as a part of its sentence: `speech`, words that somebody said; `name`, a name
 * in quotation marks (“Zaid Fourati”), read as if it stood without them; `term`, a word or two that
 * the writer keeps at a distance (“the supporters”) or borrows.
 */
export type QuotationKind = 'speech' | 'name' | 'term';

const NAME_WORD = "(?:(?:al|el|ar|as|ad|an|ash|az|ben|d|l|o)[-'])?\\p{Lu}[\\p{L}\\p{M}'.-]*";
const NAME = new RegExp(
  `^(?:(?:abu|umm|bin|ibn|al|de|van|von|of|the|and|&|[–-]|${NAME_WORD}) ){0,6}${NAME_WORD}$`,
  'u',
);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'-]*/gu;
const TERM_WORDS = 3;

/** “الشبكة السورية لحقوق الإنسان”: a body by the word it begins with, and no stop in it. */
function isArabicBody(words: string): boolean {
  const [first = '', ...more] = withoutMarks(words).split(' ');
  return more.length > 0 && more.length < 6 && ORGANISATIONS_AR.has(first) && !/[.,:;!?]/.test(words);
}

/** The kind of a quotation from what stands in it; what stands around it may make speech of a name. */
export function kindOf(shadow: string, { content }: Quotation): QuotationKind {
  const [first] = content;
  if (!first || content.length > 1 || first.end - first.start > 60) return 'speech';
  const words = shadow.slice(first.start, first.end);
  if (NAME.test(words) || isArabicBody(words)) return 'name';
  if (words.endsWith(',') || (/[.!?…]$/.test(words) && /^\p{Lu}/u.test(words))) return 'speech';
  return (words.match(WORD) ?? []).length <= TERM_WORDS ? 'term' : 'speech';
}
