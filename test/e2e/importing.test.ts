import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectClean } from '../support/axe.ts';
import { button, fillNewCase, row, sampleShown, saved, selectWords } from '../support/desk.ts';
import { compoundWith, docxOf } from '../support/docx-files.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { plainPdf, shown, typstPdf } from '../support/pdf-files.ts';
import { MOST_OF_A_TASK_MS, watchTasks } from '../support/task-time.ts';

let running: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'touchstone-import-'));
const file = (name: string): string => join(folder, name);

const ARTICLE = [
  'Two boats at night',
  'Deserters arrived in the town during the night of 3 July 2015, witnesses said.',
  'They had crossed the river in two boats, and nobody had expected them.',
];
const CHANGED = [
  'Two boats at night',
  'Deserters arrived in the town during the night of 3 July 2015, witnesses said.',
  'UPDATE: the mayor has confirmed it to this newspaper, at some length and in his own words.',
  'They had crossed the river in three boats, and nobody had expected them.',
];
const ARABIC = [
  'قاربان في الليل',
  'وصل منشقون إلى البلدة في ليلة 3 يوليو 2015، بحسب شهود.',
  'وكانوا قد عبروا النهر في قاربين ولم يتوقعهم أحد.',
];

beforeAll(async () => {
  writeFileSync(file('boats.docx'), await docxOf(...ARTICLE));
  writeFileSync(file('boats-2.docx'), await docxOf(...CHANGED));
  writeFileSync(
    file('boats-ar.pdf'),
    typstPdf(`#set page(width: 300pt, height: 160pt, margin: 30pt)
#set text(font: "Amiri", lang: "ar", size: 12pt)
${ARABIC.join('\n\n')}`),
  );
  const page = (body: string) => `<html><head><title>River News</title></head><body>${body}</body></html>`;
  writeFileSync(file('page.html'), page(`<h1>River News</h1><p>${'The river rose again. '.repeat(20)}</p>`));
  writeFileSync(file('locked.docx'), compoundWith('EncryptedPackage'));
  writeFileSync(
    file('large.html'),
    page(
      `<article>${`<p>${'The river rose again, and nobody knew why. '.repeat(4)}</p>`.repeat(60_000)}</article>`,
    ),
  );
  writeFileSync(file('scan.pdf'), plainPdf(['0 0 100 100 re f', '']));
  writeFileSync(file('plain.pdf'), plainPdf([shown(['Secret words.'])]));
  execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', file('plain.pdf'), file('locked.pdf')]);
  const bodies = Array.from({ length: 1000 }, (_, at) =>
    shown(
      Array.from(
        { length: 40 },
        (_line, line) => `Line ${line} of page ${at} tells of the river and its boats.`,
      ),
    ),
  );
  writeFileSync(file('long.pdf'), plainPdf(bodies));
  running = await launchApp({ size: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const answerOpenDialog = (...names: string[]): Promise<void> =>
  running.app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    names.map((name) => join(folder, name)),
  );

async function pick(name: string): Promise<void> {
  await answerOpenDialog(name);
  await button(running.page, 'Open an article file').click();
}

async function addAnother(name: string): Promise<void> {
  await running.page.getByRole('button', { name: 'Add an article' }).first().click();
  await pick(name);
}

async function claimFrom(words: string): Promise<void> {
  const { page } = running;
  await selectWords(page, words);
  await page.keyboard.press('KeyN');
  const field = page.getByRole('textbox', { name: 'Statement of the new claim' });
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
  await saved(page);
}

describe('articles from files', () => {
  it('of Word come with their text, and are kept as evidence', async () => {
    const { page } = running;
    await sampleShown(page);
    await button(page, 'Paste an article').click();
    await fillNewCase(page, 'Boats');
    await pick('boats.docx');
    await page.getByText('boats.docx, read as a Word document').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Keep the file as evidence' }).isChecked()).toBe(true);
    await expectClean(page);
    await button(page, 'Add this article').click();
    await page.getByTestId('article').getByText('They had crossed the river').waitFor();
    await claimFrom('arrived in the town');
    await claimFrom('two boats, and nobody');
    await page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await page.getByText('boats.docx').first().waitFor();
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
  });

  it('that cannot be read say why', async () => {
    const { page } = running;
    await addAnother('scan.pdf');
    await page.getByRole('alert').getByText('pictures without text').waitFor();
    await pick('locked.pdf');
    await page.getByRole('alert').getByText('opens with a password only').waitFor();
    await button(page, 'Cancel').click();
    await addAnother('locked.docx');
    await page.getByRole('alert').getByText('opens with a password only').waitFor();
    await button(page, 'Cancel').click();
  });

  it('of ten megabytes of web page leave the window free, and can be stopped', async () => {
    const { page } = running;
    const longestTask = await watchTasks(page);
    await addAnother('large.html');
    const job = page.getByRole('group', { name: 'Running work' });
    await job.getByText('large.html').waitFor();
    await job.getByRole('button', { name: 'Cancel' }).click();
    await job.waitFor({ state: 'detached' });
    // Parsing it on this thread takes seconds.
    expect(await longestTask()).toBeLessThan(MOST_OF_A_TASK_MS);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('of a thousand pages show how far they are, and can be stopped', async () => {
    const { page } = running;
    await addAnother('long.pdf');
    const job = page.getByRole('group', { name: 'Running work' });
    await job.getByText(/page \d+ of 1,000/).waitFor();
    await job.getByRole('button', { name: 'Cancel' }).click();
    await job.waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('of web pages keep the page itself as evidence', async () => {
    const { page } = running;
    await addAnother('page.html');
    await page.getByText('page.html, read as').waitFor();
    await button(page, 'Add this article').click();
    await page.getByTestId('article').getByText('The river rose again.').first().waitFor();
    await page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await page.getByText('page.html').first().waitFor();
    await page.getByRole('button', { name: 'Claims', exact: true }).click();
  });

  it('of PDF come in reading order, with their pages', async () => {
    const { page } = running;
    await addAnother('boats-ar.pdf');
    await page.getByText('boats-ar.pdf, read as a PDF').waitFor();
    await button(page, 'Add this article').click();
    await page
      .getByTestId('article')
      .getByText(ARABIC[1] ?? '')
      .waitFor();
    await page.getByTestId('article').getByText('p. 1', { exact: true }).waitFor();
  });
});

describe('a changed article', () => {
  it('moves what stands word for word, and asks for the rest', async () => {
    const { page } = running;
    await addAnother('boats-2.docx');
    await page.getByText('boats-2.docx, read as').waitFor();
    // The same title: a newer version of the first article is proposed.
    expect(await page.getByRole('combobox', { name: 'Newer version of' }).inputValue()).toContain('D-1');
    await button(page, 'Add this article').click();
    await page.getByRole('heading', { name: 'Words of the earlier version' }).waitFor();
    await page.getByRole('status').getByText('1 to look at').waitFor();
    await expectClean(page);
  });

  it('is settled by keyboard, and lies in the history', async () => {
    const { page } = running;
    await page.keyboard.press('Digit1');
    await page.getByText('Everything is settled').waitFor();
    await page.keyboard.press('Control+KeyZ');
    await page.getByRole('status').getByText('1 to look at').waitFor();
    await page.keyboard.press('Digit1');
    await button(page, 'Back to the article').last().click();
    await row(page, 'C-02').click();
    await page.locator('[data-claim="C-02"] q', { hasText: 'three boats' }).waitFor();
    await row(page, 'C-01').click();
    await page.getByTestId('article').getByText('UPDATE').waitFor();
  });
});

describe('a translation and its original', () => {
  it('stand side by side, and a claim has words in both', async () => {
    const { page } = running;
    await button(page, /^Details/)
      .first()
      .click();
    await page.getByRole('checkbox', { name: 'This is a translation' }).click();
    await page.getByRole('combobox', { name: 'The original, in this case' }).click();
    await page.getByRole('option', { name: /^D-3/ }).click();
    await page.getByRole('heading', { name: /^Side by side/ }).waitFor();
    await page.locator('[data-row="1"]').getByText('قاربان في الليل').waitFor();
    await page.locator('[data-row="2"]').getByText('Deserters arrived').waitFor();
    await expectClean(page);
    await page.locator('mark', { hasText: 'arrived in the town' }).click();
    await page
      .locator('[data-row="2"] [data-document] span')
      .first()
      .evaluate((element) => {
        const range = document.createRange();
        range.setStart(element.firstChild ?? element, 0);
        range.setEnd(element.firstChild ?? element, 9);
        window.getSelection()?.removeAllRanges();
        window.getSelection()?.addRange(range);
      });
    await button(page, 'Original wording of C-01').click();
    await page.locator('[data-row="2"] mark', { hasText: (ARABIC[1] ?? '').slice(0, 9).trim() }).waitFor();
    await page.keyboard.press('Escape');
    await saved(page);
  });
});
