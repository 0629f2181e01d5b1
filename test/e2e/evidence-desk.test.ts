import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, makeSampleMine, PASSPHRASE, saved, unlock } from '../support/desk.ts';
import { filesUnder } from '../support/files-under.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { somePng } from '../support/png.ts';

let running: RunningApp;
let folder: string;
const TRUE_NAME = 'Layla Haddad of Mayadin';
const VOICE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(4000, 7)]);

const file = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-casework-'));
  running = await launchApp({ size: { width: 1366, height: 768 } });
  await makeSampleMine(running.page);
  await running.page.getByRole('button', { name: 'Evidence', exact: true }).click();
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

const listed = (ref: string) => running.page.locator(`[data-evidence-row="${ref}"]`);

/** Every file under a folder. */
describe('the desk of evidence', () => {
  it('records a forwarded voice note by keyboard alone, in under 30 seconds', async () => {
    const { page } = running;
    await answerOpenDialog(file('voice.ogg', VOICE));
    const began = Date.now();
    await page.keyboard.press('m');
    await page.getByRole('form', { name: 'Received media' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('voice.ogg').waitFor();
    await page.keyboard.type('Heron');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Signal');
    // Past when (now), title and what it is said to show, to "forwarded".
    for (let tab = 0; tab < 5; tab += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await listed('E-01').getByText('Heron').waitFor();
    expect(Date.now() - began).toBeLessThan(30_000);
    const record = page.locator('[aria-label="How it reached us"]');
    await record.getByRole('button', { name: 'Forwarded', pressed: true }).waitFor();
    await record.getByRole('button', { name: 'not by name', pressed: true }).waitFor();
  });

  it('keeps several captures of a link, and says what their set lacks', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Link' }).click();
    await page
      .getByRole('form', { name: 'link' })
      .getByRole('textbox', { name: 'Web address' })
      .fill('https://outlet.example/story?utm_source=x');
    await page.keyboard.press('Enter');
    await listed('E-02').click();
    await answerOpenDialog(file('page.html', '<p>words</p>'), file('page.png', somePng(32, 32)));
    await button(page, 'Add captures…').click();
    await page.locator('[data-evidence-row="E-04"]').getByText('capture of E-02').waitFor();
    await button(page, 'What the set lacks').click();
    await page.getByText(/Still lacks: its embedded media, its embedded metadata, its context/).waitFor();
  });

  it('suggests one origin for the same page, and groups only when asked', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Link' }).click();
    await page
      .getByRole('form', { name: 'link' })
      .getByRole('textbox', { name: 'Web address' })
      .fill('https://web.archive.org/web/2014/https://m.outlet.example/story');
    await page.keyboard.press('Enter');
    await listed('E-05').click();
    await page.getByText('E-02 stands at the same web address.').waitFor();
    await button(page, 'Same origin').click();
    await page.getByText('1 other item comes from it: together they are one voice.').waitFor();
  });

  it('grades in full only where the case asks for it', async () => {
    const { page } = running;
    expect(await page.getByRole('region', { name: 'Grading' }).count()).toBe(0);
    await page.getByRole('button', { name: /My own case/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Full grading (legal)' }).click();
    await page
      .getByRole('region', { name: 'Grading' })
      .getByRole('button', { name: 'B', exact: true })
      .click();
    await page.getByText('B Usually reliable').waitFor();
    await saved(page);
  });
});

describe('the file of an item', () => {
  it('is opened in another program as a read-only copy that is gone after the lock', async () => {
    const { page, app } = running;
    await app.evaluate(({ shell }) => {
      shell.openPath = async (path) => {
        Reflect.set(globalThis, 'openedOutside', path);
        return '';
      };
    });
    await listed('E-01').click();
    await button(page, 'Open in another program…').click();
    await button(page, 'Open a copy').click();
    await page.getByText('A copy is open in another program. It is wiped at lock.').waitFor();
    const path = String(await app.evaluate(() => Reflect.get(globalThis, 'openedOutside')));
    expect(readFileSync(path).equals(VOICE)).toBe(true);
    expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o400, 0o700]);
    await saved(page);
    await page.keyboard.press('Control+KeyL');
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    await expect.poll(() => existsSync(dirname(path))).toBe(false);
    await unlock(page, PASSPHRASE);
    await page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await listed('E-01').click();
    await page.getByRole('region', { name: 'Custody' }).getByRole('button', { name: 'Show' }).click();
    await page.locator('[data-custody="viewed outside"]').waitFor();
  });

  it('goes into quarantine when it was altered on the disk, and comes back with a good copy', async () => {
    const { page } = running;
    const isSealed = (path: string) => dirname(path).endsWith('evidence') && statSync(path).size > 4000;
    const sealed = filesUnder(join(running.userDataDir, 'cases')).find(isSealed) ?? '';
    const bytes = readFileSync(sealed);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(sealed, bytes);
    await button(page, 'Check the file again').click();
    await page.getByText(/ALTERED: a sealed file of this case \(E-01\)/).waitFor();
    expect(existsSync(sealed)).toBe(false);
    await listed('E-01')
      .getByText(/in quarantine/)
      .waitFor();
    await page.locator('[data-custody="found altered"]').waitFor();
    await answerOpenDialog(join(folder, 'voice.ogg'));
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'File…' }).click();
    await listed('E-06').waitFor();
    await page.getByText(/ALTERED: a sealed file/).waitFor({ state: 'hidden' });
    expect(existsSync(sealed)).toBe(true);
    await listed('E-01').click();
    await page.getByRole('button', { name: 'Open in another program…' }).waitFor();
  });
});

describe('a source', () => {
  it('has a true name that opens under its own passphrase alone and lies nowhere in the clear', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'People', exact: true }).click();
    await page.getByRole('option', { name: /Heron/ }).click();
    await button(page, 'Seal them…').click();
    await page.getByRole('textbox', { name: 'True name' }).fill(TRUE_NAME);
    await page.getByLabel('New passphrase of this record').fill('seven herons at the weir');
    await page.getByLabel('The same, again').fill('seven herons at the weir');
    await button(page, 'Seal').last().click();
    await button(page, 'Open…').click();
    await page.getByLabel('Passphrase of this record').fill(PASSPHRASE);
    await button(page, 'Open').last().click();
    await page.getByText(/does not open the sealed record/).waitFor();
    await page.getByLabel('Passphrase of this record').fill('seven herons at the weir');
    await page.keyboard.press('Enter');
    await page.getByText(TRUE_NAME).waitFor();
    await saved(page);
    await page.keyboard.press('Control+KeyL');
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(TRUE_NAME);
    const needles = [Buffer.from(TRUE_NAME, 'utf8'), Buffer.from(TRUE_NAME, 'utf16le')];
    const holding = filesUnder(running.userDataDir).filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    });
    expect(holding).toEqual([]);
  });
});
