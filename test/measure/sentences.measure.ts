import { readFileSync } from 'node:fs';
import { sentencesOf } from '#core/extraction/sentences/sentence-ends.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { score } from './score.ts';

/** A paragraph with the offsets at which its sentences end, white space left out. */
type Labelled = { readonly text: string; readonly ends: readonly number[] };

/** The ends inside a paragraph; its last sentence ends where the paragraph does, whatever is read. */
const inside = (text: string, ends: readonly number[]) =>
  new Set(ends.filter((end) => end < text.trimEnd().length));

/** Sentence ends inside paragraphs, in files of `[{text, ends}]`. */
export function measure(files: readonly string[], say: (line: string) => void): void {
  for (const file of files) {
    const paragraphs = JSON.parse(readFileSync(file, 'utf8')) as Labelled[];
    const pairs = paragraphs.map(({ text, ends }) => ({
      found: inside(
        text,
        sentencesOf(shadowOf(text)).map(({ end }) => end),
      ),
      wanted: inside(text, ends),
    }));
    say(`${file}: ${score(pairs)}`);
  }
}
