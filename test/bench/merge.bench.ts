import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { journalLine, parseJournalLine } from '#core/exchange/project-file/journal-line.ts';
import { appendChanges, type Tip } from '#core/journal/append.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import { ENTROPY } from '#main/cli/entropy.ts';
import { PASSPHRASE, unlock } from '../support/desk.ts';
import { openFile, share } from '../support/stick.ts';
import { bigApp, CLAIMS, longestTask, makeBigCase, ms, type Say, type Started, start } from './big-app.ts';

const ENTRIES = 100_000;
const TARGET_MS = 10_000;
const WORDS = 'the file of the bench';

/** The command line of this build. */
const touchstone = (...args: readonly string[]): void => {
  execFileSync(process.execPath, ['build/main/cli.cjs', ...args], { stdio: 'ignore' });
};

/** What a colleague does to the case until both copies together hold {@link ENTRIES} entries: three fields of each claim. */
function colleaguesWork(journal: readonly Entry[]): Entry[] {
  const claims = journal.flatMap(({ body }) =>
    body?.entity === 'claim' && body.op === 'create' ? [body.entityId] : [],
  );
  const changes = Array.from({ length: ENTRIES - journal.length }, (_, at): Change => {
    const patches = [
      { statement: `Statement ${at}, put differently by a colleague.` },
      { tags: [`tag ${at % 40}`] },
      { reading: `Read again, ${at}.` },
    ];
    const patch = patches[at % patches.length] ?? {};
    return { entity: 'claim', entityId: claims[at % claims.length] ?? '', op: 'update', patch };
  });
  const seen: Record<string, number> = {};
  for (const { header } of journal) seen[header.actor] = Math.max(seen[header.actor] ?? 0, header.seq);
  const last = journal.reduce((latest, { header }) => (header.at > latest ? header.at : latest), '');
  const tip: Tip = { actor: ENTROPY.newId(), seen, prev: null, at: last };
  return appendChanges(tip, changes, ENTROPY).entries;
}

/** The file a colleague sends back: the case with their work on it. */
function fileOfColleague(work: string, shared: string, phrase: string): string {
  const [words, folder, back] = ['words.txt', 'bag', 'back.touchstone'].map((name) => join(work, name));
  if (!words || !folder || !back) throw new Error('There is nowhere to write.');
  writeFileSync(words, `${phrase}\n`);
  touchstone('extract', shared, folder, '--passphrase-file', words);
  const path = join(folder, 'data/journal.jsonl');
  const journal = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseJournalLine(line, 1).entry);
  // The journal is ordered by actor, then by place (docs/project-file.md).
  const all = [...journal, ...colleaguesWork(journal)].sort((a, b) =>
    a.header.actor === b.header.actor ? 0 : a.header.actor < b.header.actor ? -1 : 1,
  );
  writeFileSync(path, all.map((entry) => `${journalLine(entry)}\n`).join(''));
  writeFileSync(words, `${WORDS}\n`);
  touchstone('pack', folder, '-o', back, '--passphrase-file', words);
  return back;
}

async function openUnlocked(executable: string, profile: string): Promise<Started> {
  const started = await start(executable, profile);
  started.page.setDefaultTimeout(180_000);
  await started.page.getByLabel('Passphrase', { exact: true }).waitFor();
  await unlock(started.page, PASSPHRASE);
  await started.page.locator('[data-claim-row]').first().waitFor();
  return started;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Purges what the screen is about to purge; prints how long each part took, and the longest task. */
async function purgeShown(page: Page, what: string, say: Say): Promise<void> {
  let [look, purge] = [0, 0];
  const understood = page.getByRole('checkbox', { name: 'I understand' });
  const looking = await longestTask(page, async () => {
    look = await timed(() => understood.waitFor());
  });
  const purging = await longestTask(page, async () => {
    purge = await timed(async () => {
      await understood.check();
      await page.getByRole('button', { name: 'Purge for good', exact: true }).click();
      await page.getByRole('heading', { name: /for good$/ }).waitFor({ state: 'detached' });
    });
  });
  say(`  ${what}: looked what would go ${ms(look)}, longest task ${taskOf(looking)}`);
  say(`  ${what}: purged               ${ms(purge)}, longest task ${taskOf(purging)}`);
}

/** Purging a person and then the article out of a case with 100,000 entries. */
async function purges(page: Page, say: Say): Promise<void> {
  const desk = (name: string) =>
    page.getByRole('navigation', { name: 'Desks' }).getByRole('button', { name }).click();
  await desk('People');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Purge for good…' }).click();
  await purgeShown(page, 'a speaker of 250 claims  ', say);
  await desk('Claims');
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Purge for good…' }).click();
  await purgeShown(page, 'the article of all claims', say);
}

const taskOf = (longest: number): string => (longest === 0 ? 'none over 50 ms' : ms(longest));

/** Merging two cases of 10,000 claims that hold 100,000 entries together, in the packaged app. */
export async function bench(say: Say): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-merge-'));
  try {
    const executable = bigApp(work);
    const profile = join(work, 'profile');
    await makeBigCase(executable, profile);
    const first = await openUnlocked(executable, profile);
    const shared = join(work, 'case.touchstone');
    const phrase = await share(first, shared);
    await first.app.close();
    const back = fileOfColleague(work, shared, phrase);

    const second = await openUnlocked(executable, profile);
    const { page } = second;
    let [check, compare, merge] = [0, 0, 0];
    const reviewing = await longestTask(page, async () => {
      await openFile(second, back, WORDS);
      check = await timed(() => page.getByText('hold: nothing of the history was altered').waitFor());
      compare = await timed(() => page.getByRole('button', { name: 'Merge', exact: true }).waitFor());
    });
    const merging = await longestTask(page, async () => {
      merge = await timed(async () => {
        await page.getByRole('button', { name: 'Merge', exact: true }).click();
        await page.getByText('Merged. Everything is stored.').waitFor();
      });
    });
    say(`  ${CLAIMS} claims on each side, ${ENTRIES} entries together`);
    const whole = compare + merge;
    say(`  file opened and checked whole      ${ms(check)}`);
    say(`  merged in a worker for the review  ${ms(compare)}   longest task so far ${taskOf(reviewing)}`);
    say(`  merge stored, copy made before it  ${ms(merge)}   longest task ${taskOf(merging)}`);
    say(
      `  merged and stored                  ${ms(whole)}   target ${ms(TARGET_MS)}: ${whole <= TARGET_MS ? 'met' : 'NOT met'}`,
    );
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await purges(page, say);
    await second.app.close();
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}
