import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { packagedFolder } from '../../scripts/lib/build.mjs';
import { bigSeed } from '../support/big-seed.ts';
import { PASSPHRASE } from '../support/desk.ts';

export const CLAIMS = 10_000;
export const EVIDENCE = 5_000;
/** Two for each claim. */
export const ASSESSMENTS = 20_000;
const WORDS = 200_000;
const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export type Say = (line: string) => void;
export type Started = { readonly app: ElectronApplication; readonly page: Page; readonly since: number };

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
export const ms = (value: number): string => `${value.toFixed(value < 20 ? 1 : 0)} ms`;

/** A copy of a folder whose files are links, so that single files can be replaced in it. */
export function linkedCopy(from: string, to: string): void {
  execFileSync('cp', ['-al', from, to]);
}

/** Starts a program on a profile. */
export async function start(executablePath: string, profile: string): Promise<Started> {
  const since = performance.now();
  const app = await _electron.launch({ executablePath, args: [...noSandbox, `--user-data-dir=${profile}`] });
  return { app, page: await app.firstWindow(), since };
}

/**
 * Resolves in the frame in which something that the selector names stands in the page. Told by the page
 * itself: Playwright's own waiting asks again after up to half a second, most of what is measured here.
 */
export const drawn = (page: Page, selector: string): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const look = (): boolean => {
          if (!document.querySelector(wanted)) return false;
          requestAnimationFrame(() => resolve());
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      }),
    selector,
  );

/** The packaged app with a sample of 10,000 claims in 200,000 words; returns its program. */
export function bigApp(work: string): string {
  const folder = join(work, 'app');
  linkedCopy(packagedFolder(), folder);
  const seeds = join(folder, 'resources/seeds/deir-ezzor');
  const { article, caseJson } = bigSeed(CLAIMS, WORDS, EVIDENCE);
  rmSync(seeds, { recursive: true });
  mkdirSync(seeds, { recursive: true });
  writeFileSync(join(seeds, 'article.txt'), article);
  writeFileSync(join(seeds, 'case.json'), caseJson);
  return join(folder, 'touchstone');
}

/** Makes the big sample a case of its own in this profile. */
export async function makeBigCase(executable: string, profile: string): Promise<void> {
  const { app, page } = await start(executable, profile);
  page.setDefaultTimeout(180_000);
  await page.locator('[data-claim-row]').first().waitFor();
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await page.getByRole('textbox', { name: 'Your alias' }).fill('Bench');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase, again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create case' }).click();
  await page.getByRole('button', { name: 'Create case' }).waitFor({ state: 'detached' });
  await page.locator('[data-claim-row]').first().waitFor();
  await app.close();
}

/** Longest task of the window's thread while `work` runs, by the browser's own measure (over 50 ms). */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
    Object.assign(window, { benchTasks: tasks });
  });
  await work();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  return page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'benchTasks') as number[])));
}
