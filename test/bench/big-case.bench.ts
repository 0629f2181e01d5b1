import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runtimeInUse } from '../../scripts/lib/runtime.mjs';
import { MODERATE, passphraseKey, SALT_BYTES } from '../../src-main/vault/keys/passphrase-key.ts';
import { loadavg } from 'node:os';
import { PASSPHRASE } from '../support/desk.ts';
import { framesWhileScrolling, percentile, typingAnswers } from './ui-speed.ts';
import {
  ASSESSMENTS,
  CLAIMS,
  EVIDENCE,
  bigApp,
  drawn,
  linkedCopy,
  longestTask,
  makeBigCase,
  median,
  ms,
  type Say,
  start,
} from './big-app.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
const CHANGES = 60;
/** Enough keys for a 95th percentile that does not hang on two of them; a word, a number, several words. */
const WORDS_TYPED = [
  'harbour',
  'ledger 12',
  'statement 77',
  'witness',
  'bridge 340',
  'convoy letter',
  'speaker 9',
];

/** An app of the same runtime with the same preload and protocol that shows an empty page. */
function emptyApp(work: string): string {
  const runtime = runtimeInUse();
  if (!runtime) throw new Error('There is no runtime.');
  const folder = join(work, 'empty');
  linkedCopy(runtime.path, folder);
  const app = join(folder, 'resources/app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  cpSync(
    join(import.meta.dirname ?? process.cwd(), '../../build/preload/index.cjs'),
    join(app, 'preload.cjs'),
  );
  writeFileSync(join(app, 'package.json'), '{"name":"empty","main":"main.js"}');
  writeFileSync(
    join(app, 'main.js'),
    `const { app, BrowserWindow, protocol } = require('electron');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<!doctype html><p id="ready">empty</p>', { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, preload: __dirname + '/preload.cjs' } });
  window.loadURL('app://touchstone/');
});`,
  );
  return join(folder, 'electron');
}

async function openEmpty(executable: string, work: string): Promise<number> {
  const { app, page, since } = await start(executable, mkdtempSync(join(work, 'profile-')));
  await drawn(page, '#ready');
  const took = performance.now() - since;
  await app.close();
  return took;
}

/** Types nothing: what a person, or the tool that plays one, takes for it is not the program's time. */
const givePassphrase = (page: Page): Promise<void> =>
  page.evaluate((passphrase) => {
    const field = document.querySelector<HTMLInputElement>('input[type="password"]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(field, passphrase);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    field?.form?.requestSubmit();
  }, PASSPHRASE);

/**
 * Process start to the first row of the list, and to a claim chosen in it that can be changed; the
 * passphrase given as soon as it is asked for.
 */
async function openCase(executable: string, profile: string) {
  const started = await start(executable, profile);
  const { page, since } = started;
  await drawn(page, 'input[type="password"]');
  const asked = performance.now() - since;
  const listing = drawn(page, '[data-claim-row]');
  await givePassphrase(page);
  await listing;
  const listed = performance.now() - since;
  const working = drawn(page, '[data-claim] button[aria-pressed]');
  await page.locator('[data-claim-row]').first().click();
  await working;
  return { ...started, asked, listed, worked: performance.now() - since };
}

/** What the passphrase alone takes, as the vault derives its key. */
async function deriveOnce(): Promise<number> {
  const began = performance.now();
  await passphraseKey(PASSPHRASE, Buffer.alloc(SALT_BYTES, 7), MODERATE);
  return performance.now() - began;
}

/** Milliseconds from a click that changes a claim until the foot says that it is saved. */
const oneChange = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const chip = [
          ...document.querySelectorAll<HTMLButtonElement>('[data-claim] button[aria-pressed]'),
        ].at(0);
        const began = performance.now();
        let saving = false;
        const observer = new MutationObserver(() => {
          saving ||= document.querySelector('[data-save="saving"]') !== null;
          if (!saving || !document.querySelector('[data-save="saved"]')) return;
          observer.disconnect();
          resolve(performance.now() - began);
        });
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        chip?.click();
      }),
  );

const rawWrite = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('bench-raw', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const began = performance.now();
          const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
          transaction.objectStore('rows').put(new Uint8Array(2048), Math.random());
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(performance.now() - began);
          };
        };
      }),
  );

async function uiTasks(page: Page, say: Say): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search claims' });
  const list = page.getByRole('listbox', { name: 'Claims' });
  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ['first filter', () => search.pressSequentially('harbour 12', { delay: 60 })],
    ['filter again', () => search.fill('ledger')],
    ['filter emptied', () => search.fill('')],
    [
      'scrolling the list',
      async () => {
        await list.hover();
        for (let at = 0; at < 40; at++) await page.mouse.wheel(0, 900);
      },
    ],
    ['choosing a claim', () => page.locator('[data-claim-row]').nth(6).click()],
    ['editing a claim', () => oneChange(page).then(() => undefined)],
  ];
  for (const [name, work] of steps) {
    const longest = await longestTask(page, work);
    say(
      `  longest task, ${name.padEnd(20)} ${longest === 0 ? 'none over 50 ms' : ms(longest)}   (bound: 100 ms)`,
    );
  }
}

/** Typing in the filter and scrolling the list and the matrix, against what the desk promises. */
async function promises(page: Page, say: Say): Promise<void> {
  const answers = await typingAnswers(page, WORDS_TYPED);
  const p95 = percentile(answers, 0.95);
  say(
    `  typing in the filter, ${answers.length} keys      median ${ms(median(answers))}, p95 ${ms(p95)}   (bound: 50 ms at p95)`,
  );
  const wheel = async (): Promise<void> => {
    for (let at = 0; at < 60; at++) {
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(16);
    }
  };
  const scrolled = async (name: string): Promise<void> => {
    const frames = await framesWhileScrolling(page, wheel);
    const late = frames.filter((frame) => frame > 50).length;
    say(
      `  scrolling ${name.padEnd(18)} ${frames.length} frames, longest ${ms(Math.max(0, ...frames))}, over 50 ms: ${late}   (bound: none)`,
    );
  };
  await page.getByRole('listbox', { name: 'Claims' }).hover();
  await scrolled('the list');
  await page.getByRole('button', { name: 'Matrix', exact: true }).click();
  await page.getByRole('grid').hover();
  await scrolled('the matrix');
  await page.getByRole('button', { name: 'Claims', exact: true }).click();
}

/** Opening, one change and the UI thread in a case of 10,000 claims in 200,000 words. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const executable = bigApp(work);
    const empty = emptyApp(work);
    const profile = join(work, 'profile');
    await makeBigCase(executable, profile);

    const times = {
      derived: [] as number[],
      empty: [] as number[],
      asked: [] as number[],
      listed: [] as number[],
      worked: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round++) {
      times.empty.push(await openEmpty(empty, work));
      times.derived.push(await deriveOnce());
      const opened = await openCase(executable, profile);
      times.asked.push(opened.asked);
      times.listed.push(opened.listed);
      times.worked.push(opened.worked);
      if (round === ROUNDS - 1) await measureInside(opened.page, say);
      await opened.app.close();
    }
    const least = (values: readonly number[]): number => Math.min(...values);
    say(
      `  ${CLAIMS} claims, ${EVIDENCE} evidence items, ${ASSESSMENTS} assessments; load of the machine ${loadavg()[0]?.toFixed(1)}`,
    );
    const [nothing, asked, listed] = [median(times.empty), median(times.asked), median(times.listed)];
    const derived = median(times.derived);
    say(`  empty window                       ${ms(nothing)}   (median of ${ROUNDS})`);
    say(`  process start to passphrase asked  ${ms(asked)}   ${(asked / nothing).toFixed(2)} × empty`);
    say(
      `  process start to first list        ${ms(listed)}   ${(listed / nothing).toFixed(2)} × empty (least of each ${(least(times.listed) / least(times.empty)).toFixed(2)}), Argon2id included`,
    );
    say(
      `  the same without Argon2id          ${ms(listed - derived)}   ${((listed - derived) / nothing).toFixed(2)} × empty   (bound: 2.5; the key alone takes ${ms(derived)} = ${(derived / nothing).toFixed(2)} ×, on purpose)`,
    );
    say(
      `  process start to a claim to change ${ms(median(times.worked))}   ${(median(times.worked) / nothing).toFixed(2)} × empty, Argon2id included`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureInside(page: Page, say: Say): Promise<void> {
  const changes: number[] = [];
  const raw: number[] = [];
  for (let at = 0; at < CHANGES; at++) {
    changes.push(await oneChange(page));
    raw.push(await rawWrite(page));
  }
  say(`  one change, click to "Saved"       ${ms(median(changes))}   (median of ${CHANGES})`);
  say(`  raw strict IndexedDB write, 2 KiB  ${ms(median(raw))}`);
  await uiTasks(page, say);
  await promises(page, say);
}
