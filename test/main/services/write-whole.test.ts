import { open, rename, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Disk, writeNew, writeWhole } from '#main/services/files/write-whole.ts';
import { freshFolder } from '../vault/support.ts';

const run = promisify(execFile);
const PDF = new TextEncoder().encode('%PDF-1.7 new');

/** A disk on which writing fails with this code. */
const failing = (code: string): Disk => ({
  rename,
  rm,
  open: async (...args) => {
    const file = await open(...args);
    file.writeFile = async () => {
      await file.write(PDF.subarray(0, 4));
      throw Object.assign(new Error(code), { code });
    };
    return file;
  },
});

const write = (path: string, bytes: Uint8Array, disk?: Disk): Promise<void> =>
  writeWhole(path, (temporary) => writeNew(temporary, bytes, disk), disk);

describe('a file that leaves', () => {
  it('takes the place of an older one, and leaves nothing beside it', async () => {
    const folder = freshFolder();
    const path = join(folder, 'report.pdf');
    writeFileSync(path, 'old');
    await write(path, PDF);
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7 new');
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'write-failed'],
  ])('fails on %s as %s with the older one untouched', async (system, code) => {
    const folder = freshFolder();
    const path = join(folder, 'report.pdf');
    writeFileSync(path, 'old');
    await expect(write(path, PDF, failing(system))).rejects.toMatchObject({ code, message: system });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  });

  it('cannot go where a folder stands or into a folder that is not there', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'report.pdf', 'inside'), { recursive: true });
    await expect(write(join(folder, 'report.pdf'), PDF)).rejects.toMatchObject({ code: 'write-failed' });
    await expect(write(join(folder, 'none', 'r.pdf'), PDF)).rejects.toMatchObject({ message: 'ENOENT' });
    expect(readdirSync(folder)).toEqual(['report.pdf']);
  });

  it.skipIf(process.platform === 'win32')('never takes the place of a pipe (none on Windows)', async () => {
    const path = join(freshFolder(), 'pipe');
    await run('mkfifo', [path]);
    await expect(write(path, PDF)).rejects.toMatchObject({ code: 'write-failed', message: 'ENOTFILE' });
    expect(statSync(path).isFIFO()).toBe(true);
  });
});
