import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE, freshFolder, makeCase, namesIn, newJobId, someBytes, someFile } from './support.ts';

const SIZE = 200_000;

async function caseWithFile() {
  const made = await makeCase();
  const path = someFile(someBytes(SIZE), 'film.bin');
  const blob = await made.vault.store({ caseId: CASE, jobId: newJobId(), path });
  const sealed = join(made.evidence, made.nameOf(blob));
  const { sha256, size } = blob;
  const check = (slow = false) =>
    made.vault.check({ caseId: CASE, jobId: newJobId(), sha256, size, slow }).then(({ verdict }) => verdict);
  const quarantined = async () =>
    (await made.vault.quarantined({ caseId: CASE, sha256s: [sha256, 'f'.repeat(64)] })).sha256s;
  const spoil = (): void => {
    const bytes = readFileSync(sealed);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(sealed, bytes);
  };
  return {
    ...made,
    path,
    blob,
    sealed,
    check,
    quarantined,
    spoil,
    aside: join(dirname(made.evidence), 'quarantine'),
  };
}

describe('an altered sealed file', () => {
  it('is moved aside whole, is read no more, and a good copy takes its place', async () => {
    const { vault, path, blob, check, quarantined, spoil, aside, nameOf } = await caseWithFile();
    expect([await check(), await quarantined()]).toEqual(['same', []]);
    spoil();
    expect(await check(true)).toBe('altered');
    expect(await quarantined()).toEqual([blob.sha256]);
    expect(namesIn(aside)).toEqual([nameOf(blob)]);
    await expect(vault.stat({ caseId: CASE, sha256: blob.sha256 })).rejects.toMatchObject({
      code: 'blob-missing',
    });
    await vault.store({ caseId: CASE, jobId: newJobId(), path });
    expect([await quarantined(), await check()]).toEqual([[], 'same']);
  });

  it('goes from quarantine too when its content is purged', async () => {
    const { vault, blob, check, spoil, aside } = await caseWithFile();
    spoil();
    await check();
    await vault.erase({ caseId: CASE, sha256s: [blob.sha256] });
    expect(namesIn(aside)).toEqual([]);
  });
});

describe('a plain copy of a sealed file', () => {
  it('is the file byte for byte, for its owner’s eyes alone and nobody’s hand', async () => {
    const { vault, blob, path } = await caseWithFile();
    const target = join(freshFolder(), 'copy.bin');
    const { sha256, size } = blob;
    await vault.takeOut({ caseId: CASE, jobId: newJobId(), sha256, size, path: target });
    expect(readFileSync(target).equals(readFileSync(path))).toBe(true);
    expect(statSync(target).mode & 0o777).toBe(0o400);
  });

  it('is not made of an altered one, nor over a file that is there, and leaves nothing behind', async () => {
    const { vault, blob, spoil } = await caseWithFile();
    const { sha256, size } = blob;
    const taken = join(freshFolder(), 'taken.bin');
    writeFileSync(taken, 'mine');
    const out = (path: string) => vault.takeOut({ caseId: CASE, jobId: newJobId(), sha256, size, path });
    await expect(out(taken)).rejects.toMatchObject({ code: 'write-failed' });
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    spoil();
    const folder = freshFolder();
    await expect(out(join(folder, 'copy.bin'))).rejects.toMatchObject({ code: 'blob-damaged' });
    expect(namesIn(folder)).toEqual([]);
  });
});
