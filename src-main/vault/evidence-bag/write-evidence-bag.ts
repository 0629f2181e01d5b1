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
import { maskedFile, maskedWords, type ReadBagFile } from './masked-file.ts';
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
  readonly files: readonly ReadBagFile[];
};

/** What was written, and the references of items whose masked copies could not be made: they are not in it. */
export type WrittenBag = { readonly bytes: number; readonly leftOut: readonly string[] };

type Watch = { readonly signal: AbortSignal; readonly report: (done: number) => void };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** RFC 8493, section 2: declaration, payload, manifests of payload and of tags. Resolves with what was left out. */
async function writeContent(
  bag: EvidenceBag,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<readonly string[]> {
  const root = bagFolderFor(`${bag.title} evidence`);
  const archive = startArchive(write, new Date(`${bag.day}T12:00:00`));
  const text = async (path: string, bytes: Uint8Array): Promise<Listed> => {
    await archive.deflate(`${root}/${path}`, once(bytes));
    return { path, sha256: sha256(bytes) };
  };
  const listed = [await text(BAG_TABLE, bag.table)];
  const descriptions: string[] = [];
  const leftOut: string[] = [];
  let bytes = bag.table.length;
  for (const file of bag.files) {
    const leaving = file.masks.length > 0 ? await maskedFile(file) : file;
    if (leaving) {
      await archive.store(`${root}/${file.path}`, leaving, leaving.read());
      listed.push({ path: file.path, sha256: leaving.sha256 });
      bytes += leaving.size;
    } else leftOut.push(file.ref);
    if (file.masks.length > 0) descriptions.push(maskedWords(file, leaving !== null));
  }
  const about = bagInfoText({
    software: bag.software.replaceAll(/[\r\n]/g, ' '),
    date: bag.day,
    caseId: bag.caseId,
    bytes,
    files: listed.length,
    descriptions,
  });
  const tags = [
    await text(BAG.declaration, Buffer.from(DECLARATION)),
    await text(BAG.info, Buffer.from(about)),
    await text(BAG.manifest, Buffer.from(manifestText(listed))),
  ];
  await text(BAG.tagManifest, Buffer.from(manifestText(tags)));
  await archive.end();
  return leftOut;
}

async function writeAndCheck(
  file: FileHandle,
  bag: EvidenceBag,
  { signal, report }: Watch,
): Promise<BagVerdict & Pick<WrittenBag, 'leftOut'>> {
  let done = 0;
  const leftOut = await writeContent(bag, async (bytes) => {
    signal.throwIfAborted();
    await file.writeFile(bytes);
    done += bytes.length;
    report(done);
  });
  await file.sync();
  return { ...(await checkBag(await zipBag(file), signal)), leftOut };
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
): Promise<WrittenBag> {
  const folder = dirname(path);
  // A masked copy may be larger than a picture that was packed harder.
  const room = ({ size, masks }: BagFile): number => (masks.length > 0 ? 3 * size : size) + 1000;
  const needed = bag.files.reduce((sum, file) => sum + room(file), bag.table.length + 65_536);
  await checkSpace(folder, needed);
  const temporary = temporaryPath(folder, `${basename(path)}.`);
  try {
    const file = await disk.open(temporary, 'wx+', 0o600);
    let written: WrittenBag;
    try {
      const { problems, leftOut } = await writeAndCheck(file, bag, watch);
      if (problems.length > 0)
        throw new VaultError('write-failed', 'The bag did not read back as it was written');
      written = { bytes: (await file.stat()).size, leftOut };
    } finally {
      await file.close();
    }
    watch.signal.throwIfAborted();
    await disk.rename(temporary, path);
    await syncFolder(disk, folder);
    return written;
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    if (watch.signal.aborted) throw error;
    throw writeFailure(error);
  }
}
