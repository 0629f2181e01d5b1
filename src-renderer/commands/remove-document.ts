import type { Command } from '#core/ports/command.ts';
import { compareRefs } from '#core/model/refs.ts';
import { remove, update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type RemoveDocument = { readonly documentId: string };

/** Removes a document and its passages; refused while claims stand in it. Later revisions are then those of the one before it. */
export const removeDocument: Command<RemoveDocument> = (state, { documentId }) => {
  const document = find(state, 'document', documentId);
  if ('refused' in document) return document;
  const inIt = (anchor: { readonly documentId: string } | null) => anchor?.documentId === documentId;
  const claims = [...state.claim.values()].filter(({ anchors }) => anchors.some(inIt));
  if (claims.length > 0) {
    const refs = claims.map(({ ref }) => ref).sort(compareRefs);
    return refuse('in-use', { uses: refs.length, refs: refs.slice(0, 5).join(', ') });
  }
  const passages = [...state.passage.values()].filter(({ anchor }) => inIt(anchor));
  const later = [...state.document.values()].filter(({ revisionOf }) => revisionOf === documentId);
  const linked = later.flatMap((held) => update('document', held, { revisionOf: document.revisionOf }));
  return [...linked, ...passages.map(({ id }) => remove('passage', id)), remove('document', documentId)];
};
