import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { freshFolder, open } from './support.ts';

/** Files that came to be accepted, or were refused without a reason of their own. */
export type Trial = {
  /** Tries one file: it must be refused, with one of `codes` when some are named. */
  refuse(what: string, bytes: Buffer, ...codes: readonly string[]): Promise<void>;
  readonly tried: () => number;
  readonly wrong: () => readonly string[];
  /** How often each code was the reason. */
  readonly reasons: () => ReadonlyMap<string, number>;
};

export function startTrial(): Trial {
  const path = join(freshFolder(), 'hostile.touchstone');
  const wrong: string[] = [];
  const reasons = new Map<string, number>();
  let tried = 0;
  return {
    async refuse(what, bytes, ...codes) {
      tried += 1;
      writeFileSync(path, bytes);
      try {
        const opened = await open(path);
        await opened.close();
        wrong.push(`${what}: accepted`);
      } catch (error) {
        const code = error instanceof ProjectFileFault ? error.code : String(error);
        reasons.set(code, (reasons.get(code) ?? 0) + 1);
        if (!(error instanceof ProjectFileFault)) wrong.push(`${what}: ${code}`);
        else if (codes.length > 0 && !codes.includes(code))
          wrong.push(`${what}: ${code}, not ${codes.join(' or ')}`);
      }
    },
    tried: () => tried,
    wrong: () => wrong,
    reasons: () => reasons,
  };
}

export const bytesOf = (path: string): Buffer => readFileSync(path);

/** A copy with one bit turned. */
export function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}
