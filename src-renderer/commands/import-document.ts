import { sha256Text } from '#core/journal/hash.ts';
import type { DocumentOrigin } from '#core/model/document.ts';
import { nextRef } from '#core/model/refs.ts';
import type { Command } from '#core/ports/command.ts';
import { create } from './support/change.ts';
import { type DocumentFields, tidyDocument } from './support/document-fields.ts';
import { refuse } from './support/refuse.ts';

export type ImportDocument = {
  /** Id of the new document: the caller hands its text to the store under it. */
  readonly id: string;
  readonly text: string;
  readonly origin: DocumentOrigin | null;
  readonly fields: Pick<DocumentFields, 'title'> & Partial<DocumentFields>;
};

/** Adds a document; its text never changes afterwards. */
export const importDocument: Command<ImportDocument> = (state, { id, text, origin, fields }, context) => {
  if (text.trim() === '') return refuse('text-empty');
  // Anchors quote the text in the journal, which holds well-formed text only.
  if (/\p{Cs}/u.test(text)) return refuse('text-broken');
  const tidied = tidyDocument(state, fields);
  if ('refused' in tidied) return tidied;
  const ref = nextRef(state, 'document', context.actor);
  const measured = { length: text.length, textHash: sha256Text(text) };
  return [create('document', id, { retrieved: context.today(), ...tidied, ...measured, ref, origin })];
};
