import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedChanges } from '#core/exchange/case-folder.ts';
import { buildExport, type TextFormat } from '#core/exchange/build-export.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { CaseWorld } from '../../support/case-world.ts';
import { workedPdf } from '../report/support.ts';
import { bundled, NODE_PATH } from '../project-file/bundle.ts';

const SAMPLE = resolve(import.meta.dirname, '../../../seeds/deir-ezzor');
const folder = mkdtempSync(join(tmpdir(), 'touchstone-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let program: string;
const files = new Map<TextFormat, string>();

function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...process.env, NODE_PATH } },
      (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

beforeAll(async () => {
  program = await bundled('src-main/cli/index.ts', join(folder, 'build', 'main'));
  const world = new CaseWorld();
  const read = (name: string) => readFileSync(join(SAMPLE, name), 'utf8');
  const { changes, texts } = seedChanges(read('case.json'), read('article.txt'), world.context);
  world.write(changes);
  const leaving = leavingCase(world.state, texts, { language: 'en', hidesActors: true });
  const review = { url: null, authorName: null, authorUrl: null, language: null, scale: null };
  for (const format of ['html', 'claims-csv'] as const) {
    const setup = {
      format,
      claimIds: null,
      review,
      today: '2026-11-23',
      language: 'en',
      collectionId: 'x',
    } as const;
    const path = join(folder, `sample.${format}`);
    writeFileSync(path, buildExport(leaving, setup).text);
    files.set(format, path);
  }
}, 60_000);

const pathOf = (format: TextFormat): string => files.get(format) ?? '';

/** A copy of the file with words changed. */
function altered(format: TextFormat, from: string, to: string): string {
  const path = join(folder, `altered.${format}`);
  const text = readFileSync(pathOf(format), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return path;
}

describe('touchstone verify FILE', () => {
  it('an HTML report that holds: 0', async () => {
    const { code, out } = await cli('verify', pathOf('html'));
    expect([code, out]).toEqual([0, expect.stringContaining('sound: everything in it fits its fingerprint')]);
  });

  it('an HTML report with one word changed: 6, in words', async () => {
    const { code, out } = await cli('verify', altered('html', 'Not started', 'Corroborated'));
    expect([code, out]).toEqual([
      6,
      expect.stringContaining('ALTERED: its content does not fit its fingerprint'),
    ]);
  });

  it('a table against the case it came from: 0; with a statement changed: 8, and what differs', async () => {
    expect((await cli('verify', pathOf('claims-csv'), '--case', SAMPLE)).code).toBe(0);
    const { code, out } = await cli(
      'verify',
      altered('claims-csv', 'not started', 'insufficient'),
      '--case',
      SAMPLE,
    );
    expect([code, out]).toEqual([
      8,
      expect.stringMatching(/differs {4}C-01, Reason: “insufficient” in the file/),
    ]);
  });

  it('a table without a case: 9, and what to do', async () => {
    const { code, out } = await cli('verify', pathOf('claims-csv'));
    expect([code, out]).toEqual([9, expect.stringContaining('--case')]);
  });

  it('a folder that is a bag: 0; with a file altered: 6; a folder that is none: 6', async () => {
    const bag = join(folder, 'bag');
    mkdirSync(join(bag, 'data'), { recursive: true });
    writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    writeFileSync(join(bag, 'data/a.txt'), 'abc');
    const sum = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    writeFileSync(join(bag, 'manifest-sha256.txt'), `${sum}  data/a.txt\n`);
    expect(await cli('verify', bag)).toMatchObject({
      code: 0,
      out: expect.stringContaining('sound') as string,
    });
    writeFileSync(join(bag, 'data/a.txt'), 'abd');
    expect(await cli('verify', bag)).toMatchObject({
      code: 6,
      out: expect.stringContaining('altered    data/a.txt') as string,
    });
    expect((await cli('verify', SAMPLE)).code).toBe(6);
  });

  it('a file that is not there: 3; one of another kind: 9', async () => {
    expect((await cli('verify', join(folder, 'none'))).code).toBe(3);
    writeFileSync(join(folder, 'x.pdf'), '%PDF-1.7\n');
    expect((await cli('verify', join(folder, 'x.pdf'))).code).toBe(9);
  });

  it('a report as PDF: sound, and altered after one byte', async () => {
    const report = join(folder, 'report.pdf');
    writeFileSync(report, workedPdf('a4', 6).pdf);
    const found = await cli('verify', report);
    expect(found).toMatchObject({ code: 0, out: expect.stringMatching(/a PDF; sound/u) });
    const bytes = readFileSync(report);
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(report, bytes);
    expect(await cli('verify', report)).toMatchObject({ code: 6, out: expect.stringMatching(/ALTERED/u) });
  });
});
