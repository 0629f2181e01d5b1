import type { FileHandle } from 'node:fs/promises';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { readDirectory } from '../project-file/zip/directory.ts';
import { checkSize, openEntry } from '../project-file/zip/entry-data.ts';
import type { BagSource } from './check-bag.ts';
import { plainFile } from './plain-file.ts';

/** A bag in a ZIP archive, in one folder. Throws `zip-…` faults. */
export async function zipBag(file: FileHandle): Promise<BagSource> {
  const { size } = await file.stat();
  const payload = plainFile(file, size);
  const { entries } = await readDirectory(payload);
  const root = `${entries[0]?.name.split('/')[0] ?? ''}/`;
  const byPath = new Map(
    entries.map((entry) => {
      checkSize(entry, Number.MAX_SAFE_INTEGER);
      if (!entry.name.startsWith(root))
        throw new ProjectFileFault('zip-bad-name', JSON.stringify(entry.name.slice(0, 120)));
      return [entry.name.slice(root.length), entry] as const;
    }),
  );
  return {
    paths: [...byPath.keys()],
    async *read(path) {
      const entry = byPath.get(path);
      if (!entry) throw new ProjectFileFault('bag-file-missing', path);
      const data = await openEntry(payload, entry);
      yield* data.pieces();
      await data.end();
    },
  };
}
