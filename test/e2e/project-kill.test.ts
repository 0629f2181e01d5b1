import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, makeSampleMine, PASSPHRASE, row, rows, saved, unlock } from '../support/desk.ts';
import { freshProfile, launchApp, type RunningApp } from '../support/electron-app.ts';

const SIZE = { width: 1440, height: 900 };
/** Kills while a file is stored as a new case, and as many while one is merged; `KILLS=25` for a long run. */
const ROUNDS = Number(process.env['KILLS'] ?? 10);

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

/** Opens the file and has it checked, up to what the person is asked next. */
async function check(app: RunningApp, path: string, words: string): Promise<void> {
  const { page } = app;
  await answerDialogs(app, path);
  await button(page, /^Cases/).click();
  await page.getByRole('menuitem', { name: 'Open a project file…' }).click();
  await button(page, 'Choose a file…').click();
  await page.getByLabel('Passphrase of the file').fill(words);
  await button(page, 'Check the file').click();
}

/** Has a checked file stored as a new case, up to the click. */
async function store({ page }: RunningApp): Promise<void> {
  await page.getByRole('textbox', { name: 'Your alias' }).fill('Bilal');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase, again').fill(PASSPHRASE);
  await button(page, 'Store as a new case').click();
}

/** Starts on a profile and unlocks what is there; true when there is a case. */
async function startOn(userDataDir: string): Promise<{ app: RunningApp; held: boolean }> {
  const app = await launchApp({ userDataDir, size: SIZE });
  const locked = app.page.getByRole('heading', { name: 'Locked' });
  await locked.or(app.page.getByText('Sample, read-only')).waitFor();
  const held = await locked.isVisible();
  if (held) await unlock(app.page);
  await rows(app.page).first().waitFor();
  return { app, held };
}

async function end(app: RunningApp): Promise<void> {
  await app.close();
  app.dispose();
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
    let { app } = await startOn(freshProfile());
    for (let round = 0; round < ROUNDS; round++) {
      await check(app, stick('case.touchstone'), phrase);
      await store(app);
      // The last one comes right after all of it was there.
      if (round === ROUNDS - 1) await app.page.getByRole('heading', { name: 'Killed case' }).waitFor();
      else await after(momentOf(round, 1800));
      await app.kill();
      const again = await startOn(app.userDataDir);
      app = again.app;
      if (!again.held) seen.none += 1;
      else {
        await app.page.getByText('38 claims').waitFor();
        seen.all += 1;
        await end(app);
        app = (await startOn(freshProfile())).app;
      }
    }
    await end(app);
    expect(seen.none + seen.all).toBe(ROUNDS);
    expect(seen.all).toBeGreaterThan(0);
  }, 900_000);

  it(`while a file is merged leaves the case as it was or merged whole (${ROUNDS} times)`, async () => {
    const anna = running?.userDataDir ?? '';
    const annas = (): string => {
      const profile = freshProfile();
      cpSync(anna, profile, { recursive: true });
      return profile;
    };
    const { app: bilal } = await startOn(freshProfile());
    await check(bilal, stick('case.touchstone'), phrase);
    await store(bilal);
    await bilal.page.getByText('38 claims').waitFor();
    for (const ref of CHANGED) {
      await choose(bilal.page, ref);
      const statement = bilal.page.getByRole('textbox', { name: 'Statement' });
      await statement.fill(NEW_WORDS);
      await statement.press('Enter');
      await row(bilal.page, ref).getByText(NEW_WORDS).waitFor();
    }
    await saved(bilal.page);
    const back = await share(bilal, stick('back.touchstone'));
    await end(bilal);

    const seen = { before: 0, merged: 0 };
    let { app } = await startOn(annas());
    for (let round = 0; round < ROUNDS; round++) {
      await check(app, stick('back.touchstone'), back);
      await button(app.page, 'Merge').click();
      if (round === ROUNDS - 1) await app.page.getByRole('heading', { name: /^Merged/ }).waitFor();
      else await after(momentOf(round, 800));
      await app.kill();
      app = (await startOn(app.userDataDir)).app;
      const words = await Promise.all(CHANGED.map((ref) => row(app.page, ref).innerText()));
      const merged = words.filter((text) => text.includes(NEW_WORDS)).length;
      expect([0, CHANGED.length]).toContain(merged);
      seen[merged === 0 ? 'before' : 'merged'] += 1;
      if (merged === 0) continue;
      await end(app);
      app = (await startOn(annas())).app;
    }
    await end(app);
    expect(seen.merged).toBeGreaterThan(0);
  }, 900_000);
});
