import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import {
  button,
  choose,
  fillNewCase,
  row,
  rows,
  sampleShown,
  saved,
  selectWords,
  unlock,
} from '../support/desk.ts';

const ARTICLE = `The bridge at Northford

Mara Lind, an engineer of the town, said: “The bridge was closed on 3 May. Two lorries, of Halden and of Brack, had cracked it.”

The council called the closure a precaution. It will surely be open again soon.
`;

/** A 1 × 1 PNG. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-e2e-'));
  writeFileSync(join(folder, 'bridge.txt'), ARTICLE);
  writeFileSync(join(folder, 'photo.png'), PNG);
  running = await launchApp({ size: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  rmSync(folder, { recursive: true });
});

/** Lets the next file dialog answer with these paths. */
const answerOpenDialog = (...paths: string[]): Promise<void> =>
  running.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);

async function addClaim(words: string, statement: string): Promise<void> {
  const { page } = running;
  await selectWords(page, words);
  await page.keyboard.press('KeyN');
  const field = page.getByRole('textbox', { name: 'Statement of the new claim' });
  await field.fill(statement);
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
  await saved(page);
}

describe('casework from an article file to findings', () => {
  it('imports an article chosen with the picker', async () => {
    const { page } = running;
    await sampleShown(page);
    await button(page, 'Paste an article').click();
    await fillNewCase(page, 'Northford');
    await answerOpenDialog(join(folder, 'bridge.txt'));
    await button(page, 'Open an article file').click();
    const title = page.getByRole('textbox', { name: 'Title' });
    expect(await title.inputValue()).toBe('The bridge at Northford');
    await page.getByRole('textbox', { name: 'Publisher' }).fill('Northford Post');
    await button(page, 'Add this article').click();
    await page.getByTestId('article').getByText('The council called the closure').waitFor();
  });

  it('gives a stretch to a voice once, and a claim inside inherits it', async () => {
    const { page } = running;
    await selectWords(
      page,
      'The bridge was closed on 3 May. Two lorries, of Halden and of Brack, had cracked it.',
    );
    await page.keyboard.press('KeyV');
    const form = page.getByRole('form', { name: 'Who speaks here' });
    await form.getByRole('combobox', { name: 'Who' }).fill('Mara Lind');
    await form.getByRole('textbox', { name: /^Role/ }).fill('an engineer of the town');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await addClaim('The bridge was closed on 3 May', 'The bridge at Northford was closed on 3 May.');
    const pane = page.locator('[data-claim="C-01"]');
    await pane.getByRole('region', { name: 'According to' }).getByText('Mara Lind').waitFor();
  });

  it('makes, splits and skips claims', async () => {
    const { page } = running;
    await addClaim(
      'Two lorries, of Halden and of Brack',
      'Lorries of Halden and of Brack cracked the bridge.',
    );
    await choose(page, 'C-02');
    await page.keyboard.press('KeyS');
    const field = page.getByRole('textbox', { name: 'One statement a line' });
    await field.fill('A lorry of Halden cracked the bridge.\nA lorry of Brack cracked the bridge.');
    await button(page, 'Split into 2').click();
    await row(page, 'C-03').waitFor();
    await addClaim('It will surely be open again soon', 'The bridge will be open again soon.');
    await choose(page, 'C-04');
    await page.keyboard.press('KeyX');
    const skipping = page.getByRole('form', { name: 'Why is it skipped?' });
    await skipping.waitFor();
    await page.keyboard.press('Escape');
    await skipping.waitFor({ state: 'detached' });
    await page.keyboard.press('KeyX');
    await skipping.getByRole('button', { name: 'prediction' }).click();
    await skipping.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Skipped: prediction').waitFor();
  });

  it('attaches a file, a link and testimony', async () => {
    const { page } = running;
    await choose(page, 'C-01');
    await answerOpenDialog(join(folder, 'photo.png'));
    await page.keyboard.press('KeyE');
    await page.locator('[data-evidence="E-01"]').waitFor();
    await button(page, 'Link').click();
    await page.getByRole('textbox', { name: 'Web address' }).fill('https://example.org/notice');
    await page.getByRole('form', { name: 'link' }).getByRole('button', { name: 'Add' }).click();
    await page.locator('[data-evidence="E-02"]').waitFor();
    await button(page, 'Testimony').click();
    const form = page.getByRole('form', { name: 'testimony' });
    await form.getByRole('textbox', { name: 'Words' }).fill('I drove over it on 2 May.');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.locator('[data-evidence="E-03"]').waitFor();
    await saved(page);
  });

  it('asks for one line of rationale, warns in words, and keeps earlier findings', async () => {
    const { page } = running;
    await choose(page, 'C-01');
    await page.keyboard.press('Digit1');
    await page.getByText('One line of rationale is needed').waitFor();
    const rationale = page.getByRole('textbox', { name: 'Rationale' });
    await rationale.fill('The town notice and a driver agree.');
    await rationale.press('Control+Enter');
    await row(page, 'C-01').getByRole('img', { name: 'Corroborated, in full' }).waitFor();
    await choose(page, 'C-01');
    await page.getByText(/The origin of .* is not known/).waitFor();
    await page.keyboard.press('Digit2');
    await row(page, 'C-01')
      .getByRole('img', { name: /^Disputed/ })
      .waitFor();
    await page.getByRole('region', { name: 'Earlier findings' }).getByText('Corroborated').waitFor();
  });

  it('filters by status and by words', async () => {
    const { page } = running;
    await button(page, /^Disputed 1$/).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    await button(page, /^All 4$/).click();
    const search = page.getByRole('searchbox', { name: 'Search claims' });
    await search.fill('OPEN again');
    await expect.poll(() => rows(page).count()).toBe(1);
    await search.fill('');
    await expect.poll(() => rows(page).count()).toBe(4);
  });

  it('undoes and redoes everything', async () => {
    const { page } = running;
    await choose(page, 'C-01');
    await page.getByTestId('article').focus();
    await page.keyboard.press('Control+KeyZ');
    await row(page, 'C-01').getByRole('img', { name: 'Corroborated, in full' }).waitFor();
    await page.keyboard.press('Control+Shift+KeyZ');
    await row(page, 'C-01')
      .getByRole('img', { name: /^Disputed/ })
      .waitFor();
  });

  it('finds all there after quitting and starting again', async () => {
    const { userDataDir } = running;
    await running.close();
    running = await launchApp({ userDataDir, size: { width: 1440, height: 900 } });
    const { page } = running;
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await unlock(page);
    await page.getByRole('heading', { name: 'Northford', exact: true }).waitFor();
    await expect.poll(() => rows(page).count()).toBe(4);
    await choose(page, 'C-01');
    await page.locator('[data-evidence="E-03"]').waitFor();
    await row(page, 'C-01')
      .getByRole('img', { name: /^Disputed/ })
      .waitFor();
    await page.getByTestId('article').getByText('The council called the closure').waitFor();
  });
});
