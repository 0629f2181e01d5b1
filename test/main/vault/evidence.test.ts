import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Progress } from '#main/vault/evidence/progress.ts';
import { progressOf } from '#main/vault/evidence/progress.ts';
import { realDisk } from '#main/vault/files/disk.ts';
import {
  CASE,
  diskOf,
  diskWith,
  freshFolder,
  makeCase,
  makeVault,
  namesIn,
  newJobId,
  PASSPHRASE,
  someBytes,
  someFile,
  systemError,
} from './support.ts';

const MEGABYTE = 1024 * 1024;
const failsWith = (code: string) => expect.objectContaining({ name: 'VaultError', code });
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A disk that calls `act` once a person's file has been read for the first time. */
function diskThatMeanwhile(act: (path: string) => void) {
  let done = false;
  return diskWith({
    async open(path, flags, mode) {
      const file = await realDisk.open(path, flags, mode);
      if (flags !== 'r' || String(path).includes('/cases')) return file;
      const read = file.read.bind(file);
      Object.assign(file, {
        async read(...args: Parameters<typeof read>) {
          const result = await read(...args);
          if (!done) {
            done = true;
            act(String(path));
          }
          return result;
        },
      });
      return file;
    },
  });
}

describe('storing a file', () => {
  it.each([0, 1, 65_536, 3 * MEGABYTE + 5])('hashes and seals %i bytes in one pass', async (size) => {
    const { vault } = await makeCase();
    const plain = someBytes(size);
    const path = someFile(plain, 'photo.jpg.txt');
    const stored = await vault.store({ caseId: CASE, jobId: newJobId(), path });
    expect(stored).toMatchObject({
      sha256: sha256(plain),
      size,
      name: 'photo.jpg.txt',
      mediaType: 'text/plain',
    });
    expect(stored.modified).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const which = { caseId: CASE, sha256: stored.sha256 };
    expect(await vault.stat(which)).toEqual({ size });
    const { bytes } = await vault.read({ ...which, start: 0, end: size });
    expect(same(bytes, plain)).toBe(true);
  });

  it('keeps the same content once, under whatever names it comes', async () => {
    const { vault, evidence, nameOf } = await makeCase();
    const first = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('same', 'a.txt') });
    const second = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('same', 'b.txt') });
    expect(second.sha256).toBe(first.sha256);
    expect(second.name).toBe('b.txt');
    expect(namesIn(evidence)).toEqual([nameOf(first)]);
  });

  it('takes names as long as the disk allows, in any script', async () => {
    const { vault } = await makeCase();
    const name = `${'دير الزور '.repeat(13)}.txt`;
    const stored = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('x', name) });
    expect(stored.name).toBe(name);
  });

  it('tells how far it is, to the end', async () => {
    const seen: Progress[] = [];
    const { vault } = await makeCase({ onProgress: (progress) => seen.push(progress) });
    const jobId = newJobId();
    await vault.store({ caseId: CASE, jobId, path: someFile(someBytes(3 * MEGABYTE)) });
    expect(seen.at(-1)).toEqual({ jobId, done: 3 * MEGABYTE, total: 3 * MEGABYTE });
  });

  it('tells it at most ten times a second', () => {
    let now = 0;
    const seen: number[] = [];
    const report = progressOf(
      'job',
      1000,
      ({ done }) => seen.push(done),
      () => now,
    );
    for (let done = 1; done <= 1000; done++) {
      now += 1;
      report(done);
    }
    expect(seen).toHaveLength(11);
    expect(seen.at(-1)).toBe(1000);
  });

  it('is refused while the case is locked', async () => {
    const { vault, evidence } = await makeCase();
    await vault.lock(null);
    const stored = vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('x') });
    await expect(stored).rejects.toEqual(failsWith('locked'));
    expect(namesIn(evidence)).toEqual([]);
  });
});

describe('a file that cannot be stored', () => {
  it('is missing', async () => {
    const { vault } = await makeCase();
    const path = join(freshFolder(), 'gone.txt');
    await expect(vault.store({ caseId: CASE, jobId: newJobId(), path })).rejects.toEqual(
      failsWith('file-missing'),
    );
    const below = join(someFile('x'), 'below-a-file.txt');
    await expect(vault.store({ caseId: CASE, jobId: newJobId(), path: below })).rejects.toEqual(
      failsWith('file-missing'),
    );
  });

  it('is a folder, or a device that never ends', async () => {
    const { vault } = await makeCase();
    for (const path of [freshFolder(), '/dev/zero'])
      await expect(vault.store({ caseId: CASE, jobId: newJobId(), path })).rejects.toEqual(
        failsWith('not-a-file'),
      );
  });

  it('may not be read', async () => {
    const disk = diskWith({
      open: (path, flags, mode) =>
        String(path).endsWith('secret.txt')
          ? Promise.reject(systemError('EACCES'))
          : realDisk.open(path, flags, mode),
    });
    const { vault } = await makeCase({ disk });
    const stored = vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('x', 'secret.txt') });
    await expect(stored).rejects.toEqual(failsWith('file-unreadable'));
  });

  it.each<[string, string, (path: string) => void]>([
    ['grows', 'file-changed', (path) => appendFileSync(path, 'more')],
    ['shrinks', 'file-changed', (path) => truncateSync(path, 10)],
    ['is written over', 'file-changed', (path) => writeFileSync(path, someBytes(3 * MEGABYTE))],
    ['is removed', 'file-missing', (path) => rmSync(path)],
    ['is renamed', 'file-missing', (path) => renameSync(path, `${path}.moved`)],
    [
      'is replaced',
      'file-changed',
      (path) => {
        writeFileSync(`${path}.new`, someBytes(3 * MEGABYTE));
        renameSync(`${path}.new`, path);
      },
    ],
  ])('%s while it is read', async (_how, code, act) => {
    const { vault, evidence } = await makeCase({ disk: diskThatMeanwhile(act) });
    const path = someFile(someBytes(3 * MEGABYTE));
    await expect(vault.store({ caseId: CASE, jobId: newJobId(), path })).rejects.toEqual(failsWith(code));
    expect(namesIn(evidence)).toEqual([]);
  });

  it.each([0, 100_000, 2 * MEGABYTE])(
    'meets a disk that is full after %i bytes: nothing of it stays, what was there does',
    async (room) => {
      const { vault, folder, evidence, nameOf } = await makeCase();
      const kept = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('kept') });
      const { vault: onFullDisk } = makeVault({ folder, disk: diskOf(room) });
      await onFullDisk.unlock({ caseId: CASE, passphrase: PASSPHRASE });
      const path = someFile(someBytes(3 * MEGABYTE));
      const stored = onFullDisk.store({ caseId: CASE, jobId: newJobId(), path });
      await expect(stored).rejects.toEqual(failsWith('disk-full'));
      expect(namesIn(evidence)).toEqual([nameOf(kept)]);
    },
  );

  it('meets a disk that fails at the very end', async () => {
    const disk = diskWith({
      rename: (from, to) =>
        String(to).includes('evidence') ? Promise.reject(systemError('EIO')) : realDisk.rename(from, to),
    });
    const { vault, evidence } = await makeCase({ disk });
    const stored = vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('x') });
    await expect(stored).rejects.toEqual(failsWith('write-failed'));
    expect(namesIn(evidence)).toEqual([]);
  });

  it('of content that is being read on Windows is held by the copy that is there', async () => {
    const { vault, folder, evidence, nameOf } = await makeCase();
    const first = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('same') });
    const { vault: onWindows } = makeVault({
      folder,
      disk: diskWith({ rename: () => Promise.reject(systemError('EPERM')) }),
    });
    await onWindows.unlock({ caseId: CASE, passphrase: PASSPHRASE });
    const again = await onWindows.store({ caseId: CASE, jobId: newJobId(), path: someFile('same') });
    expect(again.sha256).toBe(first.sha256);
    expect(namesIn(evidence)).toEqual([nameOf(first)]);
    const other = onWindows.store({ caseId: CASE, jobId: newJobId(), path: someFile('other') });
    await expect(other).rejects.toEqual(failsWith('write-failed'));
    expect(namesIn(evidence)).toEqual([nameOf(first)]);
  });

  it('follows a link to a file, as a person expects', async () => {
    const { vault } = await makeCase();
    const link = join(freshFolder(), 'link.txt');
    symlinkSync(someFile('linked'), link);
    const stored = await vault.store({ caseId: CASE, jobId: newJobId(), path: link });
    expect(stored).toMatchObject({ name: 'link.txt', size: 6 });
  });
});

describe('stopping', () => {
  /** Stops a job from within its first progress report, so that it is surely under way. */
  async function storeAndStop(stop: 'cancel' | 'lock' | 'destroy') {
    const jobId = newJobId();
    let act = (): Promise<unknown> => Promise.resolve();
    const stopped: Promise<unknown>[] = [];
    const made = await makeCase({
      onProgress: () => {
        if (stopped.length === 0) stopped.push(act());
      },
    });
    act = {
      cancel: () => made.vault.cancel({ jobId }),
      lock: () => made.vault.lock(null),
      destroy: () => made.vault.destroy({ caseId: CASE }),
    }[stop];
    const path = someFile(someBytes(5 * MEGABYTE));
    const error = await made.vault.store({ caseId: CASE, jobId, path }).catch((error: unknown) => error);
    await Promise.all(stopped);
    expect(stopped).toHaveLength(1);
    return { ...made, error };
  }

  it('by the person leaves nothing, and the vault works on', async () => {
    const { vault, evidence, error } = await storeAndStop('cancel');
    expect(error).toEqual(failsWith('cancelled'));
    expect(namesIn(evidence)).toEqual([]);
    await expect(
      vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('x') }),
    ).resolves.toBeDefined();
  });

  it('by a lock leaves nothing', async () => {
    const { evidence, error } = await storeAndStop('lock');
    expect(error).toEqual(failsWith('locked'));
    expect(namesIn(evidence)).toEqual([]);
  });

  it('by destroying the case leaves no folder', async () => {
    const { folder, error } = await storeAndStop('destroy');
    expect(error).toEqual(failsWith('locked'));
    expect(namesIn(folder)).toEqual([]);
  });

  it('of a job that is not there is no error', async () => {
    const { vault } = await makeCase();
    await expect(vault.cancel({ jobId: newJobId() })).resolves.toBeNull();
  });
});

describe('pasting bytes', () => {
  const begin = (size: number, jobId = newJobId()) => ({
    caseId: CASE,
    jobId,
    name: 'x'.repeat(300),
    mediaType: 'image/x-icon',
    size,
  });

  it('seals the slices in order as one file, even when nobody waits for them', async () => {
    const { vault } = await makeCase();
    const plain = someBytes(200_000);
    const paste = begin(plain.length);
    await vault.begin(paste);
    const { jobId } = paste;
    const slices = [plain.subarray(0, 70_000), plain.subarray(70_000, 70_001), plain.subarray(70_001)];
    const calls = slices.map((bytes) => vault.slice({ jobId, bytes }));
    const stored = await vault.end({ jobId });
    await Promise.all(calls);
    expect(stored).toEqual(
      expect.objectContaining({
        sha256: sha256(plain),
        name: 'x'.repeat(300),
        mediaType: 'image/x-icon',
        modified: null,
      }),
    );
    const { bytes } = await vault.read({ caseId: CASE, sha256: stored.sha256, start: 0, end: plain.length });
    expect(same(bytes, plain)).toBe(true);
  });

  it('believes the bytes more than the type that was claimed', async () => {
    const { vault } = await makeCase();
    const png = Buffer.from('\x89PNG\r\n\x1a\n rest', 'latin1');
    const paste = { ...begin(png.length), name: 'clipboard' };
    await vault.begin(paste);
    await vault.slice({ jobId: paste.jobId, bytes: png.subarray(0, 3) });
    await vault.slice({ jobId: paste.jobId, bytes: png.subarray(3) });
    expect((await vault.end({ jobId: paste.jobId })).mediaType).toBe('image/png');
  });

  it.each([
    ['fewer', 10, 9],
    ['more', 10, 11],
  ])('refuses %s bytes than announced, and leaves nothing', async (_which, announced, sent) => {
    const { vault, evidence } = await makeCase();
    const paste = begin(announced);
    await vault.begin(paste);
    const outcome = vault
      .slice({ jobId: paste.jobId, bytes: someBytes(sent) })
      .then(() => vault.end({ jobId: paste.jobId }));
    await expect(outcome).rejects.toEqual(failsWith('file-changed'));
    expect(namesIn(evidence)).toEqual([]);
  });

  it('refuses an id that is taken and slices of a paste that is not', async () => {
    const { vault } = await makeCase();
    const paste = begin(1);
    await vault.begin(paste);
    await expect(vault.begin(paste)).rejects.toEqual(failsWith('bad-request'));
    const slice = vault.slice({ jobId: newJobId(), bytes: someBytes(1) });
    await expect(slice).rejects.toEqual(failsWith('cancelled'));
  });

  it.each([
    ['cancel', 'cancelled'],
    ['lock', 'cancelled'],
  ])('is given up by a %s, and leaves nothing', async (how, code) => {
    const { vault, evidence } = await makeCase();
    const paste = begin(100);
    await vault.begin(paste);
    await vault.slice({ jobId: paste.jobId, bytes: someBytes(50) });
    if (how === 'cancel') await vault.cancel({ jobId: paste.jobId });
    else await vault.lock(null);
    expect(namesIn(evidence)).toEqual([]);
    const more = vault.slice({ jobId: paste.jobId, bytes: someBytes(50) });
    await expect(more).rejects.toEqual(failsWith(code));
  });

  it('meets a full disk', async () => {
    const { vault, evidence } = await makeCase({ disk: diskOf(200_000) });
    const paste = begin(3 * MEGABYTE);
    await vault.begin(paste);
    const written = vault.slice({ jobId: paste.jobId, bytes: someBytes(3 * MEGABYTE) });
    await expect(written).rejects.toEqual(failsWith('disk-full'));
    expect(namesIn(evidence)).toEqual([]);
  });
});

describe('the sweep', () => {
  it('removes what a crash left and nothing the case names', async () => {
    const { vault, folder, evidence, nameOf } = await makeCase();
    const kept = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('kept') });
    const orphan = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('orphan') });
    writeFileSync(join(evidence, '0123456789abcdef.part'), 'half');
    const { vault: restarted } = makeVault({ folder });
    await restarted.unlock({ caseId: CASE, passphrase: PASSPHRASE });
    expect(await restarted.sweep({ caseId: CASE, keep: [kept.sha256] })).toEqual({ removed: 2 });
    expect(namesIn(evidence)).toEqual([nameOf(kept)]);
    await expect(restarted.stat({ caseId: CASE, sha256: orphan.sha256 })).rejects.toEqual(
      failsWith('blob-missing'),
    );
  });

  it('spares what was sealed since the case was unlocked, and what is being written', async () => {
    const { vault, evidence, nameOf } = await makeCase();
    const fresh = await vault.store({ caseId: CASE, jobId: newJobId(), path: someFile('fresh') });
    const jobId = newJobId();
    await vault.begin({ caseId: CASE, jobId, name: 'n', mediaType: '', size: 1 });
    expect(await vault.sweep({ caseId: CASE, keep: [] })).toEqual({ removed: 0 });
    expect(namesIn(evidence).map((name) => basename(name))).toContain(nameOf(fresh));
    await vault.slice({ jobId, bytes: someBytes(1) });
    await expect(vault.end({ jobId })).resolves.toMatchObject({ size: 1 });
  });

  it('finds nothing to do in a case without evidence', async () => {
    const { vault, folder } = await makeCase();
    expect(await vault.sweep({ caseId: CASE, keep: [] })).toEqual({ removed: 0 });
    mkdirSync(join(folder, CASE, 'evidence'));
    expect(await vault.sweep({ caseId: CASE, keep: [] })).toEqual({ removed: 0 });
  });
});
