import type { Page } from 'playwright-core';

/** What a person types as passphrase in these tests. */
export const PASSPHRASE = 'four quiet lanterns burn';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Waits until the foot says that everything is saved. */
export const saved = (page: Page): Promise<void> => page.locator('[data-save="saved"]').waitFor();

/** The rows of the claim list that are on the screen. */
export const rows = (page: Page) => page.locator('[data-claim-row]');

export const row = (page: Page, ref: string) => page.locator(`[data-claim-row="${ref}"]`);

/** Waits for the sample case of the first start. */
export async function sampleShown(page: Page): Promise<void> {
  await rows(page).first().waitFor();
}

/** Fills the new-case screen that is shown and makes the case. */
export async function fillNewCase(page: Page, title: string, alias = 'Checker One'): Promise<void> {
  await page.getByRole('textbox', { name: 'Title of the case' }).fill(title);
  await page.getByRole('textbox', { name: 'Your alias' }).fill(alias);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase, again').fill(PASSPHRASE);
  await button(page, 'Create case').click();
}

/** Makes the sample the person's own, from the first screen. */
export async function makeSampleMine(page: Page, title = 'My own case'): Promise<void> {
  await sampleShown(page);
  await button(page, 'Make it mine').click();
  await fillNewCase(page, title);
  await page.getByRole('heading', { name: title }).waitFor();
  await sampleShown(page);
}

/** Unlocks the case that the lock screen offers. */
export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Unlock').click();
}

/** Selects words of the article as dragging over them does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.getByTestId('article').waitFor();
  await page.evaluate((wanted) => {
    const article = document.querySelector('[data-testid="article"]');
    if (!article) throw new Error('There is no article.');
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return;
    }
    throw new Error(`The article does not hold: ${wanted}`);
  }, words);
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
}

/** Chooses a claim in the list and waits for its pane. */
export async function choose(page: Page, ref: string): Promise<void> {
  await row(page, ref).click();
  await page.locator(`[data-claim="${ref}"] textarea`).first().waitFor();
}
