import { afterAll, beforeAll, expect, it } from 'vitest';
import { button, choose, makeSampleMine, PASSPHRASE, saved } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ size: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
});

it('a claim is compared with those of another case, for as long as this one is unlocked', async () => {
  const { page } = running;
  await makeSampleMine(page, 'First case');
  await page.keyboard.press('Control+L');
  await button(page, 'Look at the sample').click();
  await makeSampleMine(page, 'Second case');
  await choose(page, 'C-07');
  await button(page, 'Look in other cases').click();
  const words = page.getByLabel('Passphrase of that case');
  await words.fill('not this one');
  await button(page, 'Compare').click();
  await page.getByRole('alert').filter({ hasText: 'passphrase' }).waitFor();
  await words.fill(PASSPHRASE);
  await button(page, 'Compare').click();
  await page.getByText('First case').first().waitFor();
  const note = button(page, 'Note that it is the same').first();
  await note.scrollIntoViewIfNeeded();
  const shots = process.env['OTHER_CASES_SHOTS'];
  if (shots) await page.screenshot({ path: `${shots}/same-elsewhere.png` });
  await note.click();
  await page.getByText('Noted', { exact: true }).waitFor();
  await saved(page);
  expect(await page.getByText(/^Same as C-07 in the case /).count()).toBeGreaterThan(0);
  // Locked and opened again, nothing of the other case is known any more.
  await page.keyboard.press('Control+L');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await button(page, 'Unlock').click();
  await choose(page, 'C-07');
  await button(page, 'Look in other cases').waitFor();
  expect(await page.getByText(/^Compared with \d/).count()).toBe(0);
});
