import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled, NODE_PATH } from './bundle.ts';
import {
  chainOf,
  DOCUMENT_ID,
  evidenceOf,
  freshFolder,
  INFO,
  linesOf,
  PASSPHRASE,
  projectFile,
  sampleContent,
  smallCase,
  TEXT,
  verify,
} from './support.ts';

const KILLS = Number(process.env.PROJECT_FILE_KILLS ?? 200);
/** Programs at work at the same time. */
const AT_ONCE = 3;

let program: string;
let content: string;
let old: string;
beforeAll(async () => {
  program = await bundled('test/main/project-file/crash-program.ts', freshFolder());
  content = freshFolder();
  const photo = randomBytes(3_000_000);
  const file = (name: string, data: string | Buffer) => writeFileSync(join(content, name), data);
  file('photo', photo);
  file('info.json', JSON.stringify({ ...INFO, title: 'new' }));
  file('journal', linesOf(chainOf(1, smallCase([evidenceOf(photo)], 200))));
  file('text', TEXT);
  file('text-id', DOCUMENT_ID);
  file('passphrase', 'passphrase' in PASSPHRASE ? PASSPHRASE.passphrase : '');
  old = await projectFile({ ...sampleContent(), info: { ...INFO, title: 'old' } });
}, 60_000);

type Started = { readonly child: ChildProcess; readonly lines: AsyncIterator<string>; readonly path: string };

/** A program that is ready to save over an old file. */
async function start(): Promise<Started> {
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

/** Lets it save and kills it when it has said `steps` lines; gives how many it said. */
async function saveAndKill({ child, lines }: Started, steps: number): Promise<number> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.stdin?.write('save\n');
  let said = 0;
  while (said < steps) {
    const { done } = await lines.next();
    if (done) break;
    said += 1;
  }
  child.kill('SIGKILL');
  await ended;
  return said;
}

describe('a save that is killed', () => {
  it(`leaves the old file or the new one, whole, at ${KILLS} random moments`, async () => {
    const whole = await start();
    const steps = await saveAndKill(whole, Number.POSITIVE_INFINITY);
    expect((await verify(whole.path)).info.title).toBe('new');
    expect(readdirSync(join(whole.path, '..'))).toEqual(['case.touchstone']);
    const titles: string[] = [];
    let left = KILLS;
    const work = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        const started = await start();
        await saveAndKill(started, randomInt(0, steps + 1));
        titles.push((await verify(started.path)).info.title);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(titles).toHaveLength(KILLS);
    expect(new Set(titles).size).toBeLessThanOrEqual(2);
    expect(titles.every((title) => title === 'old' || title === 'new')).toBe(true);
    expect(titles).toContain('old');
  }, 300_000);
});
