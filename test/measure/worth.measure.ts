import { readFileSync } from 'node:fs';
import { sentencesOf } from '#core/extraction/sentences/sentence-ends.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { worthOf } from '#core/extraction/worth/worth.ts';
import { averagePrecision, readLabelled } from '../../scripts/lib/worth-training.mjs';

/** Average precision of check-worthiness on CheckThat! files, and the speed of scoring. */
export function measure(files: readonly string[], say: (line: string) => void): void {
  for (const file of files) {
    const rows = readLabelled(readFileSync(file, 'utf8'));
    const scored = rows.map(({ text, yes }) => {
      const shadow = shadowOf(text);
      return { yes, score: worthOf(shadow, { start: 0, end: shadow.length }).score };
    });
    say(`${file}: average precision ${averagePrecision(scored).toFixed(4)} (${rows.length} sentences)`);
    const text = rows.map((row) => row.text).join('\n');
    const before = process.cpuUsage().user;
    const shadow = shadowOf(text);
    for (const sentence of sentencesOf(shadow)) worthOf(shadow, sentence);
    const seconds = (process.cpuUsage().user - before) / 1e6;
    say(`  sentences and worth: ${(text.length / 1e6 / seconds).toFixed(1)} MB/s of CPU time`);
  }
}
