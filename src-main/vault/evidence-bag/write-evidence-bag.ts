import type { FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { BAG_TABLE, type BagFile } from '#core/exchange/bag/bag-files.ts';
import { bagInfoText, DECLARATION, type Listed, manifestText } from '#core/exchange/project-file/bag-text.ts';
import { BAG, bagFolderFor } from '#core/exchange/project-file/layout.ts';
import { type Disk, syncFolder } from '../files/disk.ts';
import { writeFailure } from '../files/system-errors.ts';
import { temporaryPath } from '../files/write-whole.ts';
import { sha256 } from '../project-file/hashing.ts';
import { checkSpace } from '../project-file/space.ts';
import { startArchive } from '../project-file/zip/writer.ts';
import { VaultError } from '../vault-error.ts';
import { type BagVerdict, checkBag } from './check-bag.ts';
import { zipBag } from './zip-bag.ts';

/** What goes into a bag of evidence. */
export type EvidenceBag = {
  readonly title: string;
  readonly caseId: string;
  /** ISO 8601 day; every date in the archive is this one, so the same input gives the same bytes. */
  readonly day: string;
  readonly software: string;
  /** `data/evidence.csv`. */
  readonly table: Uint8Array;
  readonly files: readonly (BagFile & { read(): AsyncIterable<Uint8Array> })[];
};

type Watch = { readonly signal: AbortSignal; readonly report: (done: number) => void };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** RFC 8493, section 2: declaration, payload, manifests of payload and of tags. */
async function writeContent(bag: EvidenceBag, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const root = bagFolderFor(`${bag.title} evidence`);
  const archive = startArchive(write, new Date(`${bag.day}T12:00:00`));
  const text = async (path: string, bytes: Uint8Array): Promise<Listed> => {
    await archive.deflate(`${root}/${path}`, once(bytes));
    return { path, sha256: sha256(bytes) };
  };
  const listed = [await text(BAG_TABLE, bag.table)];
  for (const file of bag.files) {
    await archive.store(`${root}/${file.path}`, file, file.read());
    listed.push(file);
  }
  const bytes = bag.files.reduce((sum, { size }) => sum + size, bag.table.length);
  const about = bagInfoText({
    software: bag.software.replaceAll(/[\r\n]/g, ' '),
    date: bag.day,
    caseId: bag.caseId,
    bytes,
    files: listed.length,
  });
  const tags = [
    await text(BAG.declaration, Buffer.from(DECLARATION)),
    await text(BAG.info, Buffer.from(about)),
    await text(BAG.manifest, Buffer.from(manifestText(listed))),
  ];
  await text(BAG.tagManifest, Buffer.from(manifestText(tags)));
  await archive.end();
}

async function writeAndCheck(
  file: FileHandle,
  bag: EvidenceBag,
  { signal, report }: Watch,
): Promise<BagVerdict> {
  let done = 0;
  await writeContent(bag, async (bytes) => {
    signal.throwIfAborted();
    await file.writeFile(bytes);
    done += bytes.length;
    report(done);
  });
  await file.sync();
  return checkBag(await zipBag(file), signal);
}

/**
 * Writes the evidence as a BagIt bag in a ZIP archive, not encrypted: to a temporary file beside
 * its place, read back and checked, then renamed. Throws VaultErrors `disk-full`, `write-failed`,
 * those of a blob, and the reason of `signal`; then nothing stays behind.
 */
export async function writeEvidenceBag(
  disk: Disk,
  path: string,
  bag: EvidenceBag,
  watch: Watch,
): Promise<{ bytes: number }> {
  const folder = dirname(path);
  const needed = bag.files.reduce((sum, { size }) => sum + size + 1000, bag.table.length + 65_536);
  await checkSpace(folder, needed);
  const temporary = temporaryPath(folder, `${basename(path)}.`);
  try {
    const file = await disk.open(temporary, 'wx+', 0o600);
    let bytes: number;
    try {
      const { problems } = await writeAndCheck(file, bag, watch);
      if (problems.length > 0)
        throw new VaultError('write-failed', 'The bag did not read back as it was written');
      bytes = (await file.stat()).size;
    } finally {
      await file.close();
    }
    watch.signal.throwIfAborted();
    await disk.rename(temporary, path);
    await syncFolder(disk, folder);
    return { bytes };
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    if (watch.signal.aborted) throw error;
    throw writeFailure(error);
  }
}
