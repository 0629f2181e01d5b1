import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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
async function exportReport(name: string, paper: string): Promise<string> {
  const { page, app } = running;
  const path = join(folder, name);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await button(page, 'Report…').click();
  await page.getByLabel('Paper').selectOption({ label: paper });
  await button(page, 'Make the PDF').click();
  await button(page, 'Show in folder').waitFor({ timeout: 30_000 });
  expect(existsSync(path)).toBe(true);
  await button(page, 'Back to the case').click();
  return path;
}

/** Pixels of the first page in view that are not white. */
const inkOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    return dark;
  });

describe('the report from the window', () => {
  it('of the sample is a whole, tagged PDF with outline and every claim', async () => {
    await sampleShown(running.page);
    const path = await exportReport('sample.pdf', 'A4');
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
    const path = await exportReport('worked.pdf', 'US Letter');
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
    await button(page, 'Make the PDF').click();
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'askedWhere'))).toBe(true);
    await expect.poll(() => button(page, 'Make the PDF').isEnabled()).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('is seen beside its settings as it would be printed, and the settings stay with the case', async () => {
    const { page } = running;
    const shown = page.locator('[data-preview=shown]');
    await shown.waitFor({ state: 'attached', timeout: 30_000 });
    const pages = page.getByRole('img', { name: /^Page 1 of / });
    const before = await pages.getAttribute('aria-label');
    expect(await inkOf(page)).toBeGreaterThan(500);
    await page.getByLabel('Report', { exact: true }).selectOption({ label: 'Summary for the editor' });
    await page.getByLabel('Language').selectOption({ label: 'العربية (Arabic)' });
    await page.getByLabel('Confidentiality mark on each page').fill('سري');
    await expect.poll(() => pages.getAttribute('aria-label')).not.toBe(before);
    await shown.waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await button(page, 'Report…').click();
    expect(await page.getByLabel('Language').inputValue()).toBe('ar');
    const path = join(folder, 'arabic.pdf');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    await button(page, 'Make the PDF').click();
    await button(page, 'Show in folder').waitFor({ timeout: 30_000 });
    expect(run('pdftotext', path, '-')).toContain('سري');
  });
});
