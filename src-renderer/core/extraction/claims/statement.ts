import type { Span } from '../../anchoring/paragraphs.ts';
import { suggestStatement } from '../../queries/suggest-statement.ts';

/** What opens a sentence without being part of what it says. */
const OPENING =
  /^(?:(?:that|but|and|so|however|also|moreover|furthermore|meanwhile|nevertheless|yet|still|then|و?ان|و?انه|و?أن|و?إن|لكن|ولكن)[,:]? )+/iu;

/** A closing mark whose opening one was left out with the edges: “Kuwaiti” served as… */
function withoutOrphan(statement: string): string {
  const close = statement.search(/[”»]/u);
  const open = statement.search(/[“«]/u);
  const orphan = close !== -1 && (open === -1 || close < open);
  return orphan ? statement.slice(0, close) + statement.slice(close + 1) : statement;
}

/** The first wording of a claim from the words it stands in. */
export function statementOf(text: string, spans: readonly Span[]): string {
  const words = spans.map(({ start, end }) => text.slice(start, end).trim()).join(' … ');
  const opened = words.replace(/^["“”„«»'‘’\s]+/u, '').replace(OPENING, '');
  return withoutOrphan(suggestStatement(opened === '' ? words : opened));
}
