import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bagFiles } from '#core/exchange/bag/bag-files.ts';
import { createChange } from '#core/exchange/create-change.ts';
import { evidenceCsv } from '#core/exchange/csv/claims-csv.ts';
import { parseCsv } from '#core/exchange/csv/csv-text.ts';
import { withoutOffRecord } from '#core/report/off-record.ts';
import { checkBag } from '#main/vault/evidence-bag/check-bag.ts';
import { folderBag } from '#main/vault/evidence-bag/folder-bag.ts';
import { type EvidenceBag, writeEvidenceBag } from '#main/vault/evidence-bag/write-evidence-bag.ts';
import { zipBag } from '#main/vault/evidence-bag/zip-bag.ts';
import { realDisk } from '#main/vault/files/disk.ts';
import { crc32 } from '#main/vault/sealed/crc32.ts';
import { CaseWorld } from '../../support/case-world.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bag-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const file = (path: string, words: string) => {
  const bytes = Buffer.from(words);
  async function* read() {
    yield bytes;
  }
  const sums = { sha256: hash(bytes), crc32: crc32(bytes), size: bytes.length };
  return { path, ref: 'E-01', ...sums, mediaType: 'text/plain', masks: [], read };
};
const BAG: EvidenceBag = {
  title: 'Albu Kamal',
  caseId: '018f0000-0000-7000-8000-000000000001',
  day: '2026-11-23',
  software: 'Touchstone 1',
  table: Buffer.from('\ufeffReference\r\nE-01\r\n'),
  files: [file('data/files/E-01-photo.jpg', 'light'), file('data/files/E-02-صورة.txt', 'shadow')],
};
const watch = () => ({ signal: new AbortController().signal, report: () => undefined });
const write = (name = 'bag.zip') => writeEvidenceBag(realDisk, join(folder, name), BAG, watch());

async function check(name = 'bag.zip') {
  const handle = await realDisk.open(join(folder, name), 'r');
  try {
    return await checkBag(await zipBag(handle), new AbortController().signal);
  } finally {
    await handle.close();
  }
}

/** RFC 8493, The BagIt File Packaging Format (V1.0). */
describe('a bag of evidence', () => {
  it('2.1: declaration, payload under data/, a manifest of SHA-256; any unzip opens it', async () => {
    await write();
    execFileSync('unzip', ['-q', join(folder, 'bag.zip'), '-d', folder], {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    const root = join(folder, 'Albu-Kamal-evidence');
    expect(readFileSync(join(root, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    const manifest = readFileSync(join(root, 'manifest-sha256.txt'), 'utf8');
    for (const { path, sha256 } of BAG.files) expect(manifest).toContain(`${sha256}  ${path}\n`);
    expect(readFileSync(join(root, 'data/files/E-01-photo.jpg'), 'utf8')).toBe('light');
    const { problems } = await checkBag(await folderBag(root), new AbortController().signal);
    expect(problems).toEqual([]);
  });

  it('2.2.2: Payload-Oxum gives bytes and files; 3: it is complete and valid', async () => {
    await write();
    const bytes = BAG.table.length + 11;
    expect(await check()).toEqual({ files: 3, bytes, problems: [] });
    expect(execFileSync('unzip', ['-p', join(folder, 'bag.zip'), '*/bag-info.txt']).toString()).toContain(
      `Payload-Oxum: ${bytes}.3`,
    );
  });

  it('is the same for the same input, byte for byte', async () => {
    await write('a.zip');
    await write('b.zip');
    expect(readFileSync(join(folder, 'a.zip')).equals(readFileSync(join(folder, 'b.zip')))).toBe(true);
  });

  it('leaves nothing behind when a file of it cannot be read', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('li');
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    }
    const files = BAG.files.map((one) => ({ ...one, read: broken }));
    await expect(
      writeEvidenceBag(realDisk, join(folder, 'bag.zip'), { ...BAG, files }, watch()),
    ).rejects.toMatchObject({ code: 'write-failed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses to write content that is not what was measured', async () => {
    const other = file('data/files/E-01-photo.jpg', 'night');
    const files = [{ ...other, sha256: hash(Buffer.from('light')), crc32: crc32(Buffer.from('night')) }];
    await expect(
      writeEvidenceBag(realDisk, join(folder, 'bag.zip'), { ...BAG, files }, watch()),
    ).rejects.toMatchObject({ code: 'write-failed' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('verifying a bag that was altered', () => {
  it('names the file with the turned byte', async () => {
    await write();
    const bytes = readFileSync(join(folder, 'bag.zip'));
    bytes[bytes.indexOf('shadow')] = 0x53;
    writeFileSync(join(folder, 'bag.zip'), bytes);
    expect((await check()).problems).toEqual([{ path: 'data/files/E-02-صورة.txt', what: 'unreadable' }]);
  });

  it('names what is altered, missing and unlisted in a folder', async () => {
    await write();
    execFileSync('unzip', ['-q', join(folder, 'bag.zip'), '-d', folder], {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    const root = join(folder, 'Albu-Kamal-evidence');
    writeFileSync(join(root, 'data/files/E-01-photo.jpg'), 'night');
    rmSync(join(root, 'data/evidence.csv'));
    writeFileSync(join(root, 'data/more.txt'), 'x');
    const { problems } = await checkBag(await folderBag(root), new AbortController().signal);
    expect(problems).toEqual(
      expect.arrayContaining([
        { path: 'data/files/E-01-photo.jpg', what: 'altered' },
        { path: 'data/evidence.csv', what: 'missing' },
        { path: 'data/more.txt', what: 'unlisted' },
      ]),
    );
  });

  it('refuses an archive that was cut', async () => {
    await write();
    const { size } = statSync(join(folder, 'bag.zip'));
    writeFileSync(join(folder, 'bag.zip'), readFileSync(join(folder, 'bag.zip')).subarray(0, size - 30));
    await expect(check()).rejects.toMatchObject({ code: 'zip-damaged' });
  });
});

describe('what goes into a bag', () => {
  const blob = (name: string) => ({
    sha256: 'ab'.repeat(32),
    crc32: 1,
    size: 5,
    name,
    mediaType: 'image/jpeg',
    modified: null,
  });
  function world() {
    const made = new CaseWorld();
    const offRecord = {
      from: null,
      via: null,
      when: null,
      forwarded: null,
      saidToShow: null,
      terms: 'off record',
      consent: null,
    } as const;
    made.write([
      createChange('evidence', 'a', { ref: 'E-01', title: 'a', file: blob('IMG 01/../con:.JPG') }),
      createChange('evidence', 'b', { ref: 'E-01', title: 'b', file: blob('IMG 01/../con:.JPG') }),
      createChange('evidence', 'c', {
        ref: 'E-03',
        title: 'c',
        file: blob('secret.jpg'),
        receipt: offRecord,
      }),
      createChange('evidence', 'd', {
        ref: 'E-04',
        title: 'd',
        file: { ...blob('face.jpg'), sha256: 'cd'.repeat(32) },
        masks: [{ x: 0, y: 0, width: 1, height: 1 }],
      }),
      createChange('evidence', 'e', { ref: 'E-05', title: 'e', url: 'https://x.example' }),
      createChange('assessment', 's', { evidenceId: 'a', claimId: 'c1', stance: 'supports' }),
    ]);
    return { state: withoutOffRecord(made.state), texts: new Map() };
  }

  it('has safe names, two items of one reference apart, nothing off the record', () => {
    const { files } = bagFiles(world(), null);
    expect(files.map(({ path }) => path).slice(0, 2)).toEqual([
      'data/files/E-01-IMG-01-con.jpg',
      'data/files/E-01-IMG-01-con-2.jpg',
    ]);
    expect(files.some(({ path }) => path.includes('secret'))).toBe(false);
  });

  it('has a masked picture as a copy that is named so, with the parts to black out', () => {
    const { files, leftOut } = bagFiles(world(), null);
    expect(files.map(({ path, masks }) => [path, masks.length])).toContainEqual([
      'data/files/E-04-face-masked-copy.jpg',
      1,
    ]);
    expect(leftOut).toEqual([]);
  });

  it('has the file of a masked picture whole by no other item that holds it', () => {
    const made = new CaseWorld();
    const masks = [{ x: 0, y: 0, width: 0.5, height: 0.5 }];
    made.write([
      createChange('evidence', 'a', { ref: 'E-01', title: 'a', file: blob('face.jpg') }),
      createChange('evidence', 'b', { ref: 'E-02', title: 'b', file: blob('again.jpg'), masks }),
    ]);
    const { files } = bagFiles({ state: made.state, texts: new Map() }, null);
    expect(files.map((one) => one.masks)).toEqual([masks, masks]);
    const table = parseCsv(evidenceCsv({ state: made.state, texts: new Map() }, null));
    const cells = (name: string) => table.rows.map((row) => row.cells[table.columns.indexOf(name)]);
    expect([cells('Bytes'), cells('Masked parts')]).toEqual([
      ['', ''],
      ['1', '1'],
    ]);
  });

  it('leaves out, and says so, a masked file that no copy can be made of', () => {
    const made = new CaseWorld();
    const masks = [{ x: 0, y: 0, width: 0.5, height: 0.5 }];
    const webp = { ...blob('face.webp'), mediaType: 'image/webp' };
    made.write([createChange('evidence', 'a', { ref: 'E-01', title: 'a', file: webp, masks })]);
    expect(bagFiles({ state: made.state, texts: new Map() }, null)).toEqual({
      files: [],
      leftOut: ['E-01'],
    });
  });

  it('has what bears on the chosen claims only', () => {
    expect(bagFiles(world(), ['c1']).files).toHaveLength(1);
    expect(bagFiles(world(), ['c2']).files).toHaveLength(0);
  });
});
