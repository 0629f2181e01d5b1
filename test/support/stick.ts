import type { Page } from 'playwright-core';
import { button, PASSPHRASE } from './desk.ts';
import type { RunningApp } from './electron-app.ts';

type Running = Pick<RunningApp, 'app' | 'page'>;

/** Answers the system's open and save dialogs, from now on. */
export const answerDialogs = ({ app }: Running, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);

/** Shares the open case as a person does; returns the passphrase that was shown. */
export async function share(running: Running, path: string): Promise<string> {
  const { page } = running;
  await answerDialogs(running, path);
  await button(page, 'Share…').click();
  await page.getByRole('heading', { name: /^Share “/ }).waitFor();
  const phrase = (await page.getByRole('status', { name: 'Passphrase in words' }).innerText()).trim();
  await button(page, 'Choose where…').click();
  await page.getByText('Saved and checked by reading it back').waitFor();
  await button(page, 'Done').click();
  return phrase;
}

/** Opens a project file and has it checked, up to what the person is asked next. */
export async function openFile(running: Running, path: string, phrase: string): Promise<void> {
  const { page } = running;
  await answerDialogs(running, path);
  await button(page, /^Cases/).click();
  await page.getByRole('menuitem', { name: 'Open a project file…' }).click();
  await button(page, 'Choose a file…').click();
  await page.getByLabel('Passphrase of the file').fill(phrase);
  await button(page, 'Check the file').click();
}

/** Has a checked file stored as a new case, up to the click. */
export async function storeAsNew(page: Page, alias = 'Bilal'): Promise<void> {
  await page.getByRole('textbox', { name: 'Your alias' }).fill(alias);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase, again').fill(PASSPHRASE);
  await button(page, 'Store as a new case').click();
}
