const QUOTES = '"“”„‟«»‹›‘’\'';
const STOPS = '.!?…؟';

/** Blanks, quotation marks and stray punctuation around words. */
const EDGES: ReadonlySet<string> = new Set(` ${QUOTES},;:–—-`);

function withoutEdges(words: string): string {
  let [start, end] = [0, words.length];
  while (start < end && EDGES.has(words.charAt(start))) start += 1;
  while (end > start && EDGES.has(words.charAt(end - 1))) end -= 1;
  return words.slice(start, end);
}

/**
 * The first wording of a claim made from these words of a document: one line, without the
 * quotation marks and commas around it, with a capital letter and a full stop.
 */
export function suggestStatement(exact: string): string {
  const words = withoutEdges(exact.replaceAll(/\s+/gu, ' '));
  const [first] = words;
  if (first === undefined) return '';
  const sentence = first.toLocaleUpperCase() + words.slice(first.length);
  return STOPS.includes(sentence.at(-1) ?? '') ? sentence : `${sentence}.`;
}
