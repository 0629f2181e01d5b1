import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Flow } from '#core/exchange/flow/block.ts';
import { reportFlow } from '#core/exchange/flow/report-flow.ts';
import { docxFile } from '#renderer/workers/word/docx-file.ts';
import { workedReport } from '../support/report-world.ts';

const DAY = '2026-11-23';
const FLOW: Flow = {
  title: 'A & B \u0001',
  language: 'ar',
  blocks: [
    { kind: 'heading', level: 1, text: 'عنوان' },
    { kind: 'paragraph', text: 'He said «قال ناشط» twice.\u0001 <b>' },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'table', caption: 'Table', head: ['Claim', 'Status'], rows: [['C-01', 'Disputed']] },
  ],
};
const partsOf = async (flow: Flow) => {
  const parts = unzipSync(await docxFile(flow, DAY));
  return (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
};

/** ECMA-376, Office Open XML. */
describe('the report as a Word document', () => {
  it('is the same for the same input, byte for byte', async () => {
    const flow = reportFlow(workedReport(4).report);
    const [a, b] = [await docxFile(flow, DAY), await docxFile(flow, DAY)];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });

  it('17.3.1.29, 17.4.49: headings are headings, and the first row of a table repeats as its header', async () => {
    const xml = (await partsOf(FLOW))('word/document.xml');
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it('17.3.2.30, 17.3.1.6, 17.4.1: Arabic runs, paragraphs and tables go from right to left', async () => {
    const xml = (await partsOf(FLOW))('word/document.xml');
    expect(xml).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>قال ناشط/);
    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:bidiVisual/>');
    expect(xml).toMatch(/<w:t[^>]*>He said «<\/w:t>/);
  });

  it('holds no markup of anybody’s words, no control character, no time of day, no name', async () => {
    const part = await partsOf(FLOW);
    expect(part('word/document.xml')).toContain('&lt;b&gt;');
    expect(part('word/document.xml')).not.toContain('\u0001');
    expect(part('docProps/core.xml')).toContain('<dc:creator>Touchstone</dc:creator>');
    expect(part('docProps/core.xml').match(/2026-11-23T12:00:00Z/g)).toHaveLength(2);
  });

  it('has every claim', async () => {
    const { report } = workedReport(6);
    const xml = (await partsOf(reportFlow(report)))('word/document.xml');
    for (const { ref } of report.claims) expect(xml).toContain(ref);
  });
});
