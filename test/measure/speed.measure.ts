import { readFileSync } from 'node:fs';
import { propose } from '#core/extraction/propose.ts';

const ROUNDS = 8;
/** Each round reads at least this much, so that the clock's steps do not count. */
const LEAST = 500_000;

/** Articles read a second of CPU time, all of the engine, in bytes of UTF-8; the first rounds warm up. */
export function measure(files: readonly string[], say: (line: string) => void): void {
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const length = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const times = Math.ceil(LEAST / Math.max(length, 1));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const since = process.cpuUsage();
    for (let time = 0; time < times; time += 1) for (const text of texts) propose(text);
    const { user, system } = process.cpuUsage(since);
    say(`round ${round}: ${((times * length) / (user + system)).toFixed(2)} MB a second`);
  }
}
