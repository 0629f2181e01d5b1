import { readFileSync } from 'node:fs';
import { propose } from '#core/extraction/propose.ts';
import { proposalLine } from '#core/extraction/proposal-line.ts';

/** Prints, for files of `[{id, text}]`, one JSON array of proposals, as scorers of quotations take it. */
export function measure(files: readonly string[], say: (line: string) => void): void {
  const articles = files.flatMap(
    (file) => JSON.parse(readFileSync(file, 'utf8')) as { readonly id: string; readonly text: string }[],
  );
  say(JSON.stringify(articles.map(({ id, text }) => proposalLine(id, text, propose(text)))));
}
