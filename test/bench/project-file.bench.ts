import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHeader } from '#main/vault/project-file/age/header.ts';
import { bundled, NODE_PATH } from '../main/project-file/bundle.ts';

const MB = 1_000_000;
const GIGABYTES = [1, 2];
const ROUNDS = 3;

type Say = (line: string) => void;
type Saved = { readonly write: number; readonly verify: number; readonly peak: number };
type Opened = { readonly verify: number; readonly take: number; readonly peak: number };
type Key = { readonly file: string; readonly recipient: string };

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Bytes no program can pack. */
function incompressible(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  for (let at = 0; at < bytes; at += 8 * MB) writeSync(file, randomBytes(Math.min(8 * MB, bytes - at)));
  fsyncSync(file);
  closeSync(file);
}

/** Runs age and forces what it wrote to the disk; gives seconds. */
function timeAge(args: readonly string[], written: string): number {
  const since = performance.now();
  execFileSync('age', ['-o', written, ...args]);
  const file = openSync(written, 'r+');
  fsyncSync(file);
  closeSync(file);
  return (performance.now() - since) / 1000;
}

function newKey(folder: string): Key {
  const file = join(folder, 'key.txt');
  execFileSync('age-keygen', ['-o', file], { stdio: 'pipe' });
  return { file, recipient: /public key: (age1\S+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '' };
}

type Runs = {
  readonly saves: Saved[];
  readonly opens: Opened[];
  readonly ages: number[];
  readonly unages: number[];
};

function measure(step: <T>(name: string, key: string) => T, folder: string, { file, recipient }: Key): Runs {
  const runs: Runs = { saves: [], opens: [], ages: [], unages: [] };
  const [plain, sealed, opened] = ['plain', 'plain.age', 'plain.out'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (let round = 0; round < ROUNDS; round++) {
    runs.ages.push(timeAge(['-r', recipient, plain], sealed));
    runs.saves.push(step<Saved>('save', recipient));
    runs.unages.push(timeAge(['-d', '-i', file, sealed], opened));
    runs.opens.push(step<Opened>('open', file));
    for (const name of ['cases-taken', 'plain.age', 'plain.out'])
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  return runs;
}

function table(gigabytes: number, { saves, opens, ages, unages }: Runs, say: Say): void {
  const bytes = gigabytes * 1000 * MB;
  const rate = (seconds: number): string => `${(bytes / MB / seconds).toFixed(0).padStart(5)} MB/s`;
  const of = <T>(runs: readonly T[], pick: (run: T) => number): number => median(runs.map(pick));
  const age = median(ages);
  const unage = median(unages);
  const write = of(saves, (run) => run.write);
  const take = of(opens, (run) => run.take);
  const ratio = (peer: number, own: number): string => (peer / own).toFixed(2).padStart(6);
  const memory = (runs: readonly { readonly peak: number }[]): string =>
    `${(Math.max(...runs.map(({ peak }) => peak)) / MB).toFixed(0).padStart(4)} MB`;
  say(`  ${gigabytes} GB of incompressible evidence (median of ${ROUNDS})      rate   of age's`);
  say(`    age, written and fsynced             ${rate(age)}     1.00`);
  say(`    save, written and fsynced            ${rate(write)}   ${ratio(age, write)}`);
  say(`    save, read back and verified         ${rate(of(saves, (run) => run.verify))}`);
  say(`    age -d, written and fsynced          ${rate(unage)}     1.00`);
  say(`    open, checked from end to end        ${rate(of(opens, (run) => run.verify))}`);
  say(`    open, evidence sealed and fsynced    ${rate(take)}   ${ratio(unage, take)}`);
  const whole = of(opens, (run) => run.verify + run.take);
  say(`    open, both together                  ${rate(whole)}   ${ratio(unage, whole)}`);
  say(`    peak memory over idle: save ${memory(saves)}, open ${memory(opens)}`);
}

async function refusals(step: <T>(name: string, key: string) => T, folder: string, say: Say): Promise<void> {
  for (const workFactor of [14, 16, 18]) {
    const { bytes } = await makeHeader({ passphrase: 'right', workFactor });
    const path = join(folder, `factor-${workFactor}`);
    writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(100)]));
    const { took, code } = step<{ took: number; code: string }>('refuse', path);
    say(`  ${code} at work factor ${workFactor}: ${took.toFixed(2)} s`);
  }
}

/** Saving and opening project files beside age on the same bytes, and the memory both take. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const program = await bundled('test/bench/project-file-program.ts', join(work, 'program'));
    const key = newKey(work);
    for (const gigabytes of GIGABYTES) {
      const folder = mkdtempSync(join(work, 'size-'));
      const step = <T>(name: string, about: string): T =>
        JSON.parse(
          execFileSync(process.execPath, [program, name, folder, about], {
            env: { ...process.env, NODE_PATH },
            encoding: 'utf8',
          }),
        );
      incompressible(join(folder, 'plain'), gigabytes * 1000 * MB);
      step('prepare', '');
      table(gigabytes, measure(step, folder, key), say);
      if (gigabytes === 1) await refusals(step, folder, say);
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
