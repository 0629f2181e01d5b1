import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReport } from '#core/report/build-report.ts';
import { DEFAULT_SETUP, type Paper, type ReportSetup } from '#core/report/setup.ts';
import { type Typeset, typeset } from '#main/services/report/typeset.ts';
import { somePng } from '../../support/png.ts';
import { workedCase } from '../../support/worked-case.ts';

const resource = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/${name}`, import.meta.url));
export const FOLDERS = { templates: resource('report'), fonts: resource('fonts') };

/** The worked case as the report's JSON, with pictures of some evidence. */
export function workedReport(claims = 60, setup: Partial<ReportSetup> = {}) {
  const { state, texts } = workedCase(claims);
  const pictures = [1, 6, 11].map((at) => ({ name: `evidence-${at}`, bytes: somePng(96, 72, at * 20) }));
  const named = new Set(pictures.map(({ name }) => name));
  const model = JSON.stringify(
    buildReport(state, texts, { today: '2026-11-23', pictures: named }, { ...DEFAULT_SETUP, ...setup }),
  );
  return { model, pictures };
}

/** The worked case as a PDF. */
export const workedPdf = (paper: Paper = 'a4', claims = 60): Typeset =>
  typeset({ ...workedReport(claims), paper }, FOLDERS);

const UNPRINTED = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What the tools of poppler and qpdf tell of a PDF. */
export function inspected(pdf: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-report-'));
  try {
    const path = join(folder, 'report.pdf');
    writeFileSync(path, pdf);
    return inspectedFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inspectedFile(path: string) {
  const run = (tool: string, ...args: string[]): string =>
    execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    info: run('pdfinfo', path),
    fonts: run('pdffonts', path)
      .split('\n')
      .slice(2)
      .filter((line) => line !== ''),
    structure: run('pdfinfo', '-struct', path),
    check: run('qpdf', '--check', path),
    outline: JSON.parse(run('qpdf', '--json', '--json-key=outlines', path)) as { outlines: unknown[] },
    /** The lines of the text as they stand in the file, invisible marks included. */
    lines: run('pdftotext', path, '-').split('\n'),
    /** The text in reading order, blanks and invisible marks as one blank. */
    text: run('pdftotext', path, '-').replaceAll(UNPRINTED, '').replaceAll(/\s+/g, ' '),
  };
}
