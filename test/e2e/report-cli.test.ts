import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'build/main/cli.cjs');
const SAMPLE = join(ROOT, 'seeds/deir-ezzor');

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a program without any display; resolves however it ends. */
function run(program: string, args: readonly string[], cwd = ROOT): Promise<Ended> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return new Promise((done, fail) => {
    execFile(program, args, { cwd, env, maxBuffer: 64 << 20 }, (error, out, err) => {
      if (error && typeof error.code !== 'number') fail(error);
      else done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}
const cli = (args: readonly string[], cwd?: string) => run(process.execPath, [CLI, ...args], cwd);

let folder: string;
let sample: string;
beforeAll(async () => {
  if (!existsSync(CLI)) throw new Error('The command line is not built: npm run build');
  folder = mkdtempSync(join(tmpdir(), 'touchstone-report-'));
  sample = join(folder, 'sample.pdf');
  const { code, err } = await cli(['report', SAMPLE, '-o', sample]);
  if (code !== 0) throw new Error(err);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const textOf = async (pdf: string): Promise<string> => (await run('pdftotext', ['-layout', pdf, '-'])).out;
const infoOf = async (pdf: string): Promise<string> => (await run('pdfinfo', [pdf])).out;

describe('the report of the sample', () => {
  it('is a sound, tagged PDF with its title, on A4', async () => {
    expect(await run('qpdf', ['--check', sample])).toMatchObject({ code: 0 });
    const info = await infoOf(sample);
    expect(info).toMatch(/Title: +Desertions around Deir Ezzor – Verification report/u);
    expect(info).toMatch(/Tagged: +yes/u);
    expect(info).toMatch(/\(A4\)/u);
    expect(readFileSync(sample, 'latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('brings every face it is set in', async () => {
    const { out } = await run('pdffonts', [sample]);
    const rows = out.trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter((row) => !/ yes +yes +yes +\d+ +\d+$/u.test(row))).toEqual([]);
  });

  it('holds each of its claims, not started apart from nothing found', async () => {
    const text = await textOf(sample);
    for (let at = 1; at <= 38; at++) expect(text).toContain(`C-${String(at).padStart(2, '0')}`);
    expect(text).toMatch(/Not started +\n? *37/u);
    expect(text).toMatch(/searched, nothing found +\n? *0/u);
    expect(text).toContain('The text breaks off at');
  });

  it('keeps Arabic in the order it is read in', async () => {
    const { out } = await run('pdftotext', ['-raw', sample, '-']);
    expect(out.normalize('NFKC')).toContain('مهاجرون');
  });

  it('is the same file when made again for the same day', async () => {
    const [one, other] = [join(folder, 'one.pdf'), join(folder, 'other.pdf')];
    await cli(['report', SAMPLE, '-o', one, '--as-of', '2015-03-02']);
    await cli(['report', SAMPLE, '-o', other, '--as-of', '2015-03-02']);
    expect(await textOf(one)).toContain('As of 2 March 2015');
    expect(readFileSync(other).equals(readFileSync(one))).toBe(true);
  });

  it('comes on US Letter', async () => {
    const letter = join(folder, 'letter.pdf');
    expect(await cli(['report', SAMPLE, '-o', letter, '--paper', 'us-letter'])).toMatchObject({ code: 0 });
    expect(await infoOf(letter)).toMatch(/Page size: +612 x 792/u);
  });
});

describe('the command line', () => {
  it('takes a plain article, and names from where the person stands', async () => {
    writeFileSync(join(folder, 'article.txt'), 'A bridge was closed.\n\nأغلق الجسر.\n');
    expect(await cli(['report', 'article.txt', '-o', 'article.pdf'], folder)).toMatchObject({ code: 0 });
    expect(await textOf(join(folder, 'article.pdf'))).toContain('No claims have been recorded yet.');
  });

  it('explains itself, exit codes included', async () => {
    const { code, out } = await cli(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Usage: [^]* report CASE -o FILE/u);
    expect(out).toContain('Exit codes');
  });

  it('says what is wrong with its words', async () => {
    expect((await cli(['report', SAMPLE])).code).toBe(2);
    expect((await cli(['report', SAMPLE, '-o', 'x.pdf', '--paper', 'a3'])).code).toBe(2);
    expect((await cli(['print'])).err).toContain('print');
  });

  it('says what is missing or broken in the case, and where', async () => {
    const missing = await cli(['report', join(folder, 'nowhere'), '-o', sample]);
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('nowhere')]);
    mkdirSync(join(folder, 'empty'));
    const empty = await cli(['report', join(folder, 'empty'), '-o', sample]);
    expect([empty.code, empty.err]).toEqual([3, expect.stringContaining('case.json')]);
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'article.txt'), readFileSync(join(SAMPLE, 'article.txt')));
    const json = readFileSync(join(SAMPLE, 'case.json'), 'utf8');
    writeFileSync(join(broken, 'case.json'), json.replace(/"priority": *"must"/u, '"priority": "urgent"'));
    const place = await cli(['report', broken, '-o', sample]);
    expect([place.code, place.err]).toEqual([3, expect.stringMatching(/claims\[\d+\]\.priority/u)]);
  });

  it('leaves nothing half-written where it cannot write', async () => {
    const { code, err } = await cli(['report', SAMPLE, '-o', join(folder, 'no', 'such', 'folder.pdf')]);
    expect([code, err]).toEqual([4, expect.stringContaining('folder.pdf')]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
