import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '#core/report/excerpt.ts';
import type { ReportModel } from '#core/report/report-model.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { viewOf } from '#core/report/view.ts';
import { typeset } from '#main/services/report/typeset.ts';
import { freshFolder } from '../vault/support.ts';
import { FOLDERS, workedReport } from './support.ts';

/** The words of a page, each with its place to a tenth of a point, but for the page number's line. */
function wordsOf(pdf: Uint8Array, page: number): string[] {
  const path = join(freshFolder(), 'report.pdf');
  writeFileSync(path, pdf);
  const out = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), path, '-'], {
    encoding: 'utf8',
  });
  return [...out.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)".*?>(.*?)<\/word>/gu)]
    .filter(([, , y]) => Number(y) < 780)
    .map(([, x, y, word]) => `${Number(x).toFixed(1)} ${Number(y).toFixed(1)} ${word}`);
}

function laidOut(claims: number, setup: Parameters<typeof workedReport>[1]) {
  const { model, pictures } = workedReport(claims, setup);
  const made = (of: string) => typeset({ model: of, pictures, paper: 'a4' }, FOLDERS);
  const whole = made(model);
  return {
    whole,
    /** What is set of it while a page is looked at. */
    around: (page: number) => {
      const seen = viewOf(whole.places, page);
      const part = excerptOf(JSON.parse(model) as ReportModel, seen.view);
      return { ...seen, ...made(JSON.stringify(part)), isPart: part !== null };
    },
  };
}

describe.each([
  ['in English', { language: 'en' }],
  ['in Arabic', { language: 'ar' }],
] as const)('the part of a report that is looked at, %s', (_name, setup) => {
  const { whole, around } = laidOut(40, setup);

  it('tells where every claim stands', () => {
    expect(whole.places).toHaveLength(40);
    expect(whole.places.at(-1)?.page).toBeLessThan(whole.pages);
    const pages = whole.places.map(({ page }) => page);
    expect([...pages].sort((a, b) => a - b)).toEqual(pages);
  });

  it.each([0, 3, 12, 20, 33])('is laid out word for word as in the whole: page %i', (page) => {
    const part = around(page);
    expect(part.isPart).toBe(true);
    expect(part.pages).toBeLessThan(whole.pages / 2);
    for (const behind of [0, 1]) {
      const words = wordsOf(part.pdf, part.skipped + page - part.at + behind + 1);
      expect(words.length).toBeGreaterThan(20);
      expect(words).toEqual(wordsOf(whole.pdf, page + behind + 1));
    }
  });

  it('gives no number that only the whole knows', () => {
    const numbers = (page: number) => {
      const path = join(freshFolder(), 'part.pdf');
      writeFileSync(path, around(page).pdf);
      return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    };
    expect(numbers(20)).not.toMatch(/\d+ \/ \d+/u);
    expect(numbers(20)).toContain('…');
    expect(numbers(0)).not.toMatch(/\d+ \/ \d+/u);
  });
});

it('is laid out as in the whole where it goes from the claims into the annex', () => {
  const { whole, around } = laidOut(12, { sections: { ...DEFAULT_SETUP.sections, annex: true } });
  const first = whole.places.find(({ kind }) => kind === 'item');
  expect(first).toBeDefined();
  const page = first?.page ?? 0;
  const part = around(page);
  expect(wordsOf(part.pdf, part.skipped + 1)).toEqual(wordsOf(whole.pdf, page + 1));
});
