import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, fillNewCase, sampleShown, saved, selectWords } from '../support/desk.ts';
import { filesUnder } from '../support/files-under.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

/** A word that stands nowhere else, in Latin letters so that every encoding of it is known. */
const plant = (place: string): string => `Zq${place}Xv`;

const PLACES = [
  'CaseTitle',
  'Alias',
  'DocumentTitle',
  'Publisher',
  'Author',
  'WebAddress',
  'Language',
  'ArticleText',
  'Statement',
  'Speaker',
  'Role',
  'Rationale',
  'LinkAddress',
  'LinkTitle',
  'QuotationWords',
  'TestimonyWords',
  'FileName',
  'FileContent',
  'CheckWhere',
] as const;

/** How a word may stand in a file: UTF-8, UTF-16 as Chromium keeps strings, base64 at each alignment. */
function formsOf(word: string): Buffer[] {
  const inner = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from('\0'.repeat(shift) + word).toString('base64');
    // The first and last characters depend on what stands beside the word.
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4));
  });
  return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), ...inner];
}

/** Every planted word found in a file's name or bytes. */
function findings(files: Iterable<string>): string[] {
  const found: string[] = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const place of PLACES) {
      const word = plant(place);
      if (file.includes(word)) found.push(`${place} in the name of ${file}`);
      if (formsOf(word).some((form) => bytes.includes(form))) found.push(`${place} in ${file}`);
    }
  }
  return found;
}

let running: RunningApp;
let folder: string;
/** The app's folder for temporary files, its alone: others come and go in the common one. */
let temporary: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-plants-'));
  writeFileSync(
    join(folder, 'article.txt'),
    `${plant('DocumentTitle')}\n\nSomebody said: “The word is ${plant('ArticleText')} here.”\n`,
  );
  writeFileSync(
    join(folder, `${plant('FileName')}.bin`),
    `before ${plant('FileContent')} after`.repeat(5000),
  );
  temporary = mkdtempSync(join(tmpdir(), 'touchstone-temporary-'));
  running = await launchApp({
    size: { width: 1440, height: 900 },
    env: { TMPDIR: temporary, TMP: temporary, TEMP: temporary },
  });
});
afterAll(() => {
  running?.dispose();
  for (const own of [folder, temporary]) rmSync(own, { recursive: true, force: true });
});

const answerOpenDialog = (...paths: string[]): Promise<void> =>
  running.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);

describe('what lies on the disk', () => {
  it('plants a word in every kind of field, and closes', async () => {
    const { page } = running;
    await sampleShown(page);
    await button(page, 'Paste an article').click();
    await fillNewCase(page, plant('CaseTitle'), plant('Alias'));
    await answerOpenDialog(join(folder, 'article.txt'));
    await button(page, 'Open an article file').click();
    await page.getByRole('textbox', { name: 'Publisher' }).fill(plant('Publisher'));
    await button(page, 'Add this article').click();
    await button(page, 'Details').click();
    const details = page.getByRole('group', { name: 'Details' });
    for (const [label, place] of [
      ['Author', 'Author'],
      ['Web address', 'WebAddress'],
      ['Language', 'Language'],
    ] as const) {
      const field = details.getByRole('textbox', { name: label });
      await field.fill(place === 'WebAddress' ? `https://example.org/${plant(place)}` : plant(place));
      await field.press('Enter');
    }
    await saved(page);
    await button(page, 'Details').click();

    await selectWords(page, `The word is ${plant('ArticleText')} here.`);
    await page.keyboard.press('KeyV');
    const voice = page.getByRole('form', { name: 'Who speaks here' });
    await voice.getByRole('combobox', { name: 'Who' }).fill(plant('Speaker'));
    await voice.getByRole('textbox', { name: /^Role/ }).fill(plant('Role'));
    await voice.getByRole('button', { name: 'Save' }).click();
    await voice.waitFor({ state: 'detached' });
    await selectWords(page, plant('ArticleText'));
    await page.keyboard.press('KeyN');
    const statement = page.getByRole('textbox', { name: 'Statement of the new claim' });
    await statement.fill(plant('Statement'));
    await statement.press('Enter');
    await choose(page, 'C-01');

    await answerOpenDialog(join(folder, `${plant('FileName')}.bin`));
    await page.keyboard.press('KeyE');
    await page.locator('[data-evidence="E-01"]').waitFor();
    await button(page, 'Link').click();
    const link = page.getByRole('form', { name: 'link' });
    await link.getByRole('textbox', { name: 'Title' }).fill(plant('LinkTitle'));
    await link
      .getByRole('textbox', { name: 'Web address' })
      .fill(`https://example.org/${plant('LinkAddress')}`);
    await link.getByRole('button', { name: 'Add' }).click();
    await page.locator('[data-evidence="E-02"]').waitFor();
    for (const [kind, place, ref] of [
      ['Quotation', 'QuotationWords', 'E-03'],
      ['Testimony', 'TestimonyWords', 'E-04'],
    ] as const) {
      await button(page, kind).click();
      const form = page.getByRole('form', { name: kind.toLowerCase() });
      await form.getByRole('textbox', { name: 'Words' }).fill(plant(place));
      await form.getByRole('button', { name: 'Add' }).click();
      await page.locator(`[data-evidence="${ref}"]`).waitFor();
    }
    await page.keyboard.press('Digit1');
    const rationale = page.getByRole('textbox', { name: 'Rationale' });
    await rationale.fill(plant('Rationale'));
    await rationale.press('Control+Enter');
    await page.getByTestId('article').click();
    await choose(page, 'C-01');
    await page.keyboard.press('KeyC');
    const check = page.getByRole('form', { name: 'Add a check' });
    await check.getByRole('textbox', { name: 'Where' }).fill(plant('CheckWhere'));
    await check.getByRole('button', { name: 'Save' }).click();
    await page.getByText(plant('CheckWhere')).waitFor();
    await saved(page);
    await running.close();
  });

  it('holds none of them: profile, logs and caches', () => {
    const files = [...filesUnder(running.userDataDir)];
    expect(files.length).toBeGreaterThan(10);
    expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
    expect(findings(files)).toEqual([]);
  });

  it('holds none of them in the folder for temporary files either', () => {
    expect(findings(filesUnder(temporary))).toEqual([]);
  });

  it('would show a word that stands there in any of its forms', () => {
    const word = plant('Rationale');
    for (const [name, bytes] of [
      ['utf8', Buffer.from(`a ${word} b`)],
      ['utf16', Buffer.from(`a ${word} b`, 'utf16le')],
      ['base64-0', Buffer.from(Buffer.from(`xyz${word}xyz`).toString('base64'))],
      ['base64-1', Buffer.from(Buffer.from(`x${word}xyz`).toString('base64'))],
      ['base64-2', Buffer.from(Buffer.from(`xy${word}xyz`).toString('base64'))],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      expect(findings([file]), name).toHaveLength(1);
    }
  });
});
