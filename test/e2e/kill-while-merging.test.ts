import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { button, choose, makeSampleMine, row, saved } from '../support/desk.ts';
import { freshProfile, launchApp } from '../support/electron-app.ts';
import { after, end, momentOf, nothingWrong, ROUNDS, startOn } from '../support/kills.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { openFile, share, storeAsNew } from '../support/stick.ts';

let folder: string;
/** Anna's profile as it is before each merge. */
let annas: string;
/** Bilal's file and its passphrase. */
let back: string;
let phrase: string;
/** What Bilal changes, all in one file. */
const CHANGED = ['C-02', 'C-05', 'C-09'];
const NEW_WORDS = 'Said anew by Bilal.';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-kills-'));
  const anna = await launchApp({ size: { width: 1440, height: 900 } });
  annas = anna.userDataDir;
  await makeSampleMine(anna.page, 'Killed case');
  const words = await share(anna, join(folder, 'case.touchstone'));
  await anna.close();

  const { app: bilal } = await startOn(freshProfile());
  await openFile(bilal, join(folder, 'case.touchstone'), words);
  await storeAsNew(bilal.page);
  await bilal.page.getByText('38 claims').waitFor();
  for (const ref of CHANGED) {
    await choose(bilal.page, ref);
    const statement = bilal.page.getByRole('textbox', { name: 'Statement' });
    await statement.fill(NEW_WORDS);
    await statement.press('Enter');
    await row(bilal.page, ref).getByText(NEW_WORDS).waitFor();
  }
  await saved(bilal.page);
  back = join(folder, 'back.touchstone');
  phrase = await share(bilal, back);
  await end(bilal);
});
afterAll(() => {
  for (const path of [folder, annas]) removeFolder(path);
});

it(`a kill while a file is merged leaves the case as it was or merged whole (${ROUNDS} times)`, async () => {
  const copy = (): string => {
    const profile = freshProfile();
    cpSync(annas, profile, { recursive: true });
    return profile;
  };
  const seen = { before: 0, merged: 0 };
  let started = await startOn(copy());
  for (let round = 0; round < ROUNDS; round++) {
    const { app } = started;
    await openFile(app, back, phrase);
    await button(app.page, 'Merge').click();
    if (round === ROUNDS - 1) await app.page.getByRole('heading', { name: /^Merged/ }).waitFor();
    else await after(momentOf(round, 800));
    await app.kill();
    started = await startOn(app.userDataDir);
    const { page } = started.app;
    const words = await Promise.all(CHANGED.map((ref) => row(page, ref).innerText()));
    const merged = words.filter((text) => text.includes(NEW_WORDS)).length;
    expect([0, CHANGED.length]).toContain(merged);
    seen[merged === 0 ? 'before' : 'merged'] += 1;
    if (merged === 0) continue;
    // The check of history and rows is done by the time its result would be shown.
    await choose(page, 'C-02');
    nothingWrong(started);
    await end(started.app);
    started = await startOn(copy());
  }
  await end(started.app);
  expect(seen.merged).toBeGreaterThan(0);
  expect(seen.before).toBeGreaterThan(0);
}, 900_000);
