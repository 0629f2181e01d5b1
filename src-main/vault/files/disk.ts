import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';

/** What the vault needs of a disk; tests put one in its place that runs full or stops half-way. */
export type Disk = {
  readonly mkdir: typeof mkdir;
  readonly open: typeof open;
  readonly readdir: typeof readdir;
  readonly readFile: typeof readFile;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
  readonly stat: typeof stat;
};

export const realDisk: Disk = { mkdir, open, readdir, readFile, rename, rm, stat };

/**
 * Makes a rename or removal in the folder last through a power cut. Windows cannot open folders
 * and needs no such call.
 */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
