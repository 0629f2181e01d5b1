import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETUP, type ReportSetup } from '#core/report/setup.ts';
import { typeset } from '#main/services/report/typeset.ts';
import { innerLinksOf, inOrder, structureOf } from '../../support/pdf-structure.ts';
import { FOLDERS, inspected, workedReport } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-structure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ALL = { ...DEFAULT_SETUP.sections, annex: true };
const SETUPS: Readonly<Record<string, Partial<ReportSetup>>> = {
  'in English': { sections: ALL, mark: 'Confidential' },
  'in Arabic': { sections: ALL, language: 'ar' },
  'for the editor': { product: 'summary' },
  'as an annex with its data': { product: 'annex', standard: 'a-3a' },
};

function made(setup: Partial<ReportSetup>) {
  const { model, pictures } = workedReport(12, setup);
  const input = { model, pictures, paper: 'a4', standard: setup.standard ?? 'ua-1' } as const;
  const { pdf, deviation } = typeset(input, FOLDERS);
  const path = join(folder, 'report.pdf');
  writeFileSync(path, pdf);
  return { pdf, deviation, path, again: () => typeset(input, FOLDERS).pdf, model };
}

describe.each(Object.entries(SETUPS))('the structure of a report %s', (_name, setup) => {
  const { pdf, deviation, path, again } = made(setup);
  const elements = inOrder(structureOf(path));

  it('keeps the standard asked for, and the same input gives the same bytes', () => {
    expect(deviation).toBeNull();
    expect(Buffer.from(again()).equals(Buffer.from(pdf))).toBe(true);
    const { check, fonts } = inspected(pdf);
    expect(check).toContain('No syntax or stream encoding errors');
    // Name, type, encoding, then whether embedded, subset, with a map to Unicode.
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
  });

  it('has headings in order, none left out between two levels', () => {
    const levels = elements.flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThan(2);
  });

  it('has a header cell over every column of every table', () => {
    for (const table of elements.filter(({ type }) => type === 'Table')) {
      const first = inOrder(table).find(({ type }) => type === 'TR');
      const heads = first?.children.map(({ type }) => type) ?? [];
      expect(heads.length).toBeGreaterThan(0);
      expect(new Set(heads)).toEqual(new Set(['TH']));
    }
  });

  it('says of every figure what it shows', () => {
    for (const figure of elements.filter(({ type }) => type === 'Figure')) expect(figure.alt).toBeTruthy();
  });
});

describe('the links of a report', () => {
  it('lead to a page of it, each of them, and there is one to every claim', () => {
    const { wanted, led } = innerLinksOf(made({ sections: ALL }).path);
    expect(wanted.filter((name) => !led.has(name))).toEqual([]);
    expect(new Set(wanted.filter((name) => name.includes('claim-'))).size).toBe(12);
  });
});

describe('the text of a report', () => {
  it('in Arabic is read in order, words whole', () => {
    const { text } = inspected(made({ language: 'ar' }).pdf);
    const marks = ['تقرير', 'الخلاصة', 'المنهجية', 'C-01', 'C-12'];
    const places = marks.map((words) => text.normalize('NFKC').indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('travels as data in a PDF/A-3a', () => {
    const { path, model } = made({ standard: 'a-3a' });
    expect(execFileSync('pdfdetach', ['-list', path], { encoding: 'utf8' })).toContain('report-data.json');
    const out = join(folder, 'data.json');
    execFileSync('pdfdetach', ['-save', '1', '-o', out, path]);
    const attached = readFileSync(out, 'utf8');
    const unnamed = model.replaceAll(/"picture":"[^"]*"/g, '"picture":""');
    expect(JSON.parse(attached)).toEqual(JSON.parse(unnamed));
    expect(attached).not.toContain('evidence-1');
  });
});
