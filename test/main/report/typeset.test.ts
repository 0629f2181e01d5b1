import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Typeset, typeset } from '#main/services/report/typeset.ts';
import { freshFolder } from '../vault/support.ts';
import { FOLDERS, inspected, workedPdf, workedReport } from './support.ts';

describe('a typeset report', () => {
  let report: Typeset;
  let seen: ReturnType<typeof inspected>;
  beforeAll(() => {
    report = workedPdf();
    seen = inspected(report.pdf);
  });

  it('is tagged PDF/UA-1 with title and language', () => {
    expect(report.deviation).toBeNull();
    expect(seen.info).toMatch(/Title: +Desertions – دير الزور – Verification report/);
    expect(seen.info).toMatch(/Tagged: +yes/);
    const bytes = Buffer.from(report.pdf).toString('latin1');
    expect(bytes).toContain('pdfuaid:part>1<');
    expect(bytes).toMatch(/\/Lang ?\(en/);
  });

  it('is sound to qpdf, with as many pages as it says', () => {
    expect(seen.check).toContain('No syntax or stream encoding errors found');
    expect(seen.info).toMatch(new RegExp(`Pages: +${report.pages}\\b`));
  });

  it('embeds every face, and only bundled ones', () => {
    const bundled =
      /^[A-Z]{6}\+(Inter|SourceSerif4|Amiri|NotoNaskhArabic|NotoSans|NotoSansHebrew|NotoEmoji)-/;
    expect(seen.fonts.length).toBeGreaterThan(3);
    for (const line of seen.fonts) {
      expect(line).toMatch(bundled);
      expect(line).toMatch(/ yes yes yes /);
    }
  });

  it('has headings, tables with header cells and pictures with words for who cannot see them', () => {
    expect(seen.structure).toMatch(/\bH1\b/);
    expect(seen.structure).toMatch(/\bH2\b/);
    expect(seen.structure).toMatch(/\bTH\b/);
    expect(seen.structure.match(/\bFigure\b/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
  });

  it('has an outline', () => {
    expect(seen.outline.outlines.length).toBeGreaterThan(3);
  });

  it('shows each claim by its reference', () => {
    for (let at = 1; at <= 60; at += 1) expect(seen.text).toContain(`C-${String(at).padStart(2, '0')}`);
    expect(seen.text).toContain('nine trucks had crossed the bridge before dawn');
    expect(seen.text).toContain('Two reports of the same week agree on this point 3');
  });

  it('gives Arabic back in the order it is read, whole and within English', () => {
    expect(seen.text).toContain('قال ناشط ميداني من دير الزور');
    expect(seen.text).toContain('القادة');
    expect(seen.text).toContain('أمير');
  });

  it('breaks long addresses over lines and leaves them whole for who copies them', () => {
    const lines = seen.lines.slice(seen.lines.findIndex((line) => line.startsWith('https://archive')));
    expect(lines[0]?.length).toBeLessThan(130);
    const copied = lines.slice(0, 4).join('');
    expect(copied).toContain(`?id=${'0123456789abcdef'.repeat(5)}`);
  });

  it('never shows what was said off the record, nor the name of a source', () => {
    expect(seen.text).not.toContain('SECRET');
    expect(seen.text).not.toContain('TRUE-NAME');
    expect(seen.text).toContain('Source A');
  });
});

describe('typesetting', () => {
  it('gives the same bytes for the same input', () => {
    const [first, second] = [workedPdf('a4', 8), workedPdf('a4', 8)];
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
  });

  it('takes both papers', () => {
    expect(inspected(workedPdf('a4', 4).pdf).info).toMatch(/595\.\d+ x 841\.\d+/);
    expect(inspected(workedPdf('us-letter', 4).pdf).info).toMatch(/612 x 792/);
  });

  it('shows a character no face draws as its code point, and stays PDF/UA-1', () => {
    const { model, pictures } = workedReport(2);
    const foreign = model.replaceAll('Radio', '中 \\u0007 \\ud83d \\ufeff \\u202eRadio');
    const { pdf, deviation } = typeset({ model: foreign, pictures, paper: 'a4' }, FOLDERS);
    expect(deviation).toBeNull();
    expect(pdf.length).toBeGreaterThan(1000);
  });

  it('leaves out thumbnails that are no pictures', () => {
    const { model, pictures } = workedReport(2);
    const broken = pictures.map(({ name }) => ({ name, bytes: new TextEncoder().encode('<svg/>') }));
    expect(typeset({ model, pictures: broken, paper: 'a4' }, FOLDERS).deviation).toBeNull();
  });

  it('goes without a picture that is damaged or missing, and says so in its place', () => {
    const { model, pictures } = workedReport(12);
    const [damaged, , missing] = pictures;
    const left = pictures
      .filter((picture) => picture !== missing)
      .map((picture) =>
        picture === damaged ? { ...picture, bytes: picture.bytes.subarray(0, 60) } : picture,
      );
    const { pdf, deviation } = typeset({ model, pictures: left, paper: 'a4' }, FOLDERS);
    expect(deviation).toBeNull();
    const { text, structure } = inspected(pdf);
    const places = (name: string): number => model.split(`"picture":"${name}"`).length - 1;
    const gone = places(damaged?.name ?? '') + places(missing?.name ?? '');
    expect(gone).toBeGreaterThan(1);
    expect(text.split('This picture cannot be shown.').length - 1).toBe(gone);
    expect(structure.match(/\bFigure\b/g)?.length).toBe(places(pictures[1]?.name ?? ''));
  });

  it('tells the line of a template that is wrong', () => {
    const templates = freshFolder();
    cpSync(FOLDERS.templates, templates, { recursive: true });
    const path = join(templates, 'products.typ');
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [...lines, '#let wrong = nowhere', ''].join('\n'));
    const attempt = () => typeset({ ...workedReport(1), paper: 'a4' }, { ...FOLDERS, templates });
    const words = `unknown variable: nowhere (products.typ, line ${lines.length + 1})`;
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'report-failed', part: expect.stringContaining(words) }),
    );
  });

  it.each([
    ['no JSON', '{', 'is no JSON'],
    ['a list', '[]', 'is no object'],
    ['of another format', '{"format":"x","version":1}', 'another format: {"format":"x","version":1}.'],
    ['without its day', '{"format":"touchstone-report","version":1,"asOf":"soon"}', 'names no day'],
    ['without its parts', '{"format":"touchstone-report","version":1,"asOf":"2026-11-23"}', 'labels'],
  ])('refuses data that is %s, in words', (_name, model, words) => {
    const attempt = () => typeset({ model, pictures: [], paper: 'a4' }, FOLDERS);
    expect(attempt).toThrow(expect.objectContaining({ code: 'report-failed' }));
    expect(attempt).toThrow(words);
  });

  it('sets hundreds of claims within a minute', () => {
    const start = performance.now();
    expect(workedPdf('a4', 250).pages).toBeGreaterThan(100);
    expect(performance.now() - start).toBeLessThan(60_000);
  }, 90_000);
});
