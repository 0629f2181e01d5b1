import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { writeWhole } from '../files/write-whole.ts';
import { openJson, type SealedJson, sealJson } from '../identity/sealed-json.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase } from '../open-cases.ts';

/**
 * Beside each copy of a case on this laptop (`TIME.touchstone`) lies a list of the sealed files its
 * history names (`TIME.blobs`), sealed under the case key: a copy holds no evidence itself, and going
 * back to it is worth nothing when the sweep has taken that meanwhile.
 */
const ENDING = '.blobs';
const CONTEXT = 'touchstone-copy-blobs-1';

const keyFor = ({ keys }: OpenCase): Buffer =>
  Buffer.from(hkdfSync('sha256', keys.caseKey, Buffer.alloc(0), CONTEXT, 32));

const listOf = (copy: string): string => copy.replace(/\.touchstone$/, ENDING);
/** What a crash left of one included. */
const isList = (name: string): boolean => /\.blobs(\.[0-9a-f]+\.part)?$/.test(name);

/** Remembers which files (SHA-256 in hex) the copy of this name in `folder` needs; before it is written. */
export async function rememberBlobs(
  disk: Disk,
  opened: OpenCase,
  copy: { readonly folder: string; readonly name: string },
  sha256s: readonly string[],
): Promise<void> {
  const names = sha256s.map((sha256) => blobNameOf(opened.keys, Buffer.from(sha256, 'hex')));
  const sealed = sealJson(names, keyFor(opened), CONTEXT);
  await writeWhole(disk, join(copy.folder, listOf(copy.name)), Buffer.from(JSON.stringify(sealed)));
}

async function readList(disk: Disk, opened: OpenCase, path: string): Promise<readonly string[] | null> {
  try {
    const sealed = JSON.parse(await disk.readFile(path, 'utf8')) as SealedJson;
    return openJson(sealed, keyFor(opened), CONTEXT) as readonly string[] | null;
  } catch {
    // Missing or damaged: what the copy needs is not known.
    return null;
  }
}

/** Names of the sealed files that any of these copies needs; null when that is not known of one of them. */
export async function blobsOfCopies(
  disk: Disk,
  opened: OpenCase,
  folder: string,
  copies: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const needed = new Set<string>();
  for (const copy of copies) {
    const names = await readList(disk, opened, join(folder, listOf(copy)));
    if (names === null) return null;
    for (const name of names) needed.add(name);
  }
  return needed;
}

/** Removes the lists of copies that are not among `copies` any more. `names`: what lies in the folder. */
export async function forgetBlobs(
  disk: Disk,
  folder: string,
  names: readonly string[],
  copies: readonly string[],
): Promise<void> {
  const kept = new Set(copies.map(listOf));
  for (const name of names.filter(isList))
    if (!kept.has(name)) await disk.rm(join(folder, name), { force: true });
}
