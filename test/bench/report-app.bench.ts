import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedProgram } from '../../scripts/lib/build.mjs';
import { button } from '../support/desk.ts';
import { answerDialogs, openFile, storeAsNew } from '../support/stick.ts';
import { longestTask, ms, type Say, type Started, start } from './big-app.ts';
import { passphraseFile, pictureCase, WORDS } from './picture-case.ts';
import { watchMemory } from './process-memory.ts';

const CLAIMS = 4000;
const PICTURES = 500;
const PICTURED_CLAIMS = 100;
const MEMORY_TARGET = 1e9;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** The app with the case of this file stored in a fresh profile. */
async function withCase(work: string, file: string): Promise<Started> {
  const started = await start(packagedProgram(), join(work, 'profile'));
  const { page } = started;
  page.setDefaultTimeout(900_000);
  await page.locator('[data-claim-row]').first().waitFor();
  await openFile(started, file, WORDS);
  await storeAsNew(page);
  await page.getByRole('heading', { name: 'The long report' }).first().waitFor();
  await page.locator('[data-claim-row]').first().waitFor();
  return started;
}

/** Makes the report of the case in view, from the click until it is said to be saved. */
async function makeReport(started: Started, path: string): Promise<void> {
  await answerDialogs(started, path);
  await button(started.page, 'Make the PDF').click();
  await button(started.page, 'Show in folder').waitFor();
}

/** Milliseconds from Cancel until the report can be asked for again. */
async function cancelOne({ page }: Started): Promise<number> {
  await button(page, 'Make the PDF').click();
  await page.getByText('Making the report…').waitFor();
  // Far enough in for the typesetting to be at work.
  await page.waitForTimeout(4000);
  const since = performance.now();
  await button(page, 'Cancel').click();
  await page.getByText('Making the report…').waitFor({ state: 'detached' });
  return performance.now() - since;
}

/** How the window does while a report of 4,000 claims is made. */
async function responsiveness(work: string, say: Say): Promise<void> {
  const started = await withCase(work, pictureCase(work, CLAIMS, 0));
  const { page, app } = started;
  await button(page, 'Report…').click();
  await page.getByLabel('Paper').waitFor();
  const since = performance.now();
  const longest = await longestTask(page, () => makeReport(started, join(work, 'large.pdf')));
  say(
    `  ${CLAIMS} claims in the app: ${seconds(since)}, leak check included; longest task of the window ${longest === 0 ? 'none over 50 ms' : ms(longest)}`,
  );
  say(`  stopped by Cancel after ${ms(await cancelOne(started))}`);
  await app.close();
}

/** Pictures of 12 megapixels in one report, in the window. */
async function picturesInApp(work: string, file: string, say: Say): Promise<void> {
  const started = await withCase(work, file);
  const { page, app } = started;
  const pid = app.process().pid ?? 0;
  const idle = watchMemory(pid).stop();
  const memory = watchMemory(pid);
  const since = performance.now();
  await button(page, 'Report…').click();
  await page.getByLabel('Paper').waitFor();
  await makeReport(started, join(work, 'pictures.pdf'));
  say(
    `  ${PICTURES} pictures of 12 megapixels in the app: ${seconds(since)}; peak memory of all its processes ${megabytes(memory.stop())}, before it ${megabytes(idle)}   (target: under ${megabytes(MEMORY_TARGET)})`,
  );
  await app.close();
}

/** The same from the command line, one process. */
async function picturesInCommand(work: string, file: string, say: Say): Promise<void> {
  const out = join(work, 'command.pdf');
  const since = performance.now();
  const child = spawn(
    process.execPath,
    ['build/main/cli.cjs', 'report', file, '-o', out, '--passphrase-file', passphraseFile(work)],
    { stdio: 'ignore' },
  );
  const memory = watchMemory(child.pid ?? 0);
  await once(child, 'exit');
  const listed = execFileSync('pdfimages', ['-list', out], { encoding: 'utf8' });
  const shown = listed.match(/^ +\d+ +\d+ image /gm)?.length ?? 0;
  say(
    `  the same from the command line: ${seconds(since)}; peak memory ${megabytes(memory.stop())}; ${shown} pictures in the file   (target: under ${megabytes(MEMORY_TARGET)})`,
  );
}

async function inFolder(
  work: string,
  name: string,
  measure: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = join(work, name);
  mkdirSync(folder);
  await measure(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Large reports in the packaged app: the window's thread, cancelling, memory. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    await inFolder(work, 'large', (folder) => responsiveness(folder, say));
    await inFolder(work, 'pictures', async (folder) => {
      const file = pictureCase(folder, PICTURED_CLAIMS, PICTURES);
      await picturesInApp(folder, file, say);
      await picturesInCommand(folder, file, say);
    });
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}
