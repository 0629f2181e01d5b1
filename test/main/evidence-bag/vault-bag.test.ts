import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE, diskOf, freshFolder, makeCase, newJobId, someBytes, someFile } from '../vault/support.ts';

const table = new TextEncoder().encode('\ufeffReference\r\n');
const about = (path: string) => ({
  jobId: newJobId(),
  path,
  caseId: CASE,
  title: 'Albu Kamal',
  day: '2026-11-23',
  software: 'Touchstone 1',
  table,
});

const PLAIN = { ref: 'E-01', mediaType: 'application/octet-stream', masks: [] };

describe('a bag of sealed evidence, by the vault', () => {
  it('holds the plain files, reads back sound, and tells how far it is', async () => {
    const phases = new Set<string>();
    const { vault } = await makeCase({
      onProgress: (progress) => phases.add('phase' in progress ? progress.phase : ''),
    });
    const bytes = someBytes(200_000);
    const blob = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile(bytes, 'photo.jpg') });
    const path = join(freshFolder(), 'bag.zip');
    const files = [{ ...blob, ...PLAIN, path: 'data/files/E-01-photo.jpg' }];
    const { bytes: size } = await vault.writeBag({ ...about(path), files });
    expect(readFileSync(path)).toHaveLength(size);
    expect(readFileSync(path).includes(Buffer.from(bytes))).toBe(true);
    expect(await vault.checkBag({ path })).toEqual({
      files: 2,
      bytes: bytes.length + table.length,
      problems: [],
    });
    expect(phases).toContain('writing');
  });

  it('of a locked case is not written', async () => {
    const { vault } = await makeCase();
    await vault.lock(null);
    const path = join(freshFolder(), 'bag.zip');
    await expect(vault.writeBag({ ...about(path), files: [] })).rejects.toMatchObject({ code: 'locked' });
    expect(existsSync(path)).toBe(false);
  });

  it('says that a file is missing, and leaves nothing behind', async () => {
    const { vault } = await makeCase();
    const path = join(freshFolder(), 'bag.zip');
    const files = [{ ...PLAIN, path: 'data/files/E-01.bin', sha256: 'ab'.repeat(32), crc32: 1, size: 5 }];
    await expect(vault.writeBag({ ...about(path), files })).rejects.toMatchObject({ code: 'blob-missing' });
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('on a disk that runs full says so, and leaves what stood there', async () => {
    const { vault } = await makeCase({ disk: diskOf(300_000) });
    const blob = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile(someBytes(20_000)) });
    const path = join(freshFolder(), 'bag.zip');
    const again = Array.from({ length: 20 }, (_, at) => ({
      ...blob,
      ...PLAIN,
      path: `data/files/E-${at}.bin`,
    }));
    await expect(vault.writeBag({ ...about(path), files: again })).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('refuses to verify what is no archive', async () => {
    const { vault } = await makeCase();
    await expect(vault.checkBag({ path: someFile('PK\u0003\u0004 and no more') })).rejects.toMatchObject({
      code: 'zip-damaged',
    });
    await expect(vault.checkBag({ path: '/nowhere/bag.zip' })).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});
