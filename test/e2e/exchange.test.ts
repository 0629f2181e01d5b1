import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, makeSampleMine, rows, sampleShown, saved } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { somePng } from '../support/png.ts';

const run = promisify(execFile);

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-exchange-'));
  running = await launchApp({ size: { width: 1366, height: 768 } });
  await sampleShown(running.page);
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const answerDialogs = (path: string): Promise<void> =>
  running.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);

async function fromMenu(item: string): Promise<void> {
  const { page } = running;
  await button(page, /^Cases:/).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Exports the case in view in this format; returns where the file stands. */
async function exported(format: string, name: string): Promise<string> {
  const { page } = running;
  const path = join(folder, name);
  await answerDialogs(path);
  await fromMenu('Export data…');
  await page.getByLabel('Format').selectOption(format);
  await button(page, 'Choose where…').click();
  await page.getByText('SHA-256 of the file:').waitFor();
  const shown = await page.locator('code').last().innerText();
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(shown);
  await button(page, 'Done').click();
  return path;
}

/** What the page says of itself in a browser without any network, opened from disk. */
const checkedBy = (path: string): Promise<{ state: string | null; requests: string[] }> =>
  running.app.evaluate(async ({ BrowserWindow, session }, file) => {
    const requests: string[] = [];
    const apart = session.fromPartition(`check-${Math.random()}`);
    apart.webRequest.onBeforeRequest((details, answer) => {
      requests.push(details.url);
      answer({});
    });
    const window = new BrowserWindow({ show: false, webPreferences: { session: apart, sandbox: true } });
    await window.loadFile(file);
    const script = `new Promise((resolve) => {
      const check = document.getElementById('check');
      const look = () => check.dataset.state ? resolve(check.dataset.state) : requestAnimationFrame(look);
      const timer = setInterval(() => check.dataset.state && (clearInterval(timer), resolve(check.dataset.state)), 20);
    })`;
    const state = (await window.webContents.executeJavaScript(script)) as string;
    window.destroy();
    return { state, requests: requests.filter((url) => !url.startsWith('file:')) };
  }, path);

describe('data for other programs, from the window', () => {
  it('an HTML report checks itself in a browser: the same, and altered after one letter', async () => {
    const path = await exported('html', 'report.html');
    expect(await checkedBy(path)).toEqual({ state: 'same', requests: [] });
    const altered = join(folder, 'altered.html');
    writeFileSync(altered, readFileSync(path, 'utf8').replace('Not started', 'Corroborated'));
    expect(await checkedBy(altered)).toEqual({ state: 'altered', requests: [] });
  });

  it('a table of claims goes out, is verified, and comes back into another case', async () => {
    const { page } = running;
    const path = await exported('claims-csv', 'claims.csv');
    await fromMenu('Verify a file…');
    await button(page, 'Choose a file…').click();
    await page.getByText('Nothing in the file differs from the case.').waitFor();
    await button(page, 'Close').click();

    await makeSampleMine(page, 'Imported');
    const changed = join(folder, 'changed.csv');
    writeFileSync(
      changed,
      readFileSync(path, 'utf8').replaceAll(/(C-\d\d),"?/g, (all) => `${all}Again: `),
    );
    await answerDialogs(changed);
    await fromMenu('Import claims…');
    await button(page, 'Choose a file…').click();
    await button(page, /^Import 38 claims$/).click();
    await page.getByText('38 claims imported').waitFor();
    await saved(page);
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.getByText('76', { exact: false }).first().waitFor();
  });

  it('a picture leaves with its masks burned in; the original stays whole', async () => {
    const { page } = running;
    const picture = join(folder, 'yard.png');
    writeFileSync(picture, somePng(300, 200));
    await answerDialogs(picture);
    await choose(page, 'C-03');
    await page.keyboard.press('KeyE');
    await page.locator('[data-evidence="E-01"] img').waitFor();
    await page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await page.getByText('yard.png').first().click();
    await button(page, 'Mask parts of the picture').click();
    await button(page, 'Add a mask').click();
    await button(page, 'Done masking').click();
    await saved(page);
    const report = join(folder, 'masked.pdf');
    await answerDialogs(report);
    await button(page, 'Report…').click();
    await button(page, 'Make the PDF').click();
    await page.getByText('Kept under Releases.').waitFor({ timeout: 60_000 });
    await run('pdfimages', ['-png', report, join(folder, 'shown')]);
    const shown = readdirSync(folder).find((name) => name.startsWith('shown') && name.endsWith('.png'));
    const { width, height, data } = PNG.sync.read(readFileSync(join(folder, shown ?? 'no picture')));
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    const middle = at(width >> 1, height >> 1);
    expect(middle).toEqual([0, 0, 0]);
    expect(at(2, 2)).not.toEqual([0, 0, 0]);
    await button(page, 'Back to the case').click();
    const bag = await exported('bag', 'evidence.zip');
    const copy = PNG.sync.read(
      (await run('unzip', ['-p', bag, '*masked-copy.png'], { encoding: 'buffer' })).stdout,
    );
    const middleOf = ((copy.height >> 1) * copy.width + (copy.width >> 1)) * 4;
    expect([copy.width, ...copy.data.subarray(middleOf, middleOf + 3)]).toEqual([300, 0, 0, 0]);
  });

  it('leaves without the names of the protected, is kept among the releases, and stops when it would name them', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'People', exact: true }).click();
    await page.locator('[data-party-row="Zaid Fourati"]').click();
    await button(page, 'not named').click();
    await page.getByText('Leaves as “[name withheld]”').waitFor();

    const path = await exported('claims-csv', 'guarded.csv');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('[name withheld]');
    expect(text).not.toMatch(/Zaid Fourati/iu);
    expect(text).toContain('Sami Fourati');

    // The person themselves may write the name: into the name of the file.
    const telling = join(folder, 'zaid-fourati.pdf');
    await answerDialogs(telling);
    await button(page, 'Report…').click();
    await button(page, 'Make the PDF').click();
    const stopped = page.getByText(
      '“Zaid Fourati” may not be named and would have left in the name of the file.',
    );
    await stopped.waitFor({ timeout: 60_000 });
    expect(existsSync(telling)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);

    const report = join(folder, 'guarded.pdf');
    await answerDialogs(report);
    await button(page, 'Make the PDF').click();
    await page.getByText('Kept under Releases.').waitFor({ timeout: 60_000 });
    const { stdout: shown } = await run('pdftotext', ['-layout', report, '-']);
    expect(shown).toContain('[name withheld]');
    expect(shown).not.toMatch(/Zaid Fourati/iu);
    await button(page, 'See the release').click();
    await page.getByText('guarded.pdf').first().waitFor();
    await page.getByText('guarded.csv').first().waitFor();

    await fromMenu('Verify a file…');
    await button(page, 'Choose a file…').click();
    await page.getByText('everything in the file fits its fingerprint').waitFor();
    await page.getByText(/^This is exactly the file that was made on/).waitFor();
  });
});
