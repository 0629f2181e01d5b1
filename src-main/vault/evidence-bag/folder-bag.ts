import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BagSource } from './check-bag.ts';

async function walk(root: string, under: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(root, under), { withFileTypes: true })) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await walk(root, path)));
    else paths.push(path);
  }
  return paths.sort();
}

/** A bag that lies unpacked in a folder. */
export const folderBag = async (root: string): Promise<BagSource> => ({
  paths: await walk(root, ''),
  read: (path) => createReadStream(join(root, path)),
});
