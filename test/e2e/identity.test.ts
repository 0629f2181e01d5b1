import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, makeSampleMine, PASSPHRASE, sampleShown, unlock } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'touchstone-identity-'));
const at = (name: string): string => join(folder, name);

let running: RunningApp;
const profiles: RunningApp[] = [];
async function start(): Promise<RunningApp> {
  running = await launchApp({ size: { width: 1366, height: 768 } });
  profiles.push(running);
  return running;
}
beforeAll(start);
afterAll(async () => {
  await running?.close();
  for (const profile of profiles) profile.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** The next file dialogs answer with this path. */
const dialogsAnswer = (path: string): Promise<void> =>
  running.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);

async function openScreen(page: Page): Promise<void> {
  await button(page, /^Cases:/).click();
  await page.getByRole('menuitem', { name: 'You and your colleagues' }).click();
  await page.getByRole('heading', { name: 'You and your colleagues' }).waitFor();
}

/** What axe finds wrong on the screen, in both themes. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    const { violations: faults } = await page.evaluate<{ violations: { id: string; help: string }[] }>(
      'axe.run(document, { resultTypes: ["violations"] })',
    );
    found.push(...faults.map(({ id, help }) => `${colorScheme}: ${id}: ${help}`));
  }
  return found;
}

/** The words on the pages that the window would print now. */
async function printedWords(): Promise<string> {
  const pdf = await running.app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
    return bytes?.toString('base64') ?? '';
  });
  writeFileSync(at('printed.pdf'), Buffer.from(pdf, 'base64'));
  const { stdout } = await run('pdftotext', [at('printed.pdf'), '-']);
  return stdout.replaceAll(/\s+/g, ' ').trim();
}

async function makeKey(page: Page): Promise<void> {
  await page.getByLabel('Passphrase of your key').fill(PASSPHRASE);
  await page.getByLabel('The same, again').fill(PASSPHRASE);
  await button(page, 'Make my key').click();
  await page.locator('[data-own-key]').waitFor();
}

const ownKey = (page: Page): Promise<string> => page.locator('[data-own-key]').innerText();
const message = (page: Page, words: string) => page.getByText(words, { exact: false }).first().waitFor();

let first = '';
let backupWords = '';

describe('a person and their colleagues', () => {
  it('begins with a key of their own, under the alias of the open case', async () => {
    const { page } = running;
    await makeSampleMine(page);
    await openScreen(page);
    expect(await page.getByRole('textbox', { name: 'Your alias' }).inputValue()).toBe('Checker One');
    expect(await violations(page)).toEqual([]);
    await makeKey(page);
    first = await ownKey(page);
    expect(first).toMatch(/^age1[a-z0-9]{58}$/);
    expect(await page.getByRole('img', { name: 'QR code of your public key' }).isVisible()).toBe(true);
  });

  it('is reached and left by keys alone', async () => {
    const { page } = running;
    const wanted = ['Close', 'Rename Checker One', 'Copy the key', 'Save my card…', 'Back up my key…'];
    const reached: string[] = [];
    await page.locator('h1:focus').waitFor();
    for (const _ of wanted) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => {
          const { activeElement } = document;
          return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
        }),
      );
    }
    expect(reached).toEqual(wanted);
    await page.keyboard.press('Enter');
    await page.getByLabel('Passphrase in words').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.getByLabel('Passphrase in words').waitFor({ state: 'detached' });
    await button(page, 'Back up my key…').and(page.locator(':focus')).waitFor();
  });

  it('saves a card that holds nothing but public parts', async () => {
    const { page } = running;
    await dialogsAnswer(at('one.json'));
    await button(page, 'Save my card…').click();
    await message(page, 'Your card was saved');
    const card = JSON.parse(readFileSync(at('one.json'), 'utf8'));
    expect(card).toMatchObject({ format: 'touchstone-card', name: 'Checker One', recipient: first });
    expect(Object.keys(card).sort()).toEqual([
      'format',
      'name',
      'recipient',
      'signature',
      'signingKey',
      'version',
    ]);
  });

  it('says when a secret key is pasted, and keeps it nowhere', async () => {
    const { page } = running;
    await run('age-keygen', ['-o', at('colleague.txt')]);
    const text = readFileSync(at('colleague.txt'), 'utf8');
    const secret = /AGE-SECRET-KEY-1\S+/.exec(text)?.[0] ?? '';
    await button(page, 'Add by key…').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Nour');
    await page.getByRole('textbox', { name: 'Their public key' }).fill(secret);
    await page.getByRole('alert').filter({ hasText: 'This is a secret key' }).waitFor();
    expect(await page.content()).not.toContain(secret);
    const recipient = /age1\S+/.exec(text)?.[0] ?? '';
    await page.getByRole('textbox', { name: 'Their public key' }).fill(recipient);
    await page.getByText('compare these words').waitFor();
    await button(page, 'Add').and(page.locator('[type=submit]')).click();
    await page.getByRole('listitem').filter({ hasText: 'Nour' }).waitFor();
  });

  it('locks a backup with a generated passphrase, as an age file', async () => {
    const { page } = running;
    await dialogsAnswer(at('one.age'));
    await button(page, 'Back up my key…').click();
    backupWords = (await page.getByLabel('Passphrase in words').textContent()) ?? '';
    expect(backupWords.split(' ')).toHaveLength(6);
    expect(await violations(page)).toEqual([]);
    // The system's own dialog stays away: what it would be given is looked at instead.
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printing', '');
    });
    await button(page, 'Print…').click();
    await page.locator('[data-printing]').waitFor();
    expect(await printedWords()).toBe(`${backupWords} Keep this page apart from the file it opens.`);
    await button(page, 'Save the backup…').click();
    await message(page, 'The backup was saved');
    expect(readFileSync(at('one.age'), 'latin1').startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
  });

  it('is locked with the case, and unlocked by its own passphrase', async () => {
    const { page } = running;
    await page.keyboard.press('Control+KeyL');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    expect(await page.content()).not.toContain('Nour');
    await unlock(page);
    await openScreen(page);
    await page.getByText('Your key and the list of your colleagues are locked.').waitFor();
    await page.getByLabel('Passphrase of your key').fill('another one');
    await button(page, 'Unlock').click();
    await page.getByText('This passphrase does not open it.').waitFor();
    await page.getByLabel('Passphrase of your key').fill(PASSPHRASE);
    await button(page, 'Unlock').click();
    expect(await ownKey(page)).toBe(first);
    await page.getByRole('listitem').filter({ hasText: 'Nour' }).waitFor();
  });

  it('moves to another laptop by the backup, and knows colleagues by their cards', async () => {
    await running.close();
    const { page } = await start();
    await sampleShown(page);
    await openScreen(page);
    await page.getByRole('textbox', { name: 'Your alias' }).fill('Two');
    await makeKey(page);
    await dialogsAnswer(at('one.json'));
    await button(page, 'Open a card…').click();
    await page.getByText('compare these words').waitFor();
    await button(page, 'Add').and(page.locator('[type=submit]')).click();
    await page.getByRole('listitem').filter({ hasText: 'Checker One' }).waitFor();

    await dialogsAnswer(at('one.age'));
    await button(page, 'Restore from a backup…').click();
    await button(page, 'Choose the backup…').click();
    await page.getByText('one.age').waitFor();
    await page.getByLabel('Passphrase of the backup').fill(`${backupWords} more`);
    await button(page, 'Restore').and(page.locator('[type=submit]')).click();
    await page.getByText('This passphrase does not open it.').waitFor();
    await page.getByLabel('Passphrase of the backup').fill(backupWords);
    await button(page, 'Restore').and(page.locator('[type=submit]')).click();
    await message(page, 'Your key is back.');
    expect(await ownKey(page)).toBe(first);
    await page.getByRole('listitem').filter({ hasText: 'Nour' }).waitFor();
    await dialogsAnswer(at('one.json'));
    await button(page, 'Open a card…').click();
    await button(page, 'Add').and(page.locator('[type=submit]')).click();
    await page.getByText('This is your own key.').waitFor();
  });

  it('refuses a card that somebody altered', async () => {
    const { page } = running;
    const card = JSON.parse(readFileSync(at('one.json'), 'utf8'));
    writeFileSync(at('forged.json'), JSON.stringify({ ...card, name: 'Somebody else' }));
    await dialogsAnswer(at('forged.json'));
    await button(page, 'Open a card…').click();
    await message(page, 'This card was altered after it was made');
  });
});
