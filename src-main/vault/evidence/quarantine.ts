import { dirname, join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { syncFolder } from '../files/disk.ts';
import { systemCode } from '../files/system-errors.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase } from '../open-cases.ts';

/** Where sealed files lie that were found altered: beside the evidence, where nothing reads them. */
export const quarantineOf = ({ folder }: Pick<OpenCase, 'folder'>): string =>
  join(dirname(folder), 'quarantine');

const nameOf = ({ keys }: OpenCase, sha256: string): string => blobNameOf(keys, Buffer.from(sha256, 'hex'));

async function isThere(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Moves an altered sealed file aside, whole, for whoever wants to know how it was altered. */
export async function moveAside(disk: Disk, opened: OpenCase, sha256: string): Promise<void> {
  const name = nameOf(opened, sha256);
  const aside = quarantineOf(opened);
  await disk.mkdir(aside, { recursive: true, mode: 0o700 });
  await disk.rename(join(opened.folder, name), join(aside, name));
  opened.fresh.delete(name);
  await syncFolder(disk, aside);
  await syncFolder(disk, opened.folder);
}

/** Those of these files that were moved aside and have no good copy in their place. */
export async function quarantinedAmong(
  disk: Disk,
  opened: OpenCase,
  sha256s: readonly string[],
): Promise<string[]> {
  const aside = quarantineOf(opened);
  if (!(await isThere(disk, aside))) return [];
  const found: string[] = [];
  for (const sha256 of sha256s) {
    const name = nameOf(opened, sha256);
    const altered = await isThere(disk, join(aside, name));
    if (altered && !(await isThere(disk, join(opened.folder, name)))) found.push(sha256);
  }
  return found;
}

/** Removes what was moved aside of these contents. */
export async function eraseAside(disk: Disk, opened: OpenCase, sha256s: readonly string[]): Promise<void> {
  const aside = quarantineOf(opened);
  if (sha256s.length === 0 || !(await isThere(disk, aside))) return;
  for (const sha256 of sha256s) await disk.rm(join(aside, nameOf(opened, sha256)), { force: true });
  await syncFolder(disk, aside);
}
