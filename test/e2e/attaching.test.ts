import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, makeSampleMine, saved } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-attach-'));
  running = await launchApp({ size: { width: 1440, height: 900 } });
  await makeSampleMine(running.page);
  await choose(running.page, 'C-03');
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const answerOpenDialog = (...paths: string[]): Promise<void> =>
  running.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);

/** Sealed evidence files in the profile. */
function sealedFiles(): string[] {
  const entries = readdirSync(join(running.userDataDir, 'cases'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith('evidence'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const evidence = (ref: string) => running.page.locator(`[data-evidence="${ref}"]`);

describe('evidence files', () => {
  it('are taken from a drop of bytes without a path, in slices', async () => {
    const { page } = running;
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(9 * 1024 * 1024)], 'dropped.bin'));
      return data;
    });
    await page.locator('[data-claim="C-03"]').dispatchEvent('drop', { dataTransfer: transfer });
    await evidence('E-01').getByText('dropped.bin').waitFor();
    expect(sealedFiles()).toHaveLength(1);
    expect(statSync(sealedFiles()[0] ?? '').size).toBeGreaterThan(9 * 1024 * 1024);
  });

  it('are taken from the clipboard: a picture, with a thumbnail', async () => {
    const { page, app } = running;
    await app.evaluate(({ clipboard, nativeImage }) => {
      const size = 64;
      const bitmap = Buffer.alloc(size * size * 4, 180);
      // Newer typings leave it out; every runtime in use has it.
      const write: unknown = Reflect.get(clipboard, 'writeImage');
      if (typeof write !== 'function') throw new Error('This runtime writes no pictures.');
      write.call(clipboard, nativeImage.createFromBitmap(bitmap, { width: size, height: size }));
    });
    await page.locator('[data-drop-evidence]').focus();
    await page.keyboard.press('Control+KeyV');
    await evidence('E-02').locator('img').waitFor();
    await saved(page);
  });

  it('stand in the matrix beside the claims they bear on, and lead back to them', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Matrix', exact: true }).click();
    await page.getByRole('gridcell', { name: 'C-03, E-01: supports' }).waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role=gridcell][aria-selected=true]').getAttribute('aria-label')).toBe(
      'C-03, E-02: supports',
    );
    await page.keyboard.press('Enter');
    await page.locator('[data-claim="C-03"]').waitFor();
  });

  it('tell their custody from the history, and whether they are still what was stored', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await page.getByText('dropped.bin').first().click();
    await page.getByRole('region', { name: 'Custody' }).getByRole('button', { name: 'Show' }).click();
    const acts = page.locator('[data-custody]');
    await acts.first().waitFor();
    expect(await acts.evaluateAll((all) => all.map((one) => one.getAttribute('data-custody')))).toEqual([
      'stored',
      'assessed',
    ]);
    await button(page, 'Check the file again').click();
    await page.getByText('byte for byte, the one that was stored').waitFor();
    const [largest = ''] = sealedFiles().sort((a, b) => statSync(b).size - statSync(a).size);
    const bytes = readFileSync(largest);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(largest, bytes);
    await button(page, 'Check the file again').click();
    await page.getByText('ALTERED: the sealed file').waitFor();
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(largest, bytes);
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
    await choose(page, 'C-03');
  });

  it('leave nothing when they vanish before they are read, and the person is told', async () => {
    const { page } = running;
    const before = sealedFiles().length;
    const path = join(folder, 'gone.txt');
    writeFileSync(path, 'soon gone');
    await answerOpenDialog(path);
    rmSync(path);
    await page.keyboard.press('KeyE');
    await page.getByRole('alert').getByText('no longer there').waitFor();
    expect(sealedFiles()).toHaveLength(before);
    expect(await evidence('E-03').count()).toBe(0);
  });

  it('show progress and can be cancelled: no sealed file is left', async () => {
    const { page } = running;
    const before = sealedFiles().length;
    const path = join(folder, 'large.bin');
    // Holes: quickly made, and long enough under way for any machine to press Cancel.
    writeFileSync(path, '');
    truncateSync(path, 4 * 1024 ** 3);
    await answerOpenDialog(path);
    await page.getByTestId('article').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('KeyE');
    const jobs = page.getByRole('group', { name: 'Running work' });
    await jobs.getByRole('progressbar').waitFor();
    await jobs.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. Nothing was stored.').waitFor();
    await expect.poll(() => sealedFiles().length).toBe(before);
  });
});

describe('article files that cannot be read', () => {
  it.each([
    ['an empty file', 'empty.txt', Buffer.alloc(0), 'There is no text in it'],
    [
      'a program renamed to .txt',
      'program.txt',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 0, 3, 0, 0, 255]),
      'not a text file',
    ],
    ['a text over 20 MB', 'huge.txt', Buffer.alloc(21_000_000, 'a '), 'over 20 MB'],
  ])('%s: the person is told what happened', async (_name, file, bytes, words) => {
    const { page } = running;
    const path = join(folder, file);
    writeFileSync(path, bytes);
    await answerOpenDialog(path);
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Add an article' }).click();
    await button(page, 'Open an article file').click();
    await page.getByRole('alert').getByText(words).first().waitFor();
    await button(page, 'Cancel').click();
    await page.locator('[data-claim-row]').first().waitFor();
  });

  it('say so when they hold nothing, and are kept all the same', async () => {
    const { page } = running;
    const empty = join(folder, 'nothing.bin');
    writeFileSync(empty, '');
    await answerOpenDialog(empty);
    await page.keyboard.press('KeyE');
    await page.getByText('“nothing.bin” holds nothing (0 bytes)').waitFor();
    await evidence('E-03').getByText('nothing.bin').waitFor();
    await page.keyboard.press('Control+KeyZ');
    await evidence('E-03').waitFor({ state: 'detached' });
  });
});
