import type { Span } from '../../anchoring/paragraphs.ts';
import { suggestStatement } from '../../queries/suggest-statement.ts';

/** What opens a sentence without being part of what it says. */
const OPENING =
  /^(?:(?:that|but|and|so|however|also|moreover|furthermore|meanwhile|nevertheless|yet|still|then|[وف]?[اأإ]ن(?:ه|ها|هم|هن|هما)?|لكن|ولكن)[,:]? )+/iu;

/** The place and agency that a report opens with: LAKEPORT (Wire) — … */
const DATELINE =
  /^\p{Lu}{2}[\p{Lu} .'-]+(?:, [\p{L}\d. ]{2,20})?(?: ?\([^)]{2,20}\))? ?(?:-{1,2}|–|—) ?(?=\p{Lu})/u;

/** The number of a paragraph: 12. The Commission … */
const LIST_MARK = /^\(?\d{1,3}[.)] (?=[\p{Lu}\p{Lo}])/u;

/** Marks whose partner was left out with the edges, or never stood there: “Kuwaiti” served in the “Shamia line.” */
function withoutOrphans(statement: string): string {
  if (!/[“”«»]/.test(statement)) return statement.replaceAll(/ {2,}/g, ' ');
  const orphans = new Set<number>();
  let open = -1;
  for (const { index, 0: mark } of statement.matchAll(/[“”«»]/gu)) {
    const opens = mark === '“' || mark === '«';
    if (open !== -1 && !opens) open = -1;
    else {
      if (open !== -1) orphans.add(open);
      if (!opens) orphans.add(index);
      open = opens ? index : -1;
    }
  }
  if (open !== -1) orphans.add(open);
  // Not by character: a letter of two units would be cut in two.
  const kept = statement.split('').filter((_, at) => !orphans.has(at));
  return kept.join('').replaceAll(/ {2,}/g, ' ');
}

/** The first wording of a claim from the words it stands in. */
export function statementOf(text: string, spans: readonly Span[]): string {
  const words = spans.map(({ start, end }) => text.slice(start, end).trim()).join(' … ');
  const opened = words
    .replace(/^["“”„«»'‘’\s]+/u, '')
    .replace(DATELINE, '')
    .replace(LIST_MARK, '')
    .replace(OPENING, '');
  return withoutOrphans(suggestStatement(opened === '' ? words : opened));
}
