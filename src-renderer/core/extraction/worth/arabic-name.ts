import type { Span } from '../../anchoring/paragraphs.ts';
import { ENDS_NAME, isArabicVerb, ROLES } from '../frames/arabic-words.ts';
import { withoutMarks } from '../shadow.ts';

const ARABIC = /[\u0621-\u064a]/;
const WORD = /[\u0621-\u064a][\u0621-\u0652\u0670]*/g;
/** Kunyas and patronymics, as in the shadow text: Abu, Umm, bin. */
const WITHIN_NAMES = new Set(['ابو', 'ابي', 'ابا', 'ام', 'بن', 'ابن', 'بنت']);
const CLITIC = /^[وفبلك](?=ال)/;

/**
 * The first name of a person in a stretch of a shadow text in Arabic, which has no capitals to tell it
 * by: a kunya or patronymic with its word, or a title with the article and a word without it
 * (القائد سامي; in القائد العسكري the second is an adjective). Null where there is none.
 */
export function arabicName(sentence: string): Span | null {
  if (!ARABIC.test(sentence)) return null;
  const words = Array.from(sentence.matchAll(WORD), ({ index, 0: word }) => ({
    key: withoutMarks(word),
    start: index,
    end: index + word.length,
  }));
  for (const [at, { key, start }] of words.entries()) {
    const next = words[at + 1];
    if (!next || next.start - start > 40 || next.key.length < 3) continue;
    if (WITHIN_NAMES.has(key.replace(/^[وفبل](?=ابو|ابي|ابا)/, ''))) return { start, end: next.end };
    const title = key.replace(CLITIC, '');
    const named = !next.key.startsWith('ال') && !ENDS_NAME.has(next.key) && !isArabicVerb(next.key);
    if (title.startsWith('ال') && ROLES.has(title) && named) return { start, end: next.end };
  }
  return null;
}
