import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { realDisk } from '#main/vault/files/disk.ts';
import { CASE, diskWith, makeCase, newJobId, OTHER_CASE, someFile, systemError } from '../vault/support.ts';
import { actorId } from '../../support/project-content.ts';
import { DOCUMENT_ID, freshFolder, INFO, PASSPHRASE, TEXT, verify } from './support.ts';
import { caseWith, failsWith, journalOf, MIB, namesBeside, refOf, save, target } from './vault-case.ts';

type Reports = Array<{ readonly phase?: string; readonly done: number; readonly total: number }>;

describe('saving from the vault', () => {
  it('writes what a second vault takes in: entries, texts and evidence under keys of its own', async () => {
    const { vault, photo, blob } = await caseWith(3 * MIB + 7);
    const path = target();
    const saved = await save(vault, path, blob);
    expect(saved).toMatchObject({ bytes: readFileSync(path).length, summary: { evidence: { files: 1 } } });
    const other = (await makeCase()).vault;
    const jobId = newJobId();
    expect(await other.inspectFile({ path })).toEqual({ opensBy: 'passphrase' });
    const summary = await other.openFile({ jobId, path, secret: PASSPHRASE });
    expect(summary).toMatchObject({ info: { caseId: CASE }, entries: saved.summary.entries });
    const slices: Uint8Array[] = [];
    for (let next = await other.takeEntries({ jobId }); !next.done; next = await other.takeEntries({ jobId }))
      slices.push(next.bytes);
    expect(Buffer.concat(slices).equals(journalOf(blob))).toBe(true);
    expect(await other.takeText({ jobId, id: DOCUMENT_ID })).toEqual({ text: TEXT });
    expect(await other.takeEvidence({ jobId, caseId: CASE })).toEqual({ taken: 1, held: 0 });
    expect(await other.takeEvidence({ jobId, caseId: CASE })).toEqual({ taken: 0, held: 1 });
    await other.closeFile({ jobId });
    const { bytes } = await other.read({ caseId: CASE, sha256: blob.sha256, start: 0, end: photo.length });
    expect(photo.equals(bytes)).toBe(true);
    await expect(other.takeEntries({ jobId })).rejects.toEqual(failsWith('cancelled'));
  });

  it('gives back a file that was altered on the disk: its quarantine ends', async () => {
    const { vault, photo, blob, evidence, nameOf } = await caseWith(MIB);
    const path = target();
    await save(vault, path, blob);
    const { sha256, size } = blob;
    const sealed = join(evidence, nameOf(blob));
    const bytes = readFileSync(sealed);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    writeFileSync(sealed, bytes);
    const verdict = async () =>
      (await vault.check({ caseId: CASE, jobId: newJobId(), sha256, size, slow: false })).verdict;
    expect(await verdict()).toBe('altered');
    const jobId = newJobId();
    await vault.openFile({ jobId, path, secret: PASSPHRASE });
    expect(await vault.takeEvidence({ jobId, caseId: CASE })).toEqual({ taken: 1, held: 0 });
    await vault.closeFile({ jobId });
    expect((await vault.quarantined({ caseId: CASE, sha256s: [sha256] })).sha256s).toEqual([]);
    expect(await verdict()).toBe('same');
    const read = await vault.read({ caseId: CASE, sha256, start: 0, end: size });
    expect(photo.equals(read.bytes)).toBe(true);
  });

  it('says how far it is, writing apart from reading back', async () => {
    const reports: Reports = [];
    const { vault, blob } = await caseWith(2 * MIB, { onProgress: (report) => reports.push(report) });
    await save(vault, target(), blob);
    const phases = reports.map(({ phase }) => phase).filter((phase) => phase !== undefined);
    expect([...new Set(phases)]).toEqual(['writing', 'verifying']);
    expect(reports.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('states the space it needs, and never too little', async () => {
    const { vault, blob } = await caseWith(MIB);
    const path = target();
    const journal = journalOf(blob).length;
    const { needed, free } = await vault.spaceForSave({
      folder: dirname(path),
      journal,
      documents: TEXT.length,
      evidence: [blob.size],
    });
    const { bytes } = await save(vault, path, blob);
    expect(needed).toBeGreaterThanOrEqual(bytes);
    expect(needed).toBeLessThan(bytes + MIB);
    expect(free).toBeGreaterThan(0);
  });

  it('seals a file again as it was sealed, and forgets how when the case is locked', async () => {
    const { vault, blob } = await caseWith(10);
    const path = target();
    const again = { protection: { again: true } } as const;
    await expect(save(vault, path, blob, again)).rejects.toEqual(failsWith('not-saved-yet'));
    await save(vault, path, blob);
    const first = readFileSync(path);
    await save(vault, path, blob, again);
    expect(readFileSync(path).equals(first)).toBe(false);
    await verify(path, PASSPHRASE);
    await expect(save(vault, target(), blob, again)).rejects.toEqual(failsWith('not-saved-yet'));
    await vault.lock(null);
    await expect(save(vault, path, blob, again)).rejects.toMatchObject({ name: 'VaultError' });
  });

  it('stopped half-way leaves the old file and nothing beside it', async () => {
    const { vault, blob } = await caseWith(MIB);
    const path = target();
    await save(vault, path, blob);
    const old = readFileSync(path);
    const jobId = newJobId();
    const sizes = { journal: 1, documents: 1 };
    const info = { ...INFO, caseId: CASE };
    await vault.beginSave({
      jobId,
      caseId: CASE,
      path,
      info,
      protection: PASSPHRASE,
      sizes,
      evidence: [refOf(blob)],
      sign: false,
    });
    await vault.saveEntries({ jobId, bytes: journalOf(blob) });
    await vault.cancel({ jobId });
    await expect(vault.endSave({ jobId })).rejects.toEqual(failsWith('cancelled'));
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(namesBeside(path)).toEqual(['case.touchstone']);
  });

  it('stops when everything is locked', async () => {
    const { vault, blob } = await caseWith(MIB);
    const path = target();
    const jobId = newJobId();
    const info = { ...INFO, caseId: CASE };
    const sizes = { journal: 1, documents: 1 };
    await vault.beginSave({
      jobId,
      caseId: CASE,
      path,
      info,
      protection: PASSPHRASE,
      sizes,
      evidence: [refOf(blob)],
      sign: false,
    });
    await vault.lock(null);
    await expect(vault.saveEntries({ jobId, bytes: journalOf(blob) })).rejects.toMatchObject({
      name: 'VaultError',
    });
    expect(namesBeside(path)).toEqual([]);
  });

  it('does not write a journal that nobody could read, and says which line', async () => {
    const { vault, blob } = await caseWith(10);
    const path = target();
    const jobId = newJobId();
    const info = { ...INFO, caseId: CASE };
    const sizes = { journal: 1, documents: 1 };
    await vault.beginSave({
      jobId,
      caseId: CASE,
      path,
      info,
      protection: PASSPHRASE,
      sizes,
      evidence: [refOf(blob)],
      sign: false,
    });
    const [one = '', ...rest] = journalOf(blob).toString().split('\n');
    await vault
      .saveEntries({ jobId, bytes: Buffer.from([one, rest[1], ...rest].join('\n')) })
      .catch(() => undefined);
    await expect(vault.endSave({ jobId })).rejects.toMatchObject({
      code: 'chain-missing',
      part: `entry 2 of ${actorId(1)}`,
    });
    expect(namesBeside(path)).toEqual([]);
  });

  it('of evidence that is gone or was altered on this disk fails and leaves the old file', async () => {
    const { vault, blob, nameOf, evidence } = await caseWith(200_000);
    const path = target();
    await save(vault, path, blob);
    const old = readFileSync(path);
    const sealed = join(evidence, nameOf(blob));
    const bytes = readFileSync(sealed);
    writeFileSync(
      sealed,
      bytes.map((byte, at) => (at === 100_000 ? byte ^ 1 : byte)),
    );
    await expect(save(vault, path, blob)).rejects.toEqual(failsWith('blob-damaged'));
    await expect(save(vault, path, { ...blob, sha256: '0'.repeat(64) })).rejects.toEqual(
      failsWith('blob-missing'),
    );
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(namesBeside(path)).toEqual(['case.touchstone']);
  });
});

describe('a place that cannot be written', () => {
  it.each(['ENOSPC', 'EDQUOT'])('runs full (%s): the old file stays, nothing else', async (code) => {
    let room = Number.POSITIVE_INFINITY;
    const disk = diskWith({
      async open(path, flags, mode) {
        const file = await realDisk.open(path, flags, mode);
        const writeFile = file.writeFile.bind(file);
        if (!String(path).includes('touchstone.')) return file;
        file.writeFile = async (data, options) => {
          room -= data instanceof Uint8Array ? data.length : 0;
          if (room < 0) throw systemError(code);
          await writeFile(data, options);
        };
        return file;
      },
    });
    const { vault, blob } = await caseWith(3 * MIB, { disk });
    const path = target();
    await save(vault, path, blob);
    const old = readFileSync(path);
    for (const left of [0, 100, MIB, 2 * MIB]) {
      room = left;
      await expect(save(vault, path, blob)).rejects.toEqual(failsWith('disk-full'));
      expect(readFileSync(path).equals(old)).toBe(true);
      expect(namesBeside(path)).toEqual(['case.touchstone']);
    }
  });

  it('is a folder that is gone or cannot be written: the old file stays', async () => {
    const { vault, blob } = await caseWith(1000);
    const path = target();
    await save(vault, path, blob);
    const old = readFileSync(path);
    const readOnly = diskWith({
      async open(at, flags, mode) {
        if (String(at).includes('case.touchstone.') && flags !== 'r') throw systemError('EACCES');
        return realDisk.open(at, flags, mode);
      },
    });
    const refused = await caseWith(1000, { disk: readOnly });
    await expect(save(refused.vault, path, refused.blob)).rejects.toEqual(failsWith('write-failed'));
    const nowhere = join(dirname(path), 'none', 'x.touchstone');
    await expect(save(vault, nowhere, blob)).rejects.toEqual(failsWith('write-failed'));
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(namesBeside(path)).toEqual(['case.touchstone']);
  });

  it('has a folder of that name: it says so and leaves nothing', async () => {
    const { vault, blob } = await caseWith(1000);
    const path = target();
    mkdirSync(path);
    await expect(save(vault, path, blob)).rejects.toEqual(failsWith('write-failed'));
    expect(namesBeside(path)).toEqual(['case.touchstone']);
  });
});

/** Mounts a small disk; only root may. */
function mountSmall(options: string): string | null {
  const folder = freshFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
    return folder;
  } catch {
    return null;
  }
}
function unmount(folder: string | null): boolean {
  if (folder !== null) execFileSync('umount', [folder]);
  return folder !== null;
}
const mayMount = unmount(mountSmall('size=1m'));

describe.skipIf(!mayMount)('a true small disk (skipped where mounting is not allowed)', () => {
  let folder: string;
  beforeEach(() => {
    folder = mountSmall('size=4m') ?? '';
    onTestFinished(() => void unmount(folder));
  });

  it('that has no room says so before anything is written, and leaves the old file', async () => {
    const { vault, blob } = await caseWith(2.5 * MIB);
    const path = join(folder, 'case.touchstone');
    await save(vault, path, blob);
    const old = readFileSync(path);
    await expect(save(vault, path, blob)).rejects.toEqual(failsWith('disk-full'));
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(readdirSync(folder)).toEqual(['case.touchstone']);
  });

  it('that runs full while writing leaves the old file', async () => {
    const { vault, blob } = await caseWith(1.5 * MIB);
    const path = join(folder, 'case.touchstone');
    await save(vault, path, blob);
    const old = readFileSync(path);
    // Fills the room once the first bytes are on their way.
    const jobId = newJobId();
    const info = { ...INFO, caseId: CASE };
    const sizes = { journal: 1, documents: 1 };
    const input = { jobId, caseId: CASE, path, info, protection: PASSPHRASE, sizes, sign: false };
    await vault.beginSave({ ...input, evidence: [refOf(blob)] });
    await vault.saveEntries({ jobId, bytes: journalOf(blob) });
    writeFileSync(join(folder, 'filler'), Buffer.alloc(2 * MIB));
    await vault.saveText({ jobId, id: DOCUMENT_ID, bytes: Buffer.from(TEXT) });
    await expect(vault.endSave({ jobId })).rejects.toEqual(failsWith('disk-full'));
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['case.touchstone', 'filler']);
  });

  it('that is read-only leaves the old file', async () => {
    const { vault, blob } = await caseWith(1000);
    const path = join(folder, 'case.touchstone');
    await save(vault, path, blob);
    const old = readFileSync(path);
    execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'pipe' });
    await expect(save(vault, path, blob)).rejects.toEqual(failsWith('write-failed'));
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(readdirSync(folder)).toEqual(['case.touchstone']);
  });
});

describe('opening in the vault', () => {
  it('refuses with the place, and holds nothing open', async () => {
    const { vault, blob } = await caseWith(1000);
    const path = target();
    await save(vault, path, blob);
    const bytes = readFileSync(path);
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const jobId = newJobId();
    const refused = vault.openFile({ jobId, path, secret: PASSPHRASE });
    await expect(refused).rejects.toMatchObject({
      name: 'VaultError',
      code: 'age-payload-damaged',
      part: 'piece 1 of 1',
    });
    await expect(vault.takeEvidence({ jobId, caseId: CASE })).rejects.toEqual(failsWith('cancelled'));
    await expect(vault.openFile({ jobId, path: `${path}x`, secret: PASSPHRASE })).rejects.toEqual(
      failsWith('file-missing'),
    );
    await expect(vault.openFile({ jobId, path: dirname(path), secret: PASSPHRASE })).rejects.toEqual(
      failsWith('file-unreadable'),
    );
  });

  it('takes nothing into a case that is locked, and can be stopped', async () => {
    const { vault, blob } = await caseWith(1000);
    const path = target();
    await save(vault, path, blob);
    const jobId = newJobId();
    await vault.openFile({ jobId, path, secret: PASSPHRASE });
    await expect(vault.takeEvidence({ jobId, caseId: OTHER_CASE })).rejects.toEqual(failsWith('locked'));
    await vault.lock(null);
    await expect(vault.takeEntries({ jobId })).rejects.toEqual(failsWith('cancelled'));
  });

  it.each([2, 14, 18])('with a wrong passphrase at work factor %i says so', async (workFactor) => {
    const { vault, blob } = await caseWith(1000);
    const path = target();
    await save(vault, path, blob, { protection: { passphrase: 'right', workFactor } });
    const open = (secret: { passphrase: string }) => vault.openFile({ jobId: newJobId(), path, secret });
    await expect(open({ passphrase: 'wrong' })).rejects.toEqual(failsWith('wrong-passphrase'));
    expect(await verify(path, { passphrase: 'right' })).toMatchObject({ entries: 53 });
  });

  it('refuses by name to guess for hours', async () => {
    const { vault } = await makeCase();
    for (const factor of [21, 22, 30, 63]) {
      const body = Buffer.alloc(32).toString('base64').replace(/=+$/, '');
      const header = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} ${factor}\n${body}\n--- ${'A'.repeat(43)}\n`;
      const path = someFile(Buffer.concat([Buffer.from(header), randomBytes(200)]), 'x.touchstone');
      const opened = vault.openFile({ jobId: newJobId(), path, secret: { passphrase: 'x' } });
      await expect(opened).rejects.toMatchObject({ code: 'work-factor-too-high', part: String(factor) });
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'not-age-file'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n rest', 'latin1'), 'not-age-file'],
    ['a bare archive', Buffer.from('PK\x03\x04'), 'not-age-file'],
    ['an armored file', Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n'), 'age-armored'],
    ['a newer age', Buffer.from('age-encryption.org/v2\n-> x\n'), 'age-newer-version'],
    ['a cut header', Buffer.from('age-encryption.org/v1\n-> scrypt AAAA'), 'age-header-damaged'],
    [
      'an endless header',
      Buffer.from(`age-encryption.org/v1\n${'-> X25519 AAAA\n'.repeat(10_000)}`),
      'age-header-damaged',
    ],
  ])('says what a file is not: %s', async (_what, bytes, code) => {
    const { vault } = await makeCase();
    const path = someFile(bytes, 'x.touchstone');
    await expect(vault.openFile({ jobId: newJobId(), path, secret: { passphrase: 'x' } })).rejects.toEqual(
      failsWith(code),
    );
    await expect(vault.inspectFile({ path })).rejects.toEqual(failsWith(code));
  });
});
