import type { Absorbed } from '../journal/absorb.ts';
import type { Entry } from '../journal/entry.ts';
import { itemKey } from '../journal/fold.ts';

/** What lies beside the journal and must be destroyed after a purge. */
export type Destroyed = {
  /** SHA-256 of files that no remaining body names. */
  readonly blobs: readonly string[];
  /** Ids of documents whose text must go. */
  readonly texts: readonly string[];
  /** Ids of evidence items whose thumbnail must go. */
  readonly thumbnails: readonly string[];
};

/** SHA-256 of the sealed file that an entry's body names, or null. */
export function blobIn({ body }: Pick<Entry, 'body'>): string | null {
  if (body?.entity !== 'evidence') return null;
  const file = body.patch['file'];
  const named = typeof file === 'object' && file !== null && 'sha256' in file ? file.sha256 : null;
  return typeof named === 'string' ? named : null;
}

const blobsIn = (entries: readonly Pick<Entry, 'body'>[]): string[] =>
  entries.map(blobIn).filter((blob) => blob !== null);

/** What lies beside a journal and belongs to it. */
export type Named = {
  /** SHA-256 of every file that any body names: undo may bring it back. */
  readonly blobs: ReadonlySet<string>;
  /** Ids of the documents whose text is part of the case. */
  readonly documents: ReadonlySet<string>;
};

/** What the bodies of a journal name; whatever else two merged files hold was purged or withheld. */
export function namedBy(journal: readonly Pick<Entry, 'body'>[]): Named {
  const documents = journal.flatMap(({ body }) =>
    body?.entity === 'document' && typeof body.patch['textHash'] === 'string' ? [body.entityId] : [],
  );
  return { blobs: new Set(blobsIn(journal)), documents: new Set(documents) };
}

/** What an `absorb` that brought or made purges leaves to be destroyed outside the journal. */
export function destroyed({ dropped, changed, journal }: Absorbed): Destroyed {
  const gone = new Set(blobsIn(dropped));
  if (gone.size > 0) for (const kept of blobsIn(journal)) gone.delete(kept);
  const folded = new Map(changed.map((item) => [itemKey(item.entity, item.id), item]));
  const lost = (entity: 'document' | 'evidence', field: string): string[] => {
    const ids = dropped
      .filter(({ body }) => body.entity === entity && body.patch[field] !== undefined)
      .map(({ body }) => body.entityId);
    return [...new Set(ids)].filter((id) => !folded.get(itemKey(entity, id))?.fields[field]);
  };
  return { blobs: [...gone], texts: lost('document', 'textHash'), thumbnails: lost('evidence', 'file') };
}
