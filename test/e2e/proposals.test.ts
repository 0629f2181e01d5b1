import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, fillNewCase, row, rows, sampleShown, saved } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

const ARTICLE = [
  'The night in Qamar',
  '',
  'The bridge was destroyed in the night by three rockets. Three villages were left without water for a week.',
  '',
  'Omar Halabi, head of the guards, said that 40 fighters fled the town on 3 May 2014.',
  '',
  'The council paid 200 thousand dollars to the contractors. Nobody in the town was happy about the winter.',
].join('\n');

const ARABIC = [
  'ليلة في قمر',
  '',
  'الأحد 20 تموز 2014',
  '',
  'دمر الجسر الشرقي أمس بثلاثة صواريخ، وبقيت ثلاث قرى بلا ماء أسبوعاً كاملاً.',
  '',
  'وقال القائد سامي الحلبي، رئيس الحرس في المدينة: «هرب أربعون مقاتلاً إلى تركيا، وسرق أبو عبيدة ٢٠٠ ألف دولار من أموال النفط».',
  '',
  'وأكد أن المجلس دفع المبلغ للمتعهدين في الشهر الماضي.',
].join('\n');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ size: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
});

/** A picture for whoever wants to look: only where a folder is asked for. */
const shotsAt = process.env['PROPOSAL_SHOTS'];

type AxeResults = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly object[] }[];
};

/** What axe finds wrong on the screen, in light and dark. */
async function violations(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    found.push(
      ...results.violations.map(({ id, nodes }) => `${colorScheme} ${id} ${JSON.stringify(nodes[0])}`),
    );
    if (shotsAt) {
      mkdirSync(shotsAt, { recursive: true });
      await page.screenshot({ path: `${shotsAt}/${name}-${colorScheme}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Waits until so many proposals are left. */
const left = (page: Page, count: number) =>
  page.locator('h2 [role="status"]', { hasText: new RegExp(`^${count} proposals?$`) }).waitFor();
const statement = (page: Page) => page.getByRole('textbox', { name: 'Statement' });

/** Pastes an article where one is asked for, and adds it. */
async function paste(page: Page, article: string): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const field = document.querySelector('textarea') ?? document;
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, article);
  await page.getByRole('button', { name: 'Add this article' }).click();
  await page.getByTestId('article').waitFor();
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
}

describe('proposals, by keyboard alone', () => {
  it('are read from a pasted article', async () => {
    const { page } = running;
    await sampleShown(page);
    await button(page, 'Paste an article').click();
    await fillNewCase(page, 'Qamar');
    await button(page, 'Open an article file').waitFor();
    await paste(page, ARTICLE);
    await page.keyboard.press('p');
    await left(page, 5);
    expect(await statement(page).inputValue()).toMatch(/^The bridge was destroyed/);
    expect(await violations(page, 'proposals')).toEqual([]);
  });

  it('are accepted, and undone they are back', async () => {
    const { page } = running;
    await page.keyboard.press('Enter');
    await left(page, 4);
    await saved(page);
    await page.keyboard.press('Control+z');
    await left(page, 5);
  });

  it('are merged and split', async () => {
    const { page } = running;
    await page.keyboard.press('k');
    await page.keyboard.press('m');
    await left(page, 4);
    expect(await statement(page).inputValue()).toMatch(/rockets\. Three villages/);
    await page.keyboard.press('s');
    await left(page, 5);
    await page.keyboard.press('m');
    await left(page, 4);
    await page.keyboard.press('Enter');
    await left(page, 3);
  });

  it('are edited before they are accepted, with who says so and in what role', async () => {
    const { page } = running;
    await page
      .getByRole('region', { name: 'Who says so' })
      .getByText(/head of the guards/)
      .waitFor();
    await page.keyboard.press('l');
    const ladder = page.getByRole('group', { name: 'According to' });
    await ladder.getByRole('textbox', { name: 'Who' }).waitFor();
    expect(await violations(page, 'ladder')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await ladder.waitFor({ state: 'detached' });
    await page.keyboard.press('e');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Forty fighters fled Qamar.');
    await page.keyboard.press('Control+Enter');
    await left(page, 2);
    await page.locator('[role="listbox"]:focus').waitFor();
  });

  it('are skipped with a reason, and left', async () => {
    const { page } = running;
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('group', { name: 'Skip because it is' }).waitFor();
    expect(await violations(page, 'skip')).toEqual([]);
    await page.keyboard.press('1');
    await left(page, 1);
    await page.keyboard.press('Escape');
    // The reference of the one that was undone is never used again.
    await row(page, 'C-03').waitFor();
    await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(2);
    await row(page, 'C-03').getByText('Forty fighters fled Qamar.').waitFor();
    await row(page, 'C-03').getByText('Omar Halabi').waitFor();
  });

  it('of an Arabic article tell who says what, when and how much', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'Add an article' }).first().click();
    await page.getByRole('heading', { name: 'Add an article' }).waitFor();
    await paste(page, ARABIC);
    await page.keyboard.press('p');
    await page.getByRole('listbox', { name: 'Proposals' }).waitFor();
    const details = page.getByRole('region', { name: 'To be checked in it' });
    await details.getByText('July 19, 2014').waitFor();
    expect(await violations(page, 'arabic')).toEqual([]);
    await page.keyboard.press('j');
    await page.getByRole('region', { name: 'Who says so' }).getByText('سامي الحلبي').waitFor();
    await page
      .getByRole('region', { name: 'Why it may be worth checking' })
      .getByText('accuses somebody named')
      .waitFor();
    await page.getByRole('region', { name: 'About' }).getByText('أبو عبيدة').waitFor();
    // Typed words run the way their own script does, whatever stands around the field.
    expect(await statement(page).evaluate((field) => getComputedStyle(field).unicodeBidi)).toBe('plaintext');
    expect(await violations(page, 'arabic-quoted')).toEqual([]);
  });
});
