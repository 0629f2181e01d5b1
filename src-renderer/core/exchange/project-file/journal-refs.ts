import type { Body } from '../../journal/entry.ts';
import type { Json } from '../../model/json.ts';

/** The texts and files that a journal names: what a project file may hold beside it. */
export type JournalRefs = {
  /** Text hashes by document id: every one the history ever named. */
  readonly documents: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sizes of evidence files by SHA-256. */
  readonly evidence: ReadonlyMap<string, number>;
};

type Found = { readonly documents: Map<string, Set<string>>; readonly evidence: Map<string, number> };

function collectFiles(value: Json, into: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('sha256' in value && 'crc32' in value && 'size' in value) {
    const { sha256, size } = value;
    if (typeof sha256 === 'string' && typeof size === 'number') into.set(sha256, size);
  }
  for (const held of Object.values(value)) collectFiles(held, into);
}

/** Gathers what each body names. */
export function startJournalRefs(): { add(body: Body): void; readonly found: JournalRefs } {
  const found: Found = { documents: new Map(), evidence: new Map() };
  return {
    add({ entity, entityId, patch }) {
      for (const value of Object.values(patch)) collectFiles(value, found.evidence);
      const { textHash } = patch;
      if (entity !== 'document' || typeof textHash !== 'string') return;
      const hashes = found.documents.get(entityId) ?? new Set<string>();
      found.documents.set(entityId, hashes.add(textHash));
    },
    found,
  };
}
