import type { Claim } from '#core/model/claim.ts';
import { type NameIn, namesIn } from '#core/queries/names-in.ts';

/** A statement about one name, and the article's words for that name. */
export type NamedPart = { readonly statement: string; readonly words: string | null };

const QUOTE = /["“”„«»‘’']/u;

/** The text with everything from the first name to the last replaced by one name. */
function withName(text: string, names: readonly NameIn[], name: string): string {
  let start = names[0]?.start ?? 0;
  let end = names.at(-1)?.end ?? 0;
  // Quotation marks around the first and the last name would stay behind.
  if (QUOTE.test(text[start - 1] ?? '')) start -= 1;
  if (QUOTE.test(text[end] ?? '')) end += 1;
  return text.slice(0, start) + name + text.slice(end);
}

/**
 * One statement a name, where the statement or the article's words enumerate several; empty where
 * they do not. What is proposed is seen and corrected before anything is split.
 */
export function partsByName({ statement, anchors }: Pick<Claim, 'statement' | 'anchors'>): NamedPart[] {
  const inWords = anchors.flatMap(({ exact }) => namesIn(exact));
  const inStatement = namesIn(statement);
  if (inStatement.length > 1) {
    const matched = inWords.length === inStatement.length;
    return inStatement.map(({ text }, at) => ({
      statement: withName(statement, inStatement, text),
      words: matched ? (inWords[at]?.text ?? null) : null,
    }));
  }
  return inWords.map(({ text }) => ({ statement: `${text}: ${statement}`, words: text }));
}
