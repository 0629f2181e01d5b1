import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { systemCode } from '../files/system-errors.ts';
import { VaultError } from '../vault-error.ts';
import type { KeptSetting } from './setting.ts';

/** A snapshot in the chosen folder. `at`: milliseconds since 1970. */
export type KeptFile = { readonly path: string; readonly at: number; readonly bytes: number };

type Place = Pick<KeptSetting, 'folder' | 'fileId'>;

/** `touchstone-FILEID-YYYYMMDD-HHMMSSmmm.touchstone`, in UTC; no name of anything. */
export function keptName(fileId: string, at: number): string {
  const digits = new Date(at).toISOString().replace(/\D/g, '');
  return `touchstone-${fileId}-${digits.slice(0, 8)}-${digits.slice(8)}.touchstone`;
}

/** When the file of this name was written, null when this case did not write it from here. */
export function timeOf(name: string, fileId: string): number | null {
  const match = /^touchstone-([0-9a-f]{16})-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})\.touchstone$/.exec(
    name,
  );
  if (!match || match[1] !== fileId) return null;
  const [year = 0, month = 1, ...rest] = match.slice(2).map(Number);
  return Date.UTC(year, month - 1, ...rest);
}

/** The latest first. Throws a VaultError `folder-missing`. */
export async function keptFiles(disk: Disk, { folder, fileId }: Place): Promise<KeptFile[]> {
  let names: string[];
  try {
    names = await disk.readdir(folder);
  } catch (error) {
    throw new VaultError('folder-missing', `The folder cannot be read: ${systemCode(error)}`);
  }
  const files: KeptFile[] = [];
  for (const name of names) {
    const at = timeOf(name, fileId);
    if (at === null) continue;
    const path = join(folder, name);
    const stats = await disk.stat(path).catch(() => null);
    if (stats?.isFile()) files.push({ path, at, bytes: stats.size });
  }
  return files.sort((a, b) => b.at - a.at);
}

/** The device a folder lies on, null when that cannot be told. */
export const deviceOf = (disk: Disk, folder: string): Promise<number | null> =>
  disk.stat(folder).then(
    ({ dev }) => dev,
    () => null,
  );

/**
 * Throws a VaultError `folder-missing` when the folder is not there, or when none of the snapshots
 * is and another disk stands at its place: the empty mount point of a stick that was taken out.
 */
export async function requireFolder(
  disk: Disk,
  { device = null, last, ...place }: KeptSetting,
): Promise<void> {
  const files = await keptFiles(disk, place);
  if (last === null || device === null || files.length > 0) return;
  if ((await deviceOf(disk, place.folder)) === device) return;
  throw new VaultError('folder-missing', 'Another disk stands at the place of the folder');
}

/** Removes all but the latest `keep`; only files whose name this case gave. Returns how many went. */
export async function pruneKept(disk: Disk, place: Place, keep: number): Promise<number> {
  const gone = (await keptFiles(disk, place)).slice(keep);
  for (const { path } of gone) await disk.rm(path, { force: true });
  return gone.length;
}
