import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { choose, makeSampleMine } from '../support/desk.ts';
import { freshProfile, launchApp } from '../support/electron-app.ts';
import {
  after,
  end,
  momentOf,
  nothingWrong,
  ROUNDS,
  sealedFiles,
  type Started,
  startOn,
} from '../support/kills.ts';
import { answerDialogs, openFile, share, storeAsNew } from '../support/stick.ts';

let folder: string;
let file: string;
let phrase: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-kills-'));
  file = join(folder, 'case.touchstone');
  const anna = await launchApp({ size: { width: 1440, height: 900 } });
  await makeSampleMine(anna.page, 'Killed case');
  const photo = join(folder, 'photo.bin');
  writeFileSync(photo, Buffer.alloc(300_000, 'Deir Ezzor '));
  await answerDialogs(anna, photo);
  await choose(anna.page, 'C-03');
  await anna.page.keyboard.press('KeyE');
  await anna.page.locator('[data-evidence="E-01"]').waitFor();
  phrase = await share(anna, file);
  await end(anna);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function nothingLeft({ app }: Started): Promise<void> {
  await expect.poll(() => sealedFiles(app.userDataDir)).toBe(0);
}

async function allThere(started: Started): Promise<void> {
  const { page, userDataDir } = started.app;
  await page.getByText('38 claims').waitFor();
  await choose(page, 'C-03');
  await page.locator('[data-evidence="E-01"]').waitFor();
  expect(sealedFiles(userDataDir)).toBe(1);
  nothingWrong(started);
}

it(`a kill while a file is stored as a new case leaves none of it or all (${ROUNDS} times)`, async () => {
  const seen = { none: 0, all: 0 };
  let started = await startOn(freshProfile());
  for (let round = 0; round < ROUNDS; round++) {
    const { app } = started;
    await openFile(app, file, phrase);
    await storeAsNew(app.page);
    // The last one comes right after all of it was there.
    if (round === ROUNDS - 1) await app.page.getByRole('heading', { name: 'Killed case' }).waitFor();
    else await after(momentOf(round, 1800));
    await app.kill();
    started = await startOn(app.userDataDir);
    seen[started.held ? 'all' : 'none'] += 1;
    if (started.held) {
      await allThere(started);
      await end(started.app);
      started = await startOn(freshProfile());
    } else await nothingLeft(started);
  }
  await end(started.app);
  expect(seen.none + seen.all).toBe(ROUNDS);
  expect(seen.all).toBeGreaterThan(0);
  expect(seen.none).toBeGreaterThan(0);
}, 900_000);
