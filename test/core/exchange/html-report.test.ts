import { createContext, runInContext } from 'node:vm';
import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportFlow } from '#core/exchange/flow/report-flow.ts';
import type { Flow } from '#core/exchange/flow/block.ts';
import { htmlReport } from '#core/exchange/html-report/build.ts';
import { CHECK_SCRIPT } from '#core/exchange/html-report/check-script.ts';
import { isHtmlReport, verifyHtml } from '#core/exchange/html-report/verify.ts';
import { workedReport } from '../../support/report-world.ts';

const { report } = workedReport(6);
const flow = reportFlow(report);
const DATA = { format: 'touchstone-html', claims: [{ ref: 'C-01', statement: '</script><b>' }] };
const { text, fingerprint } = htmlReport(flow, DATA);
const NASTY: Flow = {
  title: 'a & "b" <c>\r\nd\0',
  language: 'ar',
  blocks: [
    { kind: 'heading', level: 1, text: '<script>alert(1)</script>' },
    { kind: 'paragraph', text: '\n\r\n &amp; دير الزور \ud800 \u0001', look: 'quote' },
    { kind: 'list', items: ['', ' ', '</li>'] },
    { kind: 'table', caption: 'x', head: ['a'], rows: [['<td>'], ['']] },
  ],
};

describe('the one-file HTML report', () => {
  it('is the same for the same input, byte for byte', () => {
    expect(htmlReport(reportFlow(workedReport(6).report), DATA).text).toBe(text);
  });

  it('loads nothing, and runs nothing but its own style and script (CSP Level 3, by hash)', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    const hash = (body: string) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
    expect(policy).toContain(`script-src ${hash(CHECK_SCRIPT)}`);
    expect(policy).toContain(`style-src ${hash(/<style>([^<]*)<\/style>/.exec(text)?.[1] ?? '')}`);
    expect(text.replaceAll(/<main>.*<\/main>/gs, '')).not.toMatch(/(?:src|href)=|https?:/);
    expect(text).not.toMatch(/\son\w+=|url\(|@import/);
  });

  it('says what the check proves and what it does not', () => {
    expect(text).toContain('What it does not prove: who wrote it');
  });

  it('gives language and direction, header cells their scope, and every text its own direction', () => {
    expect(htmlReport(NASTY, {}).text).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(text).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
    expect(text).not.toMatch(/<th(?! scope="col")(?=[ >])/);
    expect(text.match(/<h1/g)).toHaveLength(1);
  });

  it('holds no hash of a file', () => {
    expect(text.replace(fingerprint, '')).not.toMatch(/\b[0-9a-f]{64}\b/);
  });
});

describe('verifying an HTML report without a browser', () => {
  it('finds it the same, whatever stands in it, and gives back its data', () => {
    expect(verifyHtml(text)).toEqual({ kind: 'same', fingerprint, data: DATA });
    const nasty = htmlReport(NASTY, null);
    expect(verifyHtml(nasty.text)).toEqual({ kind: 'same', fingerprint: nasty.fingerprint, data: null });
  });

  it.each([
    ['a word', (page: string) => page.replace('Corroborated', 'Disputed')],
    ['a word of the data', (page: string) => page.replace('"ref":"C-01"', '"ref":"C-02"')],
    ['the look', (page: string) => page.replace('font-weight:600', 'font-weight:400')],
    ['a class', (page: string) => page.replace('class="status"', 'class="soft"')],
    ['the policy', (page: string) => page.replace("default-src 'none'", 'default-src *')],
    ['the fingerprint', (page: string) => page.replace(fingerprint, '0'.repeat(64))],
  ])('finds that %s was changed', (_, change) => {
    expect(change(text)).not.toBe(text);
    expect(verifyHtml(change(text)).kind).toBe('altered');
  });

  it.each([
    ['something after its end', (page: string) => `${page}<p>more</p>`],
    ['a comment', (page: string) => page.replace('<main>', '<main><!-- x -->')],
    ['an attribute without quotes', (page: string) => page.replace('<main>', '<main hidden>')],
    ['an end cut off', (page: string) => page.slice(0, -20)],
  ])('does not guess at %s', (_, change) => {
    expect(verifyHtml(change(text)).kind).toBe('broken');
  });

  it('knows its own files only', () => {
    expect(isHtmlReport(text)).toBe(true);
    expect(isHtmlReport('<!doctype html><p>x')).toBe(false);
  });
});

/** The page's own script, with its functions within reach; a real browser runs it in test/e2e. */
describe('the script that checks the page', () => {
  const inside = (
    crypto: unknown,
  ): { sha256(bytes: Uint8Array): string; digest(bytes: Uint8Array): Promise<string> } => {
    const window = { crypto };
    const document = { addEventListener: () => undefined };
    const context = createContext({ window, document, out: {} });
    const opened = CHECK_SCRIPT.replace(
      'document.addEventListener',
      'out.sha256 = sha256; out.digest = digest; document.addEventListener',
    );
    runInContext(opened, context);
    return context['out'] as ReturnType<typeof inside>;
  };
  const node = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const samples = [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000].map((length) =>
    Uint8Array.from({ length }, (_, at) => (at * 31) & 255),
  );

  it('hashes by itself as FIPS 180-4 does, at every length of the padding', () => {
    const { sha256 } = inside(undefined);
    expect(samples.map((bytes) => sha256(bytes))).toEqual(samples.map(node));
  });

  it('uses WebCrypto where there is one, and itself where that refuses', async () => {
    const bytes = samples[9] ?? new Uint8Array();
    const refusing = { subtle: { digest: () => Promise.reject(new Error('not here')) } };
    expect(await inside(webcrypto).digest(bytes)).toBe(node(bytes));
    expect(await inside(refusing).digest(bytes)).toBe(node(bytes));
    expect(await inside({}).digest(bytes)).toBe(node(bytes));
  });
});
