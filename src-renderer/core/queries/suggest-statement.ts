const QUOTES = '"“”„‟«»‹›‘’\'';
const STOPS = '.!?…؟';

/** Blanks, quotation marks and stray punctuation around words. */
const EDGES = new RegExp(`^[\\s${QUOTES},;:–—-]+|[\\s${QUOTES},;:–—-]+$`, 'gu');

/**
 * The first wording of a claim made from these words of a document: one line, without the
 * quotation marks and commas around it, with a capital letter and a full stop.
 */
export function suggestStatement(exact: string): string {
  const words = exact.replaceAll(/\s+/gu, ' ').replaceAll(EDGES, '');
  const [first] = words;
  if (first === undefined) return '';
  const sentence = first.toLocaleUpperCase() + words.slice(first.length);
  return STOPS.includes(sentence.at(-1) ?? '') ? sentence : `${sentence}.`;
}
