import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '#core/extraction/details/find-dates.ts';
import { writtenOn } from '#core/extraction/details/written.ts';
import { propose } from '#core/extraction/propose.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { spanOf } from '#core/model/date-span.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/wikinews');
type Labels = Record<string, readonly (readonly [words: string, edtf: string | null])[]>;

/** Whether the days of `label` lie within those that `value` allows. */
function allows(value: string, label: string): boolean {
  const [given, wanted] = [spanOf(value, 'gregorian'), spanOf(label, 'gregorian')];
  if (!given || !wanted) return false;
  return (given.from ?? -Infinity) <= (wanted.from ?? 0) && (given.to ?? Infinity) >= (wanted.to ?? 0);
}

/** Values of the dates that leave out their year or are counted from the day of writing, in the labelled Wikinews articles. */
export function measure(_: readonly string[], say: (line: string) => void): void {
  const labels = JSON.parse(readFileSync(join(FOLDER, 'date-values.json'), 'utf8')) as Labels;
  const count = { sure: 0, 'sure and wrong': 0, doubted: 0, 'doubted and wrong': 0, none: 0 };
  for (const [name, expected] of Object.entries(labels)) {
    const text = readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
      .split('\n')
      .slice(4)
      .join('\n');
    const { written, claims } = propose(text);
    // A date beside the words of a claim (“he said on Friday”) is no detail of it.
    const held = [
      ...claims.flatMap(({ details }) => details.filter(({ kind }) => kind === 'date')),
      ...findDates(shadowOf(text), { start: 0, end: text.length }, writtenOn(written?.edtf ?? null)).map(
        ({ start, end, value }) => ({ start, end, value: value?.edtf ?? null }),
      ),
    ];
    let at = 0;
    for (const [words, label] of expected) {
      const start = text.indexOf(words, at);
      at = start + words.length;
      const value = held.find((date) => date.start < at && date.end > start)?.value ?? null;
      const doubted = value !== null && /[?%~]/.test(value);
      if (value === null || value.startsWith('XXXX')) count.none += 1;
      else count[doubted ? 'doubted' : 'sure'] += 1;
      if (value === null || value.startsWith('XXXX') || (label !== null && allows(value, label))) continue;
      count[doubted ? 'doubted and wrong' : 'sure and wrong'] += 1;
      if (process.env['SHOW']) say(`  ${name}: ${words} = ${value}, labelled ${label}`);
    }
  }
  say(
    Object.entries(count)
      .map(([what, number]) => `${what}: ${number}`)
      .join(', '),
  );
}
