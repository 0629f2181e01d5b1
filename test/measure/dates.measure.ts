import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '#core/extraction/details/find-dates.ts';
import { shadowOf } from '#core/extraction/shadow.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/wikinews');
type Labels = Record<string, Record<string, string[]>>;

/** Dates in the labelled Wikinews articles: found and labelled count as one where they share words. */
export function measure(_: readonly string[], say: (line: string) => void): void {
  const labels = JSON.parse(readFileSync(join(FOLDER, 'dates.json'), 'utf8')) as Labels;
  for (const [part, articles] of Object.entries(labels)) {
    let [right, found, wanted] = [0, 0, 0];
    for (const [name, expected] of Object.entries(articles)) {
      const text = readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
        .split('\n')
        .slice(4)
        .join('\n');
      const dates = findDates(shadowOf(text), { start: 0, end: text.length }, null);
      const left = [...dates];
      let at = 0;
      for (const words of expected) {
        const start = text.indexOf(words, at);
        at = start + words.length;
        const hit = left.findIndex((date) => date.start < at && date.end > start);
        if (hit !== -1) {
          left.splice(hit, 1);
          right += 1;
        } else if (process.env['SHOW'] === part) say(`  ${name}: missed “${words}”`);
      }
      if (process.env['SHOW'] === part)
        for (const date of left)
          say(
            `  ${name}: wrong “${text.slice(date.start - 15, date.start)}[${text.slice(date.start, date.end)}]${text.slice(date.end, date.end + 15)}”`,
          );
      found += dates.length;
      wanted += expected.length;
    }
    say(
      `${part}: precision ${(right / found).toFixed(3)}  recall ${(right / wanted).toFixed(3)}  (${right} right of ${found} found, ${wanted} labelled)`,
    );
  }
}
