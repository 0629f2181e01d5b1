import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { type KeptFile, keptFiles, requireFolder, timeOf } from './kept-files.ts';
import type { KeptSetting } from './setting.ts';

/** A snapshot; `bytes` null: it was written, and lies on a disk that is not here now. */
export type ListedFile = Omit<KeptFile, 'bytes'> & { readonly bytes: number | null };

/**
 * Snapshots in all folders that hold some, the latest first, and the folders that cannot be reached.
 * `purged`: folders with snapshots from before a purge that did not reach them. None of these is listed:
 * going back to one would bring back what must not exist any more.
 */
export type KeptList = {
  readonly files: ListedFile[];
  readonly away: string[];
  readonly purged: string[];
};

/** What is in a folder; null when it, or the stick it lies on, is not there. */
async function filesIn(disk: Disk, setting: KeptSetting, folder: string): Promise<KeptFile[] | null> {
  try {
    // Only for the folder of now is it known on which disk it lies.
    if (folder === setting.folder) await requireFolder(disk, setting);
    return await keptFiles(disk, { folder, fileId: setting.fileId });
  } catch {
    return null;
  }
}

/** What was written into a folder and, as far as is known, is still there. */
const writtenIn = ({ written = [], fileId }: KeptSetting, folder: string): ListedFile[] =>
  written
    .filter((file) => file.folder === folder)
    .map(({ name }) => ({ path: join(folder, name), at: timeOf(name, fileId) ?? 0, bytes: null }));

/**
 * All snapshots of a case, those on a stick that is away included. An earlier folder that is empty
 * although snapshots were written there counts as away: it is the empty mount point of a stick.
 */
export async function listOf(disk: Disk, setting: KeptSetting): Promise<KeptList> {
  const files: ListedFile[] = [];
  const away: string[] = [];
  const purged: string[] = [];
  const toErase = new Set([...(setting.eraseEarlier ?? []), ...(setting.replaceAll ? [setting.folder] : [])]);
  for (const folder of [setting.folder, ...(setting.earlier ?? [])]) {
    const found = await filesIn(disk, setting, folder);
    const written = writtenIn(setting, folder);
    const gone = found === null || (folder !== setting.folder && found.length === 0 && written.length > 0);
    if (gone) away.push(folder);
    const there = gone ? written : found;
    if (!toErase.has(folder)) files.push(...there);
    else if (!gone && there.length > 0) purged.push(folder);
  }
  return { files: files.sort((a, b) => b.at - a.at), away, purged };
}
