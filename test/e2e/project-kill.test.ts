import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  button,
  choose,
  makeSampleMine,
  PASSPHRASE,
  row,
  rows,
  sampleShown,
  saved,
  unlock,
} from '../support/desk.ts';
import { freshProfile, launchApp, type RunningApp } from '../support/electron-app.ts';

const SIZE = { width: 1440, height: 900 };
/** Together 50 kills, half of them while a file is stored as a new case, half while one is merged. */
const ROUNDS = 25;

let folder: string;
let phrase: string;
let running: RunningApp | null = null;
/** What Bilal changes, all in one file. */
const CHANGED = ['C-02', 'C-05', 'C-09'];
const NEW_WORDS = 'Said anew by Bilal.';

const stick = (name: string): string => join(folder, name);

async function answerDialogs({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

async function share(app: RunningApp, path: string): Promise<string> {
  const { page } = app;
  await answerDialogs(app, path);
  await button(page, 'Share…').click();
  const words = await page.getByRole('status', { name: 'Passphrase in words' }).innerText();
  await button(page, 'Choose where…').click();
  await page.getByText('Saved and checked by reading it back').waitFor();
  await button(page, 'Done').click();
  return words.trim();
}

/** Starts with the file, as a double click does, and has it checked. */
async function startWith(
  userDataDir: string,
  path: string,
  words: string,
  locked: boolean,
): Promise<RunningApp> {
  const app = await launchApp({ userDataDir, size: SIZE });
  const { page } = app;
  if (locked) {
    await unlock(page);
    await rows(page).first().waitFor();
  } else await sampleShown(page);
  await answerDialogs(app, path);
  await button(page, /^Cases/).click();
  await page.getByRole('menuitem', { name: 'Open a project file…' }).click();
  await button(page, 'Choose a file…').click();
  await page.getByLabel('Passphrase of the file').fill(words);
  await button(page, 'Check the file').click();
  return app;
}

/** A moment within the time the work takes here, another one each round. */
const momentOf = (round: number, span: number): number => Math.round((round / ROUNDS) * span);
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-kills-'));
  running = await launchApp({ size: SIZE });
  await makeSampleMine(running.page, 'Killed case');
  phrase = await share(running, stick('case.touchstone'));
  await running.close();
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('a kill at any moment', () => {
  it(`while a file is stored as a new case leaves none of it or all (${ROUNDS} times)`, async () => {
    const seen = { none: 0, all: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const userDataDir = freshProfile();
      const app = await startWith(userDataDir, stick('case.touchstone'), phrase, false);
      await app.page.getByRole('textbox', { name: 'Your alias' }).fill('Bilal');
      await app.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      await app.page.getByLabel('Passphrase, again').fill(PASSPHRASE);
      await button(app.page, 'Store as a new case').click();
      await after(momentOf(round, 2500));
      await app.kill();
      const again = await launchApp({ userDataDir, size: SIZE });
      const { page } = again;
      const locked = page.getByRole('heading', { name: 'Locked' });
      await locked.or(page.getByText('Sample, read-only')).waitFor();
      if (await locked.isVisible()) {
        await unlock(page);
        await page.getByText('38 claims').waitFor();
        seen.all += 1;
      } else seen.none += 1;
      await again.close();
      again.dispose();
    }
    expect(seen.none + seen.all).toBe(ROUNDS);
    expect(Math.min(seen.none, seen.all)).toBeGreaterThan(0);
  }, 900_000);

  it(`while a file is merged leaves the case as it was or merged whole (${ROUNDS} times)`, async () => {
    const anna = running?.userDataDir ?? '';
    const bilal = await launchApp({ size: SIZE });
    await bilal.close();
    const changed = await startWith(bilal.userDataDir, stick('case.touchstone'), phrase, false);
    const { page } = changed;
    await page.getByRole('textbox', { name: 'Your alias' }).fill('Bilal');
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase, again').fill(PASSPHRASE);
    await button(page, 'Store as a new case').click();
    await rows(page).first().waitFor();
    for (const ref of CHANGED) {
      await choose(page, ref);
      const statement = page.getByRole('textbox', { name: 'Statement' });
      await statement.fill(NEW_WORDS);
      await statement.press('Enter');
      await row(page, ref).getByText(NEW_WORDS).waitFor();
    }
    await saved(page);
    const back = await share(changed, stick('back.touchstone'));
    await changed.close();
    changed.dispose();

    const seen = { before: 0, merged: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const userDataDir = freshProfile();
      cpSync(anna, userDataDir, { recursive: true });
      const app = await startWith(userDataDir, stick('back.touchstone'), back, true);
      await button(app.page, 'Merge').click();
      await after(momentOf(round, 900));
      await app.kill();
      const again = await launchApp({ userDataDir, size: SIZE });
      await unlock(again.page);
      await rows(again.page).first().waitFor();
      const words = await Promise.all(CHANGED.map((ref) => row(again.page, ref).innerText()));
      const merged = words.filter((text) => text.includes(NEW_WORDS)).length;
      expect([0, CHANGED.length]).toContain(merged);
      seen[merged === 0 ? 'before' : 'merged'] += 1;
      await again.close();
      again.dispose();
    }
    expect(Math.min(seen.before, seen.merged)).toBeGreaterThan(0);
  }, 900_000);
});
