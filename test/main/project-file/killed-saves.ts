import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { bundled, NODE_PATH } from './bundle.ts';
import { chainOf, linesOf } from '../../support/project-content.ts';
import {
  DOCUMENT_ID,
  evidenceOf,
  freshFolder,
  INFO,
  projectFile,
  sampleContent,
  smallCase,
  TEXT,
  verify,
} from './support.ts';

/** Programs at work at the same time. */
const AT_ONCE = 3;
const WORD = 'correct horse battery';

type Ground = { readonly program: string; readonly content: string; readonly old: string };
type Started = { readonly child: ChildProcess; readonly lines: AsyncIterator<string>; readonly path: string };

/** A program that saves, what it is to save, and the old file that stands in the place. */
async function prepare(): Promise<Ground> {
  const content = freshFolder();
  const photo = randomBytes(3_000_000);
  const file = (name: string, data: string | Buffer) => writeFileSync(join(content, name), data);
  file('photo', photo);
  file('info.json', JSON.stringify({ ...INFO, title: 'new' }));
  file('journal', linesOf(chainOf(1, smallCase([evidenceOf(photo)], 200))));
  file('text', TEXT);
  file('text-id', DOCUMENT_ID);
  file('passphrase', WORD);
  const program = await bundled('test/main/project-file/crash-program.ts', freshFolder());
  return {
    program,
    content,
    old: await projectFile({ ...sampleContent(), info: { ...INFO, title: 'old' } }),
  };
}

/** A program that is ready to save over an old file. */
async function start({ program, content, old }: Ground): Promise<Started> {
  const path = join(freshFolder(), 'case.touchstone');
  copyFileSync(old, path);
  const env = { ...process.env, NODE_PATH };
  const child = spawn(process.execPath, [program, path, content], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value } = await lines.next();
  if (value !== 'ready') throw new Error(`The program said ${value}`);
  return { child, lines, path };
}

/** How long a save goes on: until it has said so many lines, or for so many milliseconds. */
type Until = { readonly steps: number } | { readonly ms: number };

/** Lets it save and kills it then; gives how many lines it said and how long it took. */
async function saveAndKill({ child, lines }: Started, until: Until): Promise<{ steps: number; ms: number }> {
  const began = performance.now();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.stdin?.write('save\n');
  let said = 0;
  if ('ms' in until) await after(until.ms);
  else {
    while (said < until.steps) {
      const { done } = await lines.next();
      if (done) break;
      said += 1;
    }
  }
  const ms = performance.now() - began;
  child.kill('SIGKILL');
  await ended;
  return { steps: said, ms };
}

/** What was found where saves were killed. */
export type Found = {
  /** What a save that was let alone left: its file's title, and the names beside it. */
  readonly whole: { readonly title: string; readonly names: readonly string[] };
  /** Title of the file in each place where a save was killed; every one was sound. */
  readonly titles: readonly string[];
};

/**
 * Kills saves at random moments and verifies what is left: every second one at a random step of its
 * way, which each step is as likely to meet, the others at a random time, which may be between two
 * steps. Throws for a file that is not sound.
 */
export async function killSaves(kills: number): Promise<Found> {
  const ground = await prepare();
  const titleAt = async (path: string): Promise<string> =>
    (await verify(path, { passphrase: WORD })).info.title;
  const first = await start(ground);
  const { steps, ms } = await saveAndKill(first, { steps: Number.POSITIVE_INFINITY });
  const whole = { title: await titleAt(first.path), names: readdirSync(dirname(first.path)) };
  const titles: string[] = [];
  let left = kills;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const started = await start(ground);
      const until = left % 2 === 0 ? { steps: randomInt(0, steps + 1) } : { ms: Math.random() * ms };
      await saveAndKill(started, until);
      titles.push(await titleAt(started.path));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { whole, titles };
}
