import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BlobRef } from '#core/model/evidence.ts';
import { type Disk, realDisk } from '#main/vault/files/disk.ts';
import { createVault, type Vault, type VaultOptions } from '#main/vault/vault.ts';
import { chainOf, linesOf } from '../../support/project-content.ts';
import { DOCUMENT_ID, INFO, smallCase, TEXT, verify } from '../project-file/support.ts';
import {
  CASE,
  CHEAP,
  diskOf,
  diskWith,
  freshFolder,
  makeCase,
  namesIn,
  newJobId,
  PASSPHRASE as CASE_PASSPHRASE,
  someFile,
  systemError,
} from './support.ts';

const WORDS = 'words for the stick';
const SEALED = { passphrase: WORDS, workFactor: 10 };
const failsWith = (code: string) => expect.objectContaining({ name: 'VaultError', code });
const isSnapshot = (name: string): boolean => name.endsWith('.touchstone');
const refOf = ({ sha256, crc32, size }: BlobRef) => ({ sha256, crc32, size, ext: 'bin' });

/** An unlocked case with a piece of evidence, kept in a fresh folder. */
async function keptCase(options: Partial<VaultOptions> = {}, evidence = true) {
  const made = await makeCase(options);
  const stick = freshFolder();
  const photo = randomBytes(1000);
  const blob = await made.vault.store({
    caseId: CASE,
    jobId: newJobId(),
    path: someFile(photo, 'photo.bin'),
  });
  await made.vault.keepSnapshots({ caseId: CASE, folder: stick, protection: SEALED, evidence });
  return { ...made, stick, blob };
}

async function snapshot(vault: Vault, blob: BlobRef, mark = 'a') {
  const jobId = newJobId();
  const content = smallCase([{ ...refOf(blob), read: () => [] as never }], 5);
  const journal = Buffer.from(linesOf(chainOf(1, content)));
  await vault.beginKept({
    jobId,
    caseId: CASE,
    info: { ...INFO, caseId: CASE },
    sizes: { journal: journal.length, documents: TEXT.length },
    evidence: [refOf(blob)],
    sign: false,
  });
  try {
    await vault.saveEntries({ jobId, bytes: journal });
    await vault.saveText({ jobId, id: DOCUMENT_ID, bytes: Buffer.from(TEXT) });
  } catch {
    // What went wrong comes out at the end.
  }
  return vault.endKept({ jobId, caseId: CASE, mark });
}

describe('a snapshot in a chosen folder', () => {
  it('is a project file that opens elsewhere with the passphrase chosen, evidence and all', async () => {
    const { vault, stick, blob } = await keptCase();
    const { path, bytes } = await snapshot(vault, blob);
    expect(bytes).toBe(statSync(path).size);
    const summary = await verify(path, { passphrase: WORDS });
    expect(summary).toMatchObject({ info: { caseId: CASE }, evidence: { files: 1, bytes: 1000 } });
    expect(namesIn(stick)).toHaveLength(1);
    expect(namesIn(stick)[0]).toMatch(/^touchstone-[0-9a-f]{16}-\d{8}-\d{9}\.touchstone$/);
    expect(await vault.keptState({ caseId: CASE })).toMatchObject({
      last: { bytes, mark: 'a' },
      failed: null,
    });
  });

  it('leaves the evidence out when the person said so', async () => {
    const { vault, blob } = await keptCase({}, false);
    const { path } = await snapshot(vault, blob);
    expect(await verify(path, { passphrase: WORDS })).toMatchObject({
      evidence: { files: 0 },
      missing: { evidence: [blob.sha256] },
    });
  });

  it('opens with a key, too, as the age command shows', async () => {
    const { vault, blob, stick } = await keptCase();
    const key = join(freshFolder(), 'key.txt');
    execFileSync('age-keygen', ['-o', key], { stdio: 'pipe' });
    const recipient = /public key: (\S+)/.exec(readFileSync(key, 'utf8'))?.[1] ?? '';
    const protection = { recipients: [recipient] };
    await vault.keepSnapshots({ caseId: CASE, folder: stick, protection, evidence: true });
    const { path } = await snapshot(vault, blob);
    expect(execFileSync('age', ['-d', '-i', key, path]).subarray(0, 2).toString()).toBe('PK');
  });

  it('is found again after a restart, by the same case only, and opened without asking', async () => {
    const { vault, folder, blob } = await keptCase();
    const { path } = await snapshot(vault, blob);
    await vault.lock(null);
    const again = createVault({ cost: CHEAP, folder });
    onTestFinished(async () => void (await again.lock(null)));
    await again.unlock({ caseId: CASE, passphrase: CASE_PASSPHRASE });
    expect((await again.listKept({ caseId: CASE })).files.map((file) => file.path)).toEqual([path]);
    expect(await again.openKept({ caseId: CASE, jobId: newJobId(), path })).toMatchObject({
      info: { caseId: CASE },
    });
    const elsewhere = again.openKept({ caseId: CASE, jobId: newJobId(), path: someFile('x') });
    await expect(elsewhere).rejects.toEqual(failsWith('file-missing'));
  });

  it('opens with the passphrase it was written with, whatever was chosen since', async () => {
    const { vault, blob, stick } = await keptCase();
    const { path } = await snapshot(vault, blob);
    const protection = { passphrase: 'other words since', workFactor: 10 };
    await vault.keepSnapshots({ caseId: CASE, folder: stick, protection, evidence: true });
    expect(await vault.openKept({ caseId: CASE, jobId: newJobId(), path })).toMatchObject({
      info: { caseId: CASE },
    });
  });

  it('is no snapshot any more when somebody puts another file in its place', async () => {
    const { vault, blob, stick } = await keptCase();
    const [{ path: first }, { path: second }] = [await snapshot(vault, blob), await snapshot(vault, blob)];
    // An older one under a later name, and one that was sealed for the same reader elsewhere.
    writeFileSync(second, readFileSync(first));
    const forged = vault.openKept({ caseId: CASE, jobId: newJobId(), path: second });
    await expect(forged).rejects.toEqual(failsWith('kept-unknown'));
    const unheard = join(stick, basename(first).replace(/\d{9}(?=\.touchstone)/, '000000000'));
    writeFileSync(unheard, readFileSync(first));
    expect((await vault.listKept({ caseId: CASE })).files.map(({ path }) => path)).toContain(unheard);
    const added = vault.openKept({ caseId: CASE, jobId: newJobId(), path: unheard });
    await expect(added).rejects.toEqual(failsWith('kept-unknown'));
  });

  it('keeps its passphrase and folder sealed at rest', async () => {
    const { vault, folder, stick, blob } = await keptCase();
    await snapshot(vault, blob);
    const bytes = readFileSync(join(folder, CASE, 'kept-snapshots.json'), 'latin1');
    for (const secret of [WORDS, stick]) {
      expect(bytes).not.toContain(secret);
      expect(bytes).not.toContain(Buffer.from(secret).toString('base64').slice(0, -4));
    }
  });
});

describe('the last five', () => {
  it('stay, and every file that is not of this case', async () => {
    const { vault, stick, blob } = await keptCase();
    const foreign = [
      'letter.touchstone',
      'touchstone-0123456789abcdef-20261123-080501000.touchstone',
      'notes.txt',
    ];
    for (const name of foreign) writeFileSync(join(stick, name), name);
    const written: string[] = [];
    for (let number = 0; number < 7; number++) written.push((await snapshot(vault, blob)).path);
    const copy = `${written[6]}`.replace('.touchstone', ' (copy).touchstone');
    writeFileSync(copy, 'mine');
    written.push((await snapshot(vault, blob)).path);
    const left = new Set(namesIn(stick).map((name) => join(stick, name)));
    expect(left).toEqual(new Set([...written.slice(-5), copy, ...foreign.map((name) => join(stick, name))]));
  });

  it('are not touched when the new one does not come about', async () => {
    let broken = false;
    const disk = diskWith({
      rename: async (from, to) => {
        if (broken && isSnapshot(String(to))) throw systemError('EIO');
        renameSync(from, to);
      },
    });
    const { vault, stick, blob } = await keptCase({ disk });
    for (let number = 0; number < 5; number++) await snapshot(vault, blob);
    const before = namesIn(stick);
    broken = true;
    await expect(snapshot(vault, blob)).rejects.toEqual(failsWith('write-failed'));
    expect(namesIn(stick)).toEqual(before);
    await vault.keptFailed({ caseId: CASE, code: 'write-failed' });
    expect(await vault.keptState({ caseId: CASE })).toMatchObject({
      last: { mark: 'a' },
      failed: { code: 'write-failed' },
    });
    broken = false;
    await snapshot(vault, blob, 'b');
    expect(await vault.keptState({ caseId: CASE })).toMatchObject({ last: { mark: 'b' }, failed: null });
  });

  it('go with what was purged, at once or when the folder is there again', async () => {
    const { vault, stick, blob } = await keptCase();
    await snapshot(vault, blob);
    expect(await vault.eraseKept({ caseId: CASE })).toEqual({ removed: 1, left: [] });
    expect(namesIn(stick)).toEqual([]);
    await snapshot(vault, blob);
    await snapshot(vault, blob);
    renameSync(stick, `${stick}-away`);
    expect(await vault.eraseKept({ caseId: CASE })).toEqual({ removed: 0, left: [stick] });
    renameSync(`${stick}-away`, stick);
    const { path } = await snapshot(vault, blob);
    expect(namesIn(stick).map((name) => join(stick, name))).toEqual([path]);
  });
});

describe('snapshots from before a purge that did not reach them', () => {
  it('are not gone back to when the stick is there again: what was purged does not return', async () => {
    const { vault, stick, blob } = await keptCase();
    const { path } = await snapshot(vault, blob);
    renameSync(stick, `${stick}-away`);
    await vault.eraseKept({ caseId: CASE });
    expect(await vault.listKept({ caseId: CASE })).toEqual({ files: [], away: [stick], purged: [] });
    renameSync(`${stick}-away`, stick);
    expect(await vault.listKept({ caseId: CASE })).toEqual({ files: [], away: [], purged: [stick] });
    const opening = vault.openKept({ caseId: CASE, jobId: newJobId(), path });
    await expect(opening).rejects.toEqual(failsWith('file-missing'));
    const { path: next } = await snapshot(vault, blob);
    const { files, purged } = await vault.listKept({ caseId: CASE });
    expect([files.map((file) => file.path), purged]).toEqual([[next], []]);
  });

  it('are not gone back to in a folder that was chosen earlier either', async () => {
    const { vault, stick, blob } = await keptCase();
    const { path } = await snapshot(vault, blob);
    renameSync(stick, `${stick}-away`);
    await vault.eraseKept({ caseId: CASE });
    const kept = { caseId: CASE, protection: SEALED, evidence: true, folder: freshFolder() };
    await vault.keepSnapshots(kept);
    renameSync(`${stick}-away`, stick);
    expect(await vault.listKept({ caseId: CASE })).toEqual({ files: [], away: [], purged: [stick] });
    const opening = vault.openKept({ caseId: CASE, jobId: newJobId(), path });
    await expect(opening).rejects.toEqual(failsWith('file-missing'));
  });
});

describe('a folder that does not take it', () => {
  it('is said to be missing, and never made', async () => {
    const { vault, stick, blob } = await keptCase();
    renameSync(stick, `${stick}-away`);
    await expect(snapshot(vault, blob)).rejects.toEqual(failsWith('folder-missing'));
    expect(namesIn(stick)).toEqual([]);
    expect(await vault.listKept({ caseId: CASE })).toEqual({ files: [], away: [stick], purged: [] });
    renameSync(`${stick}-away`, stick);
  });

  it('is said to be missing when another disk stands at its place and none of the snapshots', async () => {
    let device = 1;
    const where = { stick: '' };
    const stat = async (path: string, options?: never) => {
      const stats = await realDisk.stat(path, options);
      return path === where.stick ? Object.assign(stats, { dev: device }) : stats;
    };
    const { vault, stick, blob } = await keptCase({ disk: { ...realDisk, stat: stat as Disk['stat'] } });
    where.stick = stick;
    const { path } = await snapshot(vault, blob);
    device = 2;
    // Plugged in again it may be another device; its snapshots tell that it is the same stick.
    await snapshot(vault, blob);
    device = 3;
    renameSync(stick, `${stick}-away`);
    mkdirSync(stick);
    await expect(snapshot(vault, blob)).rejects.toEqual(failsWith('folder-missing'));
    expect(namesIn(stick)).toEqual([]);
    expect(namesIn(`${stick}-away`)).toContain(basename(path));
    const { files, away } = await vault.listKept({ caseId: CASE });
    expect(away).toEqual([stick]);
    expect(files.map(({ bytes }) => bytes)).toEqual([null, null]);
    expect(files[1]?.path).toBe(path);
    const opening = vault.openKept({ caseId: CASE, jobId: newJobId(), path });
    await expect(opening).rejects.toEqual(failsWith('file-missing'));
  });

  it('is told of when another was chosen since, and purges reach it as well', async () => {
    const { vault, stick, blob } = await keptCase();
    await snapshot(vault, blob);
    const other = freshFolder();
    const kept = { caseId: CASE, protection: SEALED, evidence: true };
    expect(await vault.keepSnapshots({ ...kept, folder: other })).toMatchObject({ earlier: [stick] });
    await snapshot(vault, blob);
    expect([namesIn(stick), namesIn(other)].map(({ length }) => length)).toEqual([1, 1]);
    renameSync(stick, `${stick}-away`);
    expect(await vault.eraseKept({ caseId: CASE })).toEqual({ removed: 1, left: [stick] });
    renameSync(`${stick}-away`, stick);
    await snapshot(vault, blob);
    expect(namesIn(stick)).toEqual([]);
    expect(namesIn(other)).toHaveLength(1);
    expect(await vault.keptState({ caseId: CASE })).toMatchObject({ earlier: [] });
  });

  it('and was chosen before: its snapshots are listed, and gone back to while it is there', async () => {
    const { vault, stick, blob } = await keptCase();
    const { path: earlier } = await snapshot(vault, blob);
    const other = freshFolder();
    await vault.keepSnapshots({ caseId: CASE, protection: SEALED, evidence: true, folder: other });
    const { path: now } = await snapshot(vault, blob);
    const listed = async () => {
      const { files, away } = await vault.listKept({ caseId: CASE });
      return [files.map(({ path, bytes }) => [path, bytes !== null]), away];
    };
    expect(await listed()).toEqual([
      [
        [now, true],
        [earlier, true],
      ],
      [],
    ]);
    const opened = await vault.openKept({ caseId: CASE, jobId: newJobId(), path: earlier });
    expect(opened).toMatchObject({ info: { caseId: CASE } });
    renameSync(stick, `${stick}-away`);
    expect(await listed()).toEqual([
      [
        [now, true],
        [earlier, false],
      ],
      [stick],
    ]);
    mkdirSync(stick);
    expect(await listed()).toEqual([
      [
        [now, true],
        [earlier, false],
      ],
      [stick],
    ]);
  });

  it('gives up what was purged while it was away, though another was chosen meanwhile', async () => {
    const { vault, stick, blob } = await keptCase();
    await snapshot(vault, blob);
    renameSync(stick, `${stick}-away`);
    expect(await vault.eraseKept({ caseId: CASE })).toEqual({ removed: 0, left: [stick] });
    const kept = { caseId: CASE, protection: SEALED, evidence: true, folder: freshFolder() };
    expect(await vault.keepSnapshots(kept)).toMatchObject({ earlier: [stick] });
    renameSync(`${stick}-away`, stick);
    await snapshot(vault, blob);
    expect(namesIn(stick)).toEqual([]);
  });

  it('is remembered when snapshots are turned off: told of, and reached by a purge', async () => {
    const { vault, stick, blob } = await keptCase();
    await snapshot(vault, blob);
    await vault.stopKeeping({ caseId: CASE });
    expect(await vault.keptState({ caseId: CASE })).toMatchObject({ on: false, earlier: [stick] });
    await expect(snapshot(vault, blob)).rejects.toEqual(failsWith('not-kept'));
    expect(await vault.eraseKept({ caseId: CASE })).toEqual({ removed: 1, left: [] });
    expect(namesIn(stick)).toEqual([]);
    expect(await vault.keptState({ caseId: CASE })).toMatchObject({ on: false, earlier: [] });
  });

  it('keeps its last five when snapshots are turned off and on again', async () => {
    const { vault, stick, blob } = await keptCase();
    for (let number = 0; number < 5; number++) await snapshot(vault, blob);
    await vault.stopKeeping({ caseId: CASE });
    await vault.keepSnapshots({ caseId: CASE, folder: stick, protection: SEALED, evidence: true });
    await snapshot(vault, blob);
    expect(namesIn(stick)).toHaveLength(5);
  });

  it('leaves the older ones when it is full', async () => {
    const { vault, folder, stick, blob } = await keptCase();
    const { path } = await snapshot(vault, blob);
    await vault.lock(null);
    const full = createVault({ cost: CHEAP, folder, disk: diskOf(1000) });
    onTestFinished(async () => void (await full.lock(null)));
    await full.unlock({ caseId: CASE, passphrase: CASE_PASSPHRASE });
    await expect(snapshot(full, blob)).rejects.toEqual(failsWith('disk-full'));
    expect(namesIn(stick).map((name) => join(stick, name))).toEqual([path]);
  });

  it('leaves the older ones when it is read-only', async () => {
    let readOnly = false;
    const disk = diskWith({
      open: async (path, flags, mode) => {
        if (readOnly && String(path).endsWith('.part')) throw systemError('EROFS');
        return realDisk.open(path, flags, mode);
      },
    });
    const { vault, stick, blob } = await keptCase({ disk });
    const { path } = await snapshot(vault, blob);
    readOnly = true;
    await expect(snapshot(vault, blob)).rejects.toEqual(failsWith('write-failed'));
    readOnly = false;
    expect(namesIn(stick).map((name) => join(stick, name))).toEqual([path]);
  });

  it('forgets nothing of it when the case is locked meanwhile', async () => {
    const { vault, stick, blob } = await keptCase();
    await snapshot(vault, blob);
    const before = namesIn(stick);
    const jobId = newJobId();
    await vault.beginKept({
      jobId,
      caseId: CASE,
      info: { ...INFO, caseId: CASE },
      sizes: { journal: 1000, documents: 10 },
      evidence: [refOf(blob)],
      sign: false,
    });
    await vault.lock(null);
    await expect(vault.endKept({ jobId, caseId: CASE, mark: 'b' })).rejects.toEqual(
      expect.objectContaining({ name: 'VaultError' }),
    );
    expect(namesIn(stick)).toEqual(before);
  });

  it('is one nobody chose while it is off', async () => {
    const { vault, stick, blob } = await keptCase();
    mkdirSync(join(stick, 'folder'));
    await vault.stopKeeping({ caseId: CASE });
    expect(await vault.keptState({ caseId: CASE })).toBeNull();
    await expect(vault.listKept({ caseId: CASE })).rejects.toEqual(failsWith('not-kept'));
    await expect(snapshot(vault, blob)).rejects.toEqual(failsWith('not-kept'));
    expect(namesIn(stick)).toEqual(['folder']);
  });
});
