import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '#main/vault/files/disk.ts';
import type { Vault } from '#main/vault/vault.ts';
import { CASE, diskWith, makeCase, namesIn, newJobId, systemError } from '../vault/support.ts';
import { DOCUMENT_ID, INFO, PASSPHRASE, TEXT, verify } from './support.ts';
import { caseWith, failsWith, journalOf, MIB, namesBeside, refOf, save, target } from './vault-case.ts';

/** Files under `folder` that this process still holds open. */
const heldOpen = (folder: string): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const file = readlinkSync(join('/proc/self/fd', fd));
      return file.startsWith(folder) ? [file] : [];
    } catch {
      // The handle that listed the folder is gone by now.
      return [];
    }
  });

/** Begins a save and sends what comes before its end. */
async function begun(vault: Vault, path: string, blob: Parameters<typeof refOf>[0], jobId: string) {
  await vault.beginSave({
    jobId,
    caseId: CASE,
    path,
    info: { ...INFO, caseId: CASE },
    protection: PASSPHRASE,
    sizes: { journal: 1, documents: 1 },
    evidence: [refOf(blob)],
    sign: false,
  });
  await vault.saveEntries({ jobId, bytes: journalOf(blob) });
}

describe.skipIf(process.platform !== 'linux')('after a save that came to nothing (by /proc)', () => {
  const STOPS = {
    'was cancelled before its end': async (vault: Vault, jobId: string) => {
      await vault.cancel({ jobId });
    },
    'was cancelled while its end was waited for': async (vault: Vault, jobId: string) => {
      await vault.saveText({ jobId, id: DOCUMENT_ID, bytes: Buffer.from(TEXT) });
      const ended = vault.endSave({ jobId }).then(
        () => 'saved',
        (error: unknown) => Reflect.get(Object(error), 'code'),
      );
      await vault.cancel({ jobId });
      if ((await ended) !== 'cancelled') throw new Error(`The save ended otherwise: ${String(await ended)}`);
    },
    'was given up after the disk ran full': async (vault: Vault, jobId: string, fill: () => void) => {
      fill();
      const sent = vault.saveText({ jobId, id: DOCUMENT_ID, bytes: Buffer.from(TEXT) });
      await sent.catch(() => undefined);
      await vault.cancel({ jobId });
    },
  } as const;

  it.each(Object.entries(STOPS))('that %s, nothing is held, and the same job saves', async (_how, stop) => {
    let full = false;
    const disk = diskWith({
      async open(path, flags, mode) {
        const file = await realDisk.open(path, flags, mode);
        if (!String(path).includes('case.touchstone.')) return file;
        const writeFile = file.writeFile.bind(file);
        file.writeFile = async (data, options) => {
          if (full) throw systemError('ENOSPC');
          await writeFile(data, options);
        };
        return file;
      },
    });
    const { vault, blob } = await caseWith(MIB, { disk });
    const path = target();
    const jobId = newJobId();
    await begun(vault, path, blob, jobId);
    await stop(vault, jobId, () => {
      full = true;
    });
    expect(namesBeside(path)).toEqual([]);
    expect(heldOpen(dirname(path))).toEqual([]);
    await expect(vault.endSave({ jobId })).rejects.toEqual(failsWith('cancelled'));
    full = false;
    await begun(vault, path, blob, jobId);
    await vault.saveText({ jobId, id: DOCUMENT_ID, bytes: Buffer.from(TEXT) });
    expect(await vault.endSave({ jobId })).toMatchObject({ path, bytes: readFileSync(path).length });
    expect(namesBeside(path)).toEqual(['case.touchstone']);
    expect(await verify(path, PASSPHRASE)).toMatchObject({ evidence: { files: 1 } });
  });
});

describe.skipIf(process.platform !== 'linux')('after an opening that came to nothing (by /proc)', () => {
  it('the file is let go of, and the same job opens it', async () => {
    const { vault, blob } = await caseWith(3 * MIB);
    const path = target();
    await save(vault, path, blob);
    const jobId = newJobId();
    const stopped: { by: (() => void) | null } = { by: null };
    const other = await makeCase({ onProgress: () => stopped.by?.() });
    stopped.by = () => void other.vault.cancel({ jobId });
    const open = () => other.vault.openFile({ jobId, path, secret: PASSPHRASE });
    await expect(open()).rejects.toEqual(failsWith('cancelled'));
    await expect(other.vault.openFile({ jobId, path, secret: { passphrase: 'another' } })).rejects.toEqual(
      failsWith('wrong-passphrase'),
    );
    expect(heldOpen(dirname(path))).toEqual([]);
    stopped.by = null;
    expect(await open()).toMatchObject({ evidence: { files: 1 } });
    await other.vault.closeFile({ jobId });
    expect(heldOpen(dirname(path))).toEqual([]);
  });

  it('evidence that was half taken leaves no half, and is taken the second time', async () => {
    const { vault, blob } = await caseWith(3 * MIB);
    const path = target();
    await save(vault, path, blob);
    const jobId = newJobId();
    const stopped: { by: (() => void) | null } = { by: null };
    const other = await makeCase({ onProgress: () => stopped.by?.() });
    await other.vault.openFile({ jobId, path, secret: PASSPHRASE });
    stopped.by = () => void other.vault.cancel({ jobId });
    const take = () => other.vault.takeEvidence({ jobId, caseId: CASE });
    await expect(take()).rejects.toEqual(failsWith('cancelled'));
    expect(namesIn(other.evidence)).toEqual([]);
    expect(heldOpen(other.folder)).toEqual([]);
    stopped.by = null;
    expect(await take()).toEqual({ taken: 1, held: 0 });
    expect(namesIn(other.evidence)).toEqual([other.nameOf(blob)]);
  });
});
