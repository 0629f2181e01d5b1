import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packagedProgram } from '../../scripts/lib/build.mjs';
import { button } from '../support/desk.ts';
import { openFile, storeAsNew } from '../support/stick.ts';
import { longestTask, median, ms, type Say, start } from './big-app.ts';
import { WORDS } from './picture-case.ts';
import { workedFile } from './worked-file.ts';

const CLAIMS = 100;
const TARGET = 1000;
/** Parts of the report that are looked at: how far down. */
const PLACES = [0, 0.5, 0.95];

/** An edit as a person makes it: the field's label, and its new value; none: the box is ticked or cleared. */
type Edit = readonly [label: string, value?: string];
const EDITS: readonly Edit[] = [
  ['Confidentiality mark on each page', 'Draft'],
  ['Confidentiality mark on each page', 'Draft, not to be passed on'],
  ['Language', 'ar'],
  ['Language', 'en'],

  ['Paper', 'a4'],
  ['Paper', 'us-letter'],
];
/** Seen where claims are, not on the first page. */
const AMONG_CLAIMS: readonly Edit[] = [
  ['Order', 'priority'],
  ['Order', 'reference'],
];

type Timed = { readonly picture: number; readonly whole: number };

/**
 * Milliseconds from an edit until the page in view shows another picture, and until the whole
 * report stands; by the window's own clock.
 */
const timeEdit = (page: Page, [label, value]: Edit): Promise<Timed> =>
  page.getByLabel(label, { exact: true }).evaluate(async (field, given): Promise<Timed> => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const scroll = document.querySelector('[data-preview-pages]');
    if (!scroll) throw new Error('There is no preview.');
    const top = scroll.getBoundingClientRect().top;
    /** The page in view, small enough to be looked at in every frame. */
    const look = (): string => {
      const shown = [...scroll.querySelectorAll('canvas')].find(
        (canvas) => canvas.getBoundingClientRect().bottom > top + 40,
      );
      const small = document.createElement('canvas');
      small.width = 160;
      small.height = 220;
      const context = small.getContext('2d', { willReadFrequently: true });
      if (shown) context?.drawImage(shown, 0, 0, 160, 220);
      return String(context?.getImageData(0, 0, 160, 220).data.join(','));
    };
    // What an edit before it brings late is none of its own.
    for (let before = '', still = 0; still < 20; still++) {
      await frame();
      const now = look();
      if (now !== before) still = 0;
      before = now;
    }
    const before = look();
    const since = performance.now();
    const proto = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(proto.prototype, 'value')?.set?.call(field, given);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
    let picture = 0;
    for (;;) {
      await frame();
      if (picture === 0 && look() !== before) picture = performance.now() - since;
      const settled = document.querySelector('[data-preview=shown]') !== null;
      if (picture > 0 && settled) return { picture, whole: performance.now() - since };
      if (performance.now() - since > 60_000) throw new Error('No new picture after a minute.');
    }
  }, value);

const scrollTo = (page: Page, part: number): Promise<void> =>
  page.evaluate(async (share) => {
    const scroll = document.querySelector('[data-preview-pages]');
    if (scroll) scroll.scrollTop = scroll.scrollHeight * share;
    // The pages that came into view are drawn.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }, part);

/** How soon the preview of a report follows an edit, in the packaged app. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const { app, page } = await start(packagedProgram(), join(work, 'profile'));
    page.setDefaultTimeout(120_000);
    await page.locator('[data-claim-row]').first().waitFor();
    await openFile({ app, page }, workedFile(work, CLAIMS), WORDS);
    await storeAsNew(page);
    await page
      .getByRole('heading', { name: /^Desertions/ })
      .first()
      .waitFor();
    await button(page, 'Report…').click();
    await page.locator('[data-preview=shown]').waitFor({ state: 'attached' });
    const timed: Timed[] = [];
    const longest = await longestTask(page, async () => {
      for (const place of PLACES) {
        await scrollTo(page, place);
        for (const edit of place === 0 ? EDITS : [...EDITS, ...AMONG_CLAIMS]) {
          timed.push(await timeEdit(page, edit));
        }
      }
    });
    const pictures = timed.map(({ picture }) => picture);
    say(
      `  ${CLAIMS} worked claims, edit to new picture in the window: median ${ms(median(pictures))}, slowest of ${timed.length} ${ms(Math.max(...pictures))}   (target: ${ms(TARGET)})`,
    );
    say(
      `  the whole report behind it: median ${ms(median(timed.map(({ whole }) => whole)))}; longest task of the window meanwhile ${ms(longest)}`,
    );
    await app.close();
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}
