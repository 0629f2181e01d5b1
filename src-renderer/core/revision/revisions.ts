import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { memoised } from '../queries/memo.ts';

type Documents = CaseState['document'];

/** A document with its revisions, the earliest first; the last is the one that is worked on. */
export type Family = readonly Item<'document'>[];

/** The first of a document's line that is still there; a line that goes in a circle starts nowhere. */
function rootOf(documents: Documents, document: Item<'document'>): { root: string; depth: number } {
  const met = new Set([document.id]);
  let [at, depth] = [document, 0];
  while (at.revisionOf !== null) {
    const earlier = documents.get(at.revisionOf);
    if (!earlier) break;
    if (met.has(earlier.id)) return { root: [...met].sort()[0] ?? document.id, depth: 0 };
    met.add(earlier.id);
    [at, depth] = [earlier, depth + 1];
  }
  return { root: at.id, depth };
}

/**
 * The documents by what they are revisions of, each under its own id. Everybody comes to the same
 * order: by the number of revisions before it, and where two people read the article in again at the
 * same time, by id (UUIDv7: by time).
 */
export const families: (documents: Documents) => ReadonlyMap<string, Family> = memoised(
  (documents: Documents) => {
    const lines = new Map<string, { document: Item<'document'>; depth: number }[]>();
    for (const document of documents.values()) {
      const { root, depth } = rootOf(documents, document);
      const held = lines.get(root);
      if (held) held.push({ document, depth });
      else lines.set(root, [{ document, depth }]);
    }
    const byId = new Map<string, Family>();
    for (const held of lines.values()) {
      held.sort((a, b) => a.depth - b.depth || (a.document.id < b.document.id ? -1 : 1));
      const family = held.map(({ document }) => document);
      for (const { id } of family) byId.set(id, family);
    }
    return byId;
  },
);

/** The revision of a document that is worked on; the document itself when there is no later one. */
export const currentOf = (documents: Documents, documentId: string): Item<'document'> | undefined =>
  families(documents).get(documentId)?.at(-1);

/** Whether a later revision of the document is there. */
export const isEarlier = (documents: Documents, documentId: string): boolean => {
  const current = currentOf(documents, documentId);
  return current !== undefined && current.id !== documentId;
};

/** The documents that are worked on: of each line of revisions the last. */
export const currentDocuments = (documents: Documents): Item<'document'>[] =>
  [...documents.values()].filter(({ id }) => !isEarlier(documents, id));
