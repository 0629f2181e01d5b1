import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, choose, makeSampleMine, row, sampleShown } from '../support/desk.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-report-'));
  running = await launchApp({ size: { width: 1440, height: 900 } });
});
afterAll(async () => {
  await running?.close();
  running?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** Exports the case in view and returns where the report stands. */
async function exportReport(name: string, paper: RegExp): Promise<string> {
  const { page, app } = running;
  const path = join(folder, name);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await button(page, 'Report…').click();
  const dialog = page.getByRole('dialog').filter({ hasText: 'Verification report' });
  await dialog.getByText(paper).first().click();
  await dialog.getByRole('button', { name: 'Make the PDF' }).click();
  await dialog.getByRole('button', { name: 'Show in folder' }).waitFor({ timeout: 30_000 });
  expect(existsSync(path)).toBe(true);
  await dialog.getByRole('button', { name: 'Make another' }).click();
  await button(page, 'Report…').click();
  await dialog.waitFor({ state: 'hidden' });
  return path;
}

describe('the report from the window', () => {
  it('of the sample is a whole, tagged PDF with outline and every claim', async () => {
    await sampleShown(running.page);
    const path = await exportReport('sample.pdf', /^A4$/);
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    const info = run('pdfinfo', path);
    expect(info).toMatch(/Title:\s+Desertions around Deir Ezzor/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+595.*A4/);
    expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBeGreaterThan(5);
    const text = run('pdftotext', '-layout', path, '-');
    for (let claim = 1; claim <= 38; claim++) expect(text).toContain(`C-${String(claim).padStart(2, '0')}`);
    const outline: unknown = JSON.parse(run('qpdf', '--json', '--json-key=outlines', path));
    expect(JSON.stringify(outline)).toContain('C-38');
  });

  it('of a worked case says what was found, on Letter paper', async () => {
    const { page } = running;
    await makeSampleMine(page, 'Worked case');
    await choose(page, 'C-03');
    await page.keyboard.press('Digit1');
    await page.getByRole('textbox', { name: 'Rationale' }).fill('Two registers list the same names.');
    await row(page, 'C-03').getByRole('img', { name: 'Corroborated, in full' }).waitFor();
    const path = await exportReport('worked.pdf', /^US Letter$/);
    expect(run('pdfinfo', path)).toMatch(/Page size:\s+612 x 792/);
    const text = run('pdftotext', path, '-').replaceAll(/\s+/gu, ' ');
    expect(text).toContain('Two registers list the same names.');
    expect(text).toContain('Corroborated');
    expect(readdirSync(folder).sort()).toEqual(['sample.pdf', 'worked.pdf']);
  });

  it('is not written when the person changes their mind', async () => {
    const { page, app } = running;
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => {
        Reflect.set(globalThis, 'askedWhere', true);
        return { canceled: true, filePath: '' };
      };
    });
    await button(page, 'Report…').click();
    const dialog = page.getByRole('dialog').filter({ hasText: 'Verification report' });
    await dialog.getByRole('button', { name: 'Make the PDF' }).click();
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'askedWhere'))).toBe(true);
    await dialog.getByRole('button', { name: 'Make the PDF' }).waitFor();
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
