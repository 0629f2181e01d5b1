import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { button, choose, fillNewCase, row, sampleShown, selectWords, unlock } from '../support/desk.ts';
import { expectClean } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

let running: RunningApp;
const folder = mkdtempSync(join(tmpdir(), 'touchstone-axe-'));
const table = join(folder, 'table.csv');
beforeAll(async () => {
  writeFileSync(table, 'Claim,Rating,Checked on\nOne,False,2026-01-02\n,True,\nAnother,Odd,soon\n');
  running = await launchApp({ size: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('every screen is clean by axe, in light and dark', () => {
  it('the sample', async () => {
    await sampleShown(running.page);
    await expectClean(running.page);
  });

  it('a new case', async () => {
    const { page } = running;
    await button(page, 'Make it mine').click();
    await page.getByRole('textbox', { name: 'Title of the case' }).waitFor();
    await expectClean(page);
    await fillNewCase(page, 'My case');
    await sampleShown(page);
  });

  it('a claim with a finding, evidence and warnings', async () => {
    const { page } = running;
    await choose(page, 'C-03');
    await page.keyboard.press('Digit1');
    await page.getByRole('textbox', { name: 'Rationale' }).fill('Two documents say so.');
    await row(page, 'C-03').getByRole('img', { name: 'Corroborated, in full' }).waitFor();
    await button(page, 'Quotation').click();
    const form = page.getByRole('form', { name: 'quotation' });
    await form.getByRole('textbox', { name: 'Words' }).fill('أعلنوا ولاءهم');
    await expectClean(page);
    await form.getByRole('button', { name: 'Add' }).click();
    await page.locator('[data-evidence="E-01"]').waitFor();
    await expectClean(page);
  });

  it('data for other programs: out, in, and verified', async () => {
    const { page, app } = running;
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, table);
    const fromMenu = async (item: string): Promise<void> => {
      await button(page, /^Cases:/).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await fromMenu('Export data…');
    for (const format of ['claim-review', 'bag', 'html']) {
      await page.getByLabel('Format').selectOption(format);
      await expectClean(page);
    }
    await button(page, 'Cancel').click();
    await fromMenu('Import claims…');
    await button(page, 'Choose a file…').click();
    await page.getByText('What the columns are').waitFor();
    await expectClean(page);
    await button(page, 'Cancel').click();
    await fromMenu('Verify a file…');
    await button(page, 'Choose a file…').click();
    await page.getByText('SHA-256 of the file:').waitFor();
    await expectClean(page);
    await button(page, 'Close').click();
  });

  it('the filter', async () => {
    const { page } = running;
    await button(page, 'Filter claims').click();
    await page.getByRole('dialog').waitFor();
    await expectClean(page);
    await page.keyboard.press('Escape');
  });

  for (const desk of ['Evidence', 'Matrix', 'People', 'History', 'Claims']) {
    it(`the desk of ${desk.toLowerCase()}`, async () => {
      const { page } = running;
      await page.getByRole('navigation', { name: 'Desks' }).getByRole('button', { name: desk }).click();
      await page.locator(`nav [aria-current='page'][aria-label='${desk}']`).waitFor();
      await expectClean(page);
    });
  }

  it('the import screen', async () => {
    const { page } = running;
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Add an article' }).click();
    await page.getByRole('heading', { name: 'Add an article' }).waitFor();
    await expectClean(page);
    await button(page, 'Cancel').click();
  });

  it('the menu of cases', async () => {
    const { page } = running;
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Add an article' }).waitFor();
    await expectClean(page);
    await page.keyboard.press('Escape');
  });

  it('the menus of a claim', async () => {
    const { page } = running;
    await choose(page, 'C-03');
    for (const menu of [
      button(page, /^Priority/),
      page.locator('[data-claim]').getByRole('button', { name: 'More' }),
    ]) {
      await menu.click();
      await page.getByRole('menuitem').first().waitFor();
      await expectClean(page);
      await page.keyboard.press('Escape');
      await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
    }
  });

  it('the form of a voice with its list of names', async () => {
    const { page } = running;
    await selectWords(page, 'Deir Ezzor');
    await page.keyboard.press('KeyV');
    const voice = page.getByRole('form', { name: 'Who speaks here' });
    await voice.getByRole('combobox', { name: 'Who' }).click();
    await page.getByRole('option').first().waitFor();
    await expectClean(page);
    await page.keyboard.press('Escape');
    await voice.getByRole('button', { name: 'Cancel' }).click();
  });

  it('the palette', async () => {
    const { page } = running;
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('searchbox').last().fill('Sami');
    await page.getByRole('option').first().waitFor();
    await expectClean(page);
    await page.keyboard.press('Escape');
  });

  it('the report', async () => {
    const { page } = running;
    await button(page, 'Report…').click();
    await button(page, 'Make the PDF').waitFor();
    await expectClean(page);
    await page.keyboard.press('Escape');
  });

  it('sharing the case as a project file', async () => {
    const { page } = running;
    await button(page, 'Share…').click();
    await page.getByRole('status', { name: 'Passphrase in words' }).waitFor();
    await expectClean(page);
    await button(page, 'Cancel').click();
  });

  it('opening a project file', async () => {
    const { page } = running;
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Open a project file…' }).click();
    await button(page, 'Choose a file…').waitFor();
    await expectClean(page);
    await button(page, 'Close').click();
  });

  it('the snapshots', async () => {
    const { page } = running;
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Snapshots…' }).click();
    await page.getByText('There is no copy yet.').waitFor();
    await expectClean(page);
    await button(page, 'Close').click();
  });

  it('a value of the history, and its purge before it is done', async () => {
    const { page } = running;
    const desk = (name: string) =>
      page.getByRole('navigation', { name: 'Desks' }).getByRole('button', { name });
    await desk('History').click();
    await page.getByRole('listitem').getByRole('button', { expanded: false }).last().click();
    await button(page, /^Purge “/)
      .first()
      .waitFor();
    await expectClean(page);
    await button(page, /^Purge “/)
      .first()
      .click();
    await page.getByText('What was sent cannot be recalled').waitFor();
    await expectClean(page);
    await button(page, 'Cancel').click();
    await desk('Claims').click();
  });

  it('a purge before it is done', async () => {
    const { page } = running;
    await choose(page, 'C-03');
    await page.locator('[data-claim="C-03"]').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Purge for good…' }).click();
    await page.getByText('What was sent cannot be recalled').waitFor();
    await expectClean(page);
    await button(page, 'Cancel').click();
  });

  it('the lock screen', async () => {
    const { page } = running;
    await page.keyboard.press('Control+KeyL');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await expectClean(page);
  });

  it('a window that can no longer be drawn', async () => {
    const { page } = running;
    await unlock(page);
    await sampleShown(page);
    // A fault of the program that the desk with the history runs into.
    await page.evaluate('Intl.DateTimeFormat = () => undefined');
    await button(page, 'History').click();
    await page.getByRole('heading', { name: 'This window can no longer be shown' }).waitFor();
    await expectClean(page);
  });
});
