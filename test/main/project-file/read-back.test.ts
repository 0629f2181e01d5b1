import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, realDisk } from '#main/vault/files/disk.ts';
import { openPayload } from '#main/vault/project-file/age/payload-reader.ts';
import { openHeader } from '#main/vault/project-file/age/header.ts';
import { checkBag } from '#main/vault/project-file/read-bag.ts';
import { writeProjectFile } from '#main/vault/project-file/write-file.ts';
import {
  freshFolder,
  open as openChecked,
  PASSPHRASE,
  projectFile,
  sampleContent,
  verify,
} from './support.ts';

/** A disk that keeps another byte than it was given at one place of each new file. */
const lying = (at: number): Disk => ({
  ...realDisk,
  open: async (path, flags, mode) => {
    const file = await realDisk.open(path, flags, mode);
    if (!String(flags).includes('w')) return file;
    const sync = file.sync.bind(file);
    file.sync = async () => {
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, at);
      byte[0] = (byte[0] ?? 0) ^ 1;
      await file.write(byte, 0, 1, at);
      await sync();
    };
    return file;
  },
});

const save = (disk: Disk, path: string) =>
  writeProjectFile(disk, {
    path,
    protection: PASSPHRASE,
    content: sampleContent(),
    expected: 0,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });

describe('reading back what was written', () => {
  it('notices a byte that the disk did not keep, wherever it is, and leaves the old file', async () => {
    const path = join(freshFolder(), 'case.touchstone');
    writeFileSync(path, 'the old file');
    const size = readFileSync(await projectFile()).length;
    for (let at = 0; at < size; at += 1999) {
      await expect(save(lying(at), path), `byte ${at}`).rejects.toMatchObject({ code: expect.any(String) });
      expect(readFileSync(path, 'utf8')).toBe('the old file');
      expect(readdirSync(dirname(path))).toEqual(['case.touchstone']);
    }
    await save(realDisk, path);
    await expect(verify(path)).resolves.toMatchObject({ entries: 6 });
  });

  it('takes the history for the one that was written by its hash alone', async () => {
    const path = await projectFile();
    const { bag } = await openChecked(path);
    const file = await open(path);
    try {
      const bytes = readFileSync(path);
      const { payloadStart, payloadKey } = await openHeader(bytes, PASSPHRASE);
      const check = (sha256: string) =>
        checkBag(
          openPayload(file, payloadStart, bytes.length, payloadKey),
          { signal: new AbortController().signal, report: () => undefined },
          { sha256, journal: bag.journal },
        );
      await expect(check('0'.repeat(64))).rejects.toMatchObject({
        code: 'bag-checksum-differs',
        part: 'data/journal.jsonl',
      });
    } finally {
      await file.close();
    }
  });
});
