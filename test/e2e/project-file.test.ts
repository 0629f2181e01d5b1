import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagedProgram } from '../../scripts/lib/build.mjs';
import {
  button,
  choose,
  makeSampleMine,
  PASSPHRASE,
  row,
  rows,
  sampleShown,
  saved,
  unlock,
} from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { answerDialogs, openFile, share } from '../support/stick.ts';

const SIZE = { width: 1440, height: 900 };
let folder: string;
/** Two laptops of two people. */
let anna: RunningApp;
let bilal: RunningApp;
let snapshotPhrase: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-stick-'));
  anna = await launchApp({ size: SIZE });
  await makeSampleMine(anna.page, 'Shared case');
});
afterAll(async () => {
  for (const running of [anna, bilal]) {
    await running?.close();
    running?.dispose();
  }
  rmSync(folder, { recursive: true, force: true });
});

const stick = (name: string): string => join(folder, name);

async function find(page: Page, ref: string, key: 'Digit1' | 'Digit2', rationale: string): Promise<void> {
  await choose(page, ref);
  await page.keyboard.press(key);
  const field = page.getByRole('textbox', { name: 'Rationale' });
  await field.fill(rationale);
  await field.press('Control+Enter');
  await saved(page);
}

describe('a case on a USB stick', () => {
  let phrase: string;

  it('is saved encrypted, with a passphrase of six words shown once', async () => {
    const { page, app } = anna;
    const photo = stick('photo.bin');
    writeFileSync(photo, Buffer.alloc(3 * 1024 * 1024, 'Deir Ezzor '));
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    }, photo);
    await choose(page, 'C-03');
    await page.keyboard.press('KeyE');
    await page.locator('[data-evidence="E-01"]').waitFor();
    phrase = await share(anna, stick('case.touchstone'));
    expect(phrase.split(/\s+/u)).toHaveLength(6);
    const bytes = readFileSync(stick('case.touchstone'));
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(bytes.includes('Deir Ezzor')).toBe(false);
  });

  it('is refused in words with another passphrase, and when it is no project file or was cut', async () => {
    bilal = await launchApp({ size: SIZE });
    const { page } = bilal;
    await sampleShown(page);
    await openFile(bilal, stick('case.touchstone'), 'not these words');
    await page.getByText('This passphrase does not open the file.').waitFor();
    writeFileSync(stick('letter.touchstone'), 'Dear colleague,');
    await answerDialogs(bilal, stick('letter.touchstone'));
    await button(page, 'Choose another file…').click();
    await page.getByText('This is no encrypted project file.').waitFor();
    writeFileSync(stick('cut.touchstone'), readFileSync(stick('case.touchstone')));
    truncateSync(stick('cut.touchstone'), statSync(stick('cut.touchstone')).size - 5000);
    await answerDialogs(bilal, stick('cut.touchstone'));
    await button(page, 'Choose a file…').click();
    await page.getByLabel('Passphrase of the file').fill(phrase);
    await button(page, 'Check the file').click();
    await page.getByText('The file is damaged').waitFor();
    await button(page, 'Close').click();
    await sampleShown(page);
  });

  it('is checked, shown and stored on the other laptop, evidence and all', async () => {
    const { page } = bilal;
    await openFile(bilal, stick('case.touchstone'), phrase);
    await page.getByText('Shared case').waitFor();
    await page.getByText('hold: nothing of the history was altered').waitFor();
    await page.getByText('Checker One').waitFor();
    await page.getByRole('textbox', { name: 'Your alias' }).fill('Bilal Haddad');
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase, again').fill(PASSPHRASE);
    await button(page, 'Store as a new case').click();
    await page.getByRole('heading', { name: 'Shared case' }).waitFor();
    await rows(page).first().waitFor();
    await choose(page, 'C-03');
    await page.locator('[data-evidence="E-01"]').getByText('photo.bin').waitFor();
  });

  it('comes back and is merged: findings that differ both stand until somebody settles them', async () => {
    await find(bilal.page, 'C-05', 'Digit2', 'The register says otherwise.');
    await find(bilal.page, 'C-06', 'Digit1', 'Two letters say so.');
    await find(bilal.page, 'C-07', 'Digit2', 'He was abroad that year.');
    const back = await share(bilal, stick('back.touchstone'));
    await find(anna.page, 'C-05', 'Digit1', 'Two witnesses say so.');
    await find(anna.page, 'C-07', 'Digit1', 'His brother says so.');
    await openFile(anna, stick('back.touchstone'), back);
    const { page } = anna;
    await page.getByRole('heading', { name: 'What merging brings' }).waitFor();
    await page
      .getByRole('region', { name: 'Findings that differ: both stand until you settle them' })
      .waitFor();
    await page.getByText('The register says otherwise.').waitFor();
    await page
      .getByRole('region', { name: 'Bilal Haddad' })
      .getByText('No key vouches for this name')
      .waitFor();
    await button(page, 'Merge').click();
    await page.getByRole('heading', { name: 'Merged. Everything is stored.' }).waitFor();
    await button(page, 'Undo the merge').click();
    await row(page, 'C-06').getByRole('img', { name: 'Unverified, not started' }).waitFor();
    await openFile(anna, stick('back.touchstone'), back);
    await button(page, 'Merge').click();
    await page.getByRole('heading', { name: 'Merged. Everything is stored.' }).waitFor();
    // One is settled here, with both rationales in view, the other later on its claim.
    await page.getByText('0 of 2 settled').waitFor();
    const conflict = page.locator('[data-conflict="C-05"]');
    await conflict.getByText('Two witnesses say so.').waitFor();
    const theirs = conflict.getByRole('group', { name: /^Theirs · Bilal Haddad$/u });
    await theirs.getByText('The register says otherwise.').waitFor();
    await theirs.getByRole('button', { name: 'This one holds' }).click();
    await conflict.getByText(/Settled: Disputed/u).waitFor();
    await page.getByText('1 of 2 settled').waitFor();
    await button(page, 'Done').click();
    await row(page, 'C-06').getByRole('img', { name: 'Corroborated, in full' }).waitFor();
    await row(page, 'C-05')
      .getByRole('img', { name: /^Disputed/u })
      .waitFor();
    await button(page, 'Findings differ 1').click();
    await row(page, 'C-05').waitFor({ state: 'detached' });
    await choose(page, 'C-07');
    await button(page, 'This one holds').first().click();
    await button(page, 'All 38').click();
    await row(page, 'C-05').waitFor();
  });

  it('carries a second read: made without sight of the first, then both stand and a difference is settled', async () => {
    const merged = async (running: RunningApp, name: string, words: string): Promise<void> => {
      await openFile(running, stick(name), words);
      await button(running.page, 'Merge').click();
      await running.page.getByRole('heading', { name: 'Merged. Everything is stored.' }).waitFor();
      await button(running.page, 'Done').click();
    };
    await find(anna.page, 'C-09', 'Digit1', 'The marmot saw it.');
    await choose(anna.page, 'C-09');
    const first = anna.page.locator('[data-claim="C-09"]');
    await first.getByRole('button', { name: /^Stage: / }).click();
    await anna.page.getByRole('menuitem', { name: 'second read' }).click();
    await first.getByRole('button', { name: 'Stage: second read' }).waitFor();
    await merged(bilal, 'read.touchstone', await share(anna, stick('read.touchstone')));

    await choose(bilal.page, 'C-09');
    const form = bilal.page.getByRole('form', { name: 'Second read' });
    await form.waitFor();
    await bilal.page.getByRole('button', { name: 'History', exact: true }).click();
    await bilal.page.getByText('Checker One').first().waitFor();
    expect(await bilal.page.content()).not.toContain('marmot');
    await bilal.page.getByRole('button', { name: 'Claims', exact: true }).click();
    await row(bilal.page, 'C-09')
      .getByRole('img', { name: 'second read: the first finding is not shown' })
      .waitFor();
    expect(await bilal.page.content()).not.toContain('marmot');
    await form.locator('[data-status-button="disputed"]').click();
    await form.getByRole('textbox', { name: 'Rationale' }).fill('The heron saw something else.');
    await button(bilal.page, 'Record the second read').click();
    await bilal.page.getByText('The second read differs.').waitFor();
    const seen = bilal.page.getByRole('region', { name: 'Second read' });
    await seen.getByText('The marmot saw it.').waitFor();
    await saved(bilal.page);

    await merged(anna, 'read-back.touchstone', await share(bilal, stick('read-back.touchstone')));
    await choose(anna.page, 'C-09');
    const reads = anna.page.getByRole('region', { name: 'Second read' });
    await reads.getByText('The heron saw something else.').waitFor();
    await reads.getByRole('textbox', { name: 'Why it is settled so' }).fill('The heron was asleep.');
    await button(anna.page, 'This one holds').first().click();
    await reads.getByText('The heron was asleep.').waitFor();
    await first.getByRole('button', { name: /^Stage: / }).click();
    await anna.page.getByRole('menuitem', { name: 'signed off' }).click();
    await first.getByRole('button', { name: 'Stage: signed off' }).waitFor();
    await saved(anna.page);
  });

  it('is opened by the file the app is started with', async () => {
    await bilal.close();
    const { userDataDir } = bilal;
    bilal = await launchApp({ userDataDir, size: SIZE, args: [stick('case.touchstone')] });
    await bilal.page.getByRole('heading', { name: 'Open a project file' }).waitFor();
    await bilal.page.getByText(stick('case.touchstone')).waitFor();
    await bilal.page.getByLabel('Passphrase of the file').fill(phrase);
    await button(bilal.page, 'Check the file').click();
    await bilal.page.getByText('This case is on this laptop already, locked').waitFor();
    await button(bilal.page, 'Close').click();
    await bilal.page.getByRole('heading', { name: 'Locked' }).waitFor();
  });

  it('is opened by the command line too, without a window', () => {
    writeFileSync(stick('words.txt'), `${phrase}\n`);
    const said = execFileSync(
      process.execPath,
      ['build/main/cli.cjs', 'verify', stick('case.touchstone'), '--passphrase-file', stick('words.txt')],
      { encoding: 'utf8' },
    );
    expect(said).toContain('Shared case');
    expect(existsSync(stick('case.touchstone'))).toBe(true);
  });

  it('is opened by the commands of the packaged app, which end with their exit codes', () => {
    const run = (...words: readonly string[]) =>
      spawnSync(packagedProgram(), [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...words], {
        encoding: 'utf8',
        timeout: 30_000,
      });
    const sound = run('verify', stick('case.touchstone'), '--passphrase-file', stick('words.txt'));
    expect([sound.status, sound.stdout]).toEqual([0, expect.stringContaining('Shared case')]);
    const missing = run('verify', stick('none.touchstone'), '--passphrase-file', stick('words.txt'));
    expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining('it does not exist')]);
  });
});

describe('a case for a colleague’s key', () => {
  /** Makes the person's identity on the screen for it. */
  async function makeIdentity({ page }: RunningApp): Promise<string> {
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'You and your colleagues' }).click();
    await page.getByRole('heading', { name: 'You and your colleagues' }).waitFor();
    const alias = page.getByRole('textbox', { name: 'Your alias' });
    if ((await alias.inputValue()) === '') await alias.fill('Bilal Haddad');
    await page.getByLabel('Passphrase of your key', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel(/again/).fill(PASSPHRASE);
    await button(page, 'Make my key').click();
    const key = await page
      .getByText(/^age1[0-9a-z]{58}$/)
      .first()
      .innerText();
    await button(page, 'Close').first().click();
    return key;
  }

  it('is signed, opens by that key alone, and says whose signature holds', async () => {
    await unlock(bilal.page);
    await rows(bilal.page).first().waitFor();
    const key = await makeIdentity(bilal);
    await makeIdentity(anna);
    const { page } = anna;
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'You and your colleagues' }).click();
    await button(page, 'Add by key…').click();
    const adding = page.getByRole('form', { name: 'Add a colleague' });
    await adding.getByRole('textbox', { name: 'Name' }).fill('Bilal');
    await adding.getByRole('textbox', { name: 'Their public key' }).fill(key);
    await adding.getByRole('button', { name: /^Add/ }).click();
    await page.getByText('Bilal').first().waitFor();
    await button(page, 'Close').first().click();
    await answerDialogs(anna, stick('for-bilal.touchstone'));
    await button(page, 'Share…').click();
    await page.getByText('Colleagues, by their keys').click();
    await page.getByRole('checkbox', { name: 'Bilal' }).check();
    await button(page, 'Choose where…').click();
    await page.getByText('Saved and checked by reading it back').waitFor();
    await button(page, 'Done').click();

    await answerDialogs(bilal, stick('for-bilal.touchstone'));
    await button(bilal.page, /^Cases/).click();
    await bilal.page.getByRole('menuitem', { name: 'Open a project file…' }).click();
    await button(bilal.page, 'Choose a file…').click();
    await bilal.page.getByText('encrypted to a key').waitFor();
    await button(bilal.page, 'Check the file').click();
    await bilal.page.getByText(/^holds; made by:/).waitFor();
    await button(bilal.page, 'Merge').click();
    await bilal.page.getByRole('heading', { name: 'Merged. Everything is stored.' }).waitFor();
  });
});

describe('snapshots on close', () => {
  const folderPath = (): string => stick('snapshots');
  const inFolder = (): string[] => readdirSync(folderPath()).sort();

  async function change(page: Page, rationale: string): Promise<void> {
    await find(page, 'C-08', 'Digit1', rationale);
  }
  async function lock(page: Page): Promise<void> {
    await page.keyboard.press('Control+KeyL');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
  }

  it('go to the folder the person chose, the first at once', async () => {
    const { page } = anna;
    mkdirSync(folderPath());
    await answerDialogs(anna, folderPath());
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Snapshots…' }).click();
    await button(page, 'Choose a folder…').click();
    snapshotPhrase = await page.getByRole('status', { name: 'Passphrase in words' }).innerText();
    await page.getByText(/now; without it: history and texts only/).waitFor();
    await button(page, 'Turn on and write the first').click();
    await button(page, 'Go back to it').waitFor();
    expect(inFolder()).toEqual([expect.stringMatching(/^touchstone-[0-9a-f]{16}-\d{8}-\d{9}\.touchstone$/)]);
    await button(page, 'Close').click();
    await page.locator('[data-snapshot="written"]').waitFor();
  });

  it('are written when a changed case is locked, and not when nothing changed', async () => {
    const { page } = anna;
    await change(page, 'As of the first snapshot.');
    await lock(page);
    expect(inFolder()).toHaveLength(2);
    await unlock(page);
    await rows(page).first().waitFor();
    await lock(page);
    expect(inFolder()).toHaveLength(2);
    await unlock(page);
  });

  it('never keep a case open: a stick that is not there is said, then and later', async () => {
    const { page } = anna;
    await change(page, 'While the stick is away.');
    renameSync(folderPath(), stick('away'));
    await lock(page);
    await page.getByText('The folder for the snapshots is not there').waitFor();
    renameSync(stick('away'), folderPath());
    await unlock(page);
    await page.locator('[data-snapshot="failed"]').getByText('Last snapshot failed').waitFor();
  });

  it('are gone back to, and the case as it stood is kept', async () => {
    const { page } = anna;
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Snapshots…' }).click();
    await button(page, 'Go back to it').nth(1).click();
    await row(page, 'C-08').getByRole('img', { name: 'Unverified, not started' }).waitFor();
  });
});

describe('what must not exist any more', () => {
  it('is purged for good, files and earlier copies with it, and said plainly before', async () => {
    const { page, userDataDir } = anna;
    const sealedIn = (name: string): number =>
      readdirSync(join(userDataDir, 'cases'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && entry.parentPath.endsWith(name),
      ).length;
    expect([sealedIn('evidence'), sealedIn('snapshots') > 0]).toEqual([1, true]);
    await page.getByRole('navigation', { name: 'Desks' }).getByRole('button', { name: 'Evidence' }).click();
    await page.getByText('photo.bin').first().click();
    await button(page, 'More').click();
    await page.getByRole('menuitem', { name: 'Purge for good…' }).click();
    await page.getByText('1 sealed file is destroyed.').waitFor();
    await page.getByText('What was sent cannot be recalled').waitFor();
    await page.getByRole('checkbox', { name: 'I understand' }).check();
    await button(page, 'Purge for good').click();
    await page.getByText('Purged for good.').waitFor();
    expect([sealedIn('evidence'), sealedIn('snapshots')]).toEqual([0, 0]);
    await page.getByText('No evidence yet').waitFor();
    expect(readdirSync(stick('snapshots'))).toEqual([]);
  });

  it('is not in the snapshot that quitting writes, which opens with its passphrase alone', async () => {
    await anna.close();
    const [name = '', ...others] = readdirSync(stick('snapshots'));
    expect(others).toEqual([]);
    writeFileSync(stick('snapshot.txt'), `${snapshotPhrase.trim()}\n`);
    const words = ['verify', join(stick('snapshots'), name), '--passphrase-file', stick('snapshot.txt')];
    const said = execFileSync(process.execPath, ['build/main/cli.cjs', ...words], { encoding: 'utf8' });
    expect(said).toContain('0 pieces of evidence');
  });
});

describe('a laptop with a copy of the case', () => {
  async function goBack(page: Page): Promise<void> {
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Snapshots…' }).click();
    await page
      .getByRole('button', { name: /^Go back to this copy/ })
      .first()
      .click();
    await rows(page).first().waitFor();
  }
  async function lock(page: Page): Promise<void> {
    await page.keyboard.press('Control+KeyL');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
  }

  it('takes a file dropped on the lock screen, too', async () => {
    const { page } = bilal;
    await button(page, 'Done').click();
    await lock(page);
    const client = await page.context().newCDPSession(page);
    const data = { items: [], files: [stick('letter.touchstone')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await client.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    await page.getByText('This is no encrypted project file.').waitFor();
    await button(page, 'Close').click();
    await unlock(page);
    await rows(page).first().waitFor();
  });

  it('has the evidence of a copy when that is gone back to, though the case was put away without it meanwhile', async () => {
    const { page } = bilal;
    writeFileSync(stick('late.bin'), 'late evidence');
    await answerDialogs(bilal, stick('late.bin'));
    await choose(page, 'C-10');
    await page.keyboard.press('KeyE');
    const late = page.locator('[data-evidence]').getByText('late.bin');
    await late.waitFor();
    await saved(page);
    for (const there of [false, true]) {
      await goBack(page);
      await lock(page);
      await unlock(page);
      await choose(page, 'C-10');
      await late.waitFor({ state: there ? 'visible' : 'detached' });
    }
    // Saving reads every piece of evidence: a lost one would be told.
    const phrase = await share(bilal, stick('late.touchstone'));
    writeFileSync(stick('late.txt'), `${phrase}\n`);
    const words = ['verify', stick('late.touchstone'), '--passphrase-file', stick('late.txt')];
    const said = execFileSync(process.execPath, ['build/main/cli.cjs', ...words], { encoding: 'utf8' });
    expect(said).toContain('2 pieces of evidence');
  });
});

describe('a case that leaves the laptop', () => {
  it('is written and verified first, then its key and all that is sealed under it are gone', async () => {
    const { page, userDataDir } = bilal;
    await answerDialogs(bilal, stick('leaving.touchstone'));
    await button(page, /^Cases/).click();
    await page.getByRole('menuitem', { name: 'Remove from this laptop…' }).click();
    await page.getByRole('heading', { name: /^Take “/ }).waitFor();
    await button(page, 'Choose where…').click();
    await page.getByText('Saved and checked by reading it back').waitFor();
    expect(statSync(stick('leaving.touchstone')).size).toBeGreaterThan(3 * 1024 * 1024);
    await page.getByRole('checkbox', { name: /I have the file/ }).check();
    await button(page, 'Destroy it on this laptop').click();
    await sampleShown(page);
    await page.getByText('Sample, read-only').waitFor();
    expect(readdirSync(join(userDataDir, 'cases'))).toEqual([]);
  });
});
