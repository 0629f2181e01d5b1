import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, makeSampleMine, row, rows, saved } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ size: { width: 1366, height: 768 } });
  await makeSampleMine(running.page);
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
});

type AxeResults = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly object[] }[];
};

/** What axe finds wrong on the screen, in light and dark. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    found.push(
      ...results.violations.map(({ id, nodes }) => `${colorScheme} ${id} ${JSON.stringify(nodes[0])}`),
    );
    await shot(page, colorScheme);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** A picture for whoever wants to look: only where a folder is asked for. */
const shotsAt = process.env['DESK_SHOTS'];
let shots = 0;
async function shot(page: Page, name: string): Promise<void> {
  if (!shotsAt) return;
  mkdirSync(shotsAt, { recursive: true });
  shots += 1;
  await page.screenshot({ path: `${shotsAt}/${String(shots).padStart(2, '0')}-${name}.png` });
}

const desk = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Desks' }).getByRole('button', { name }).click();

describe('the desk at work', () => {
  it('marks claims by keys and gives them a stage and an owner at once', async () => {
    const { page } = running;
    await choose(page, 'C-01');
    const list = page.getByRole('listbox', { name: 'Claims' });
    await list.focus();
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('toolbar', { name: '2 claims selected' });
    await bar.getByRole('button', { name: 'Stage' }).click();
    await page.getByRole('menuitem', { name: 'waiting' }).click();
    await saved(page);
    await bar.getByRole('button', { name: 'Assign' }).click();
    await page.getByRole('menuitem', { name: 'Checker One (you)' }).click();
    await row(page, 'C-02').getByRole('img', { name: 'stage: waiting, owner: Checker One' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await list.focus();
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
  });

  it('lists what is due, and counts it on the rail', async () => {
    const { page } = running;
    await desk(page, 'Due: 2 claims');
    const due = page.getByRole('listbox', { name: 'Due' });
    await due.getByRole('option', { name: /C-01/ }).click();
    await page.locator('[data-claim="C-01"]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-claim="C-01"]').getByRole('button', { name: 'Stage: waiting' }).click();
    await page.getByRole('menuitem', { name: 'checking' }).click();
    await due.getByRole('option', { name: /C-01/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Due: 1 claim', exact: true }).waitFor();
  });

  it('keeps a filter under a name and brings it back', async () => {
    const { page } = running;
    await desk(page, 'Claims');
    const all = await rows(page).count();
    await button(page, /^Must, unfinished/).click();
    await button(page, 'Kept filters').click();
    await page.getByRole('textbox', { name: 'Name of the filter in use' }).fill('Must, to do');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('button', { name: 'Must, to do', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await button(page, /^All /).click();
    await expect.poll(() => rows(page).count()).toBe(all);
    await button(page, 'Kept filters').click();
    await page.getByRole('button', { name: 'Must, to do', exact: true }).click();
    await page.getByText(/\d+ of \d+ shown/).waitFor();
    await button(page, /^All /).click();
  });

  it('does not ask a second read of whoever made the finding', async () => {
    const { page } = running;
    await choose(page, 'C-03');
    const claim = page.locator('[data-claim="C-03"]');
    await claim.getByRole('button', { name: 'Unverified' }).click();
    await claim.getByRole('button', { name: 'cannot be checked' }).click();
    await saved(page);
    await claim.getByRole('button', { name: 'Stage: to do' }).click();
    await page.getByRole('menuitem', { name: 'second read' }).click();
    await claim.getByRole('button', { name: 'Stage: second read' }).waitFor();
    expect(await page.getByRole('form', { name: 'Second read' }).count()).toBe(0);
    await claim.getByRole('button', { name: 'Stage: second read' }).click();
    await page.getByRole('menuitem', { name: 'signed off' }).click();
    await page.getByText(/C-03 cannot be signed off/).waitFor();
  });

  it('draws what is dated on a line of time, walked by keys', async () => {
    const { page } = running;
    await desk(page, 'Timeline');
    const list = page.getByRole('listbox', { name: 'Timeline' });
    await list.waitFor();
    expect(await violations(page)).toEqual([]);
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('+');
    await button(page, 'Everything').click();
    await button(page, /^Not on the line/).click();
    await page.getByRole('listbox', { name: 'Not on the line' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox', { name: 'Timeline' }).waitFor({ state: 'detached' });
  });

  it('says how what people said held up, counted apart', async () => {
    const { page } = running;
    await desk(page, 'People');
    await page.locator('[data-party-row]').first().click();
    await page.getByRole('group', { name: 'How they held up' }).first().waitFor();
    // With the spellings of a protected name that are suggested.
    await page.getByRole('group', { name: /^Suggestions/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('compares two moments of the history', async () => {
    const { page } = running;
    await desk(page, 'History');
    const picks = page.getByRole('button', { name: 'Compare this moment' });
    await picks.last().click();
    await button(page, 'With now').click();
    await page.getByText(/claims? differs?$/).waitFor();
    await page.locator('[data-difference="C-03"]').getByText('Unverified, cannot be checked').waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, 'Back to the history').click();
    await picks.first().waitFor();
  });

  it('shows the matrix empty until something is assessed', async () => {
    const { page } = running;
    await desk(page, 'Matrix');
    await page.locator('main').getByText(/./).first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
