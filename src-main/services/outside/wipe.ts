import { chmod, lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = Buffer.alloc(1024 * 1024);

/** Writes zeros over a file; what a disk keeps elsewhere of it is out of reach. */
async function overwrite(path: string, size: number): Promise<void> {
  await chmod(path, 0o600);
  const file = await open(path, 'r+');
  try {
    for (let at = 0; at < size; at += BLOCK.length)
      await file.write(BLOCK, 0, Math.min(BLOCK.length, size - at), at);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Overwrites every file of a folder, those another program left in it too, and removes it. */
export async function wipeFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const found = await lstat(path);
    // A link leads out of the folder: what it leads to is not ours.
    if (found.isFile()) await overwrite(path, found.size);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
