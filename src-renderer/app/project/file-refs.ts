import { extensionOf } from '#core/exchange/project-file/layout.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { BlobRef } from '#core/model/evidence.ts';

/** A sealed file as a project file names it. */
export type FileRef = Pick<BlobRef, 'sha256' | 'crc32' | 'size'> & { readonly ext: string };

const isBlobRef = (value: unknown): value is BlobRef =>
  typeof value === 'object' && value !== null && 'sha256' in value && 'crc32' in value && 'name' in value;

/** The files that any body names, each once, by the first name it came under. */
export function fileRefsIn(entries: readonly Entry[]): FileRef[] {
  const refs = new Map<string, FileRef>();
  for (const { body } of entries) {
    const file: unknown = body?.entity === 'evidence' ? body.patch['file'] : null;
    if (!isBlobRef(file) || refs.has(file.sha256)) continue;
    const { sha256, crc32, size, name } = file;
    refs.set(sha256, { sha256, crc32, size, ext: extensionOf(name) });
  }
  return [...refs.values()];
}
