import { statfs } from 'node:fs/promises';

/** Bytes free for this user where `path` lies, or null when the system does not say. */
export async function freeSpace(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch (error) {
    console.error(`Free space is not known: ${error instanceof Error ? error.name : ''}`);
    return null;
  }
}
