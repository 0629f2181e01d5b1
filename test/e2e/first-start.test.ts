import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import {
  button,
  fillNewCase,
  makeSampleMine,
  PASSPHRASE,
  row,
  rows,
  sampleShown,
  unlock,
} from '../support/desk.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ size: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
});

describe('the first start', () => {
  it('shows the sample case, read-only, with all its claims', async () => {
    const { page } = running;
    await sampleShown(page);
    await page.getByRole('heading', { name: 'Desertions around Deir Ezzor' }).waitFor();
    await button(page, /^All 38$/).waitFor();
    await row(page, 'C-01').click();
    const statement = page.getByRole('textbox', { name: 'Statement' });
    expect(await statement.getAttribute('readonly')).not.toBeNull();
  });

  it('makes the sample mine: a case of its own with the same claims, writable', async () => {
    const { page } = running;
    await makeSampleMine(page, 'Deserters, my copy');
    await button(page, /^All 38$/).waitFor();
    await row(page, 'C-01').click();
    const statement = page.getByRole('textbox', { name: 'Statement' });
    expect(await statement.getAttribute('readonly')).toBeNull();
  });

  it('shows nothing of the case while locked, refuses a wrong passphrase in words, opens with the right one', async () => {
    const { page, app } = running;
    await page.keyboard.press('Control+KeyL');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Deserters');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      'Touchstone',
    );
    await unlock(page, 'not the passphrase');
    await page.getByRole('alert').getByText('This passphrase does not open the case').waitFor();
    await unlock(page, PASSPHRASE);
    await page.getByRole('heading', { name: 'Deserters, my copy' }).waitFor();
    await rows(page).first().waitFor();
  });

  it('keeps several cases, each under its own lock', async () => {
    const { page } = running;
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'New case' }).click();
    await fillNewCase(page, 'A second case');
    await page.getByRole('heading', { name: 'Add an article' }).waitFor();
    await button(page, 'Cancel').click();
    await page.getByRole('heading', { name: 'A second case' }).waitFor();
    await page.keyboard.press('Control+KeyL');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(2);
  });
});
