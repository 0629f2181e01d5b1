import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETUP, type ReportSetup } from '#core/report/setup.ts';
import { typeset } from '#main/services/report/typeset.ts';
import { FOLDERS, workedReport } from './support.ts';

const LONG = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsfassung'.repeat(2);
const HASH = 'fc837c776a727adeb875b69de138f26323eed548f54fbed99cc16fbb0e2faf19';
/** Words of the worked case that stand in every part of a report, made as long as nobody writes. */
const LENGTHENED = [
  'Sound and Picture',
  'Central Bank of Syria, ledger',
  'The second paragraph',
  'Source A',
  'The council said',
  'an activist',
];

type Box = { readonly word: string; readonly left: number; readonly right: number };

/** Every word of a PDF and where it stands, in points from the left edge of its page. */
function boxesOf(pdf: Uint8Array): Box[] {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-boxes-'));
  try {
    const path = join(folder, 'report.pdf');
    writeFileSync(path, pdf);
    const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return [...html.matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"[^>]*>([^<]*)</gu)].map(
      ([, left, right, word]) => ({ word: word ?? '', left: Number(left), right: Number(right) }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportOf(setup: Partial<ReportSetup>): Uint8Array {
  const { model, pictures } = workedReport(6, {
    ...setup,
    sections: { ...DEFAULT_SETUP.sections, annex: true },
    organisation: 'Sound and Picture',
  });
  const given = JSON.parse(LENGTHENED.reduce((text, words) => text.replaceAll(words, LONG), model)) as object;
  const proofs = {
    items: [{ ref: 'E-01', name: `${LONG}.jpg`, size: '12,345', sha256: HASH }],
    heads: [{ writer: LONG, entries: '41', hash: HASH }],
    signature: [{ label: 'Signed by', text: LONG }],
  };
  const integrity = setup.product === 'summary' ? null : proofs;
  return typeset({ model: JSON.stringify({ ...given, integrity }), pictures, paper: 'a4' }, FOLDERS).pdf;
}

describe.each(['en', 'ar'] as const)('a report in %s with very long words', (language) => {
  it.each(['full', 'summary', 'annex'] as const)('keeps every word between its margins: %s', (product) => {
    const boxes = boxesOf(reportOf({ language, product }));
    // A4 is 595 points wide; nothing stands nearer to an edge than the margins, but for hanging punctuation.
    const outside = boxes.filter(({ left, right }) => left < 45 || right > 550);
    expect(outside).toEqual([]);
    expect(boxes.filter(({ word }) => word.startsWith('Rindfl')).length).toBeGreaterThan(5);
  });

  it('keeps a hash within its column, whole for who copies it', () => {
    const boxes = boxesOf(reportOf({ language, product: 'annex' }));
    const pieces = boxes.filter(({ word }) => word.length > 9 && HASH.includes(word));
    expect(pieces.map(({ word }) => word).join('')).toContain(HASH);
    for (const { left, right } of pieces) expect(right - left).toBeLessThanOrEqual(190);
  });
});
