import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { type DocumentFields, tidyDocument } from './support/document-fields.ts';
import { find } from './support/find.ts';

export type EditDocument = { readonly documentId: string; readonly fields: Partial<DocumentFields> };

/** Changes what is said about a document, its defects included; never its text. */
export const editDocument: Command<EditDocument> = (state, { documentId, fields }) => {
  const document = find(state, 'document', documentId);
  if ('refused' in document) return document;
  const tidied = tidyDocument(state, fields, document);
  return 'refused' in tidied ? tidied : update('document', document, tidied);
};
