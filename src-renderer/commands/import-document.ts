import { sha256Text } from '#core/journal/hash.ts';
import type { Document, DocumentOrigin } from '#core/model/document.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { nextRef } from '#core/model/refs.ts';
import { type Command, type Context, isRefusal, type Outcome } from '#core/ports/command.ts';
import { attachEvidence } from './attach-evidence.ts';
import { create } from './support/change.ts';
import { type DocumentFields, tidyDocument } from './support/document-fields.ts';
import { refuse } from './support/refuse.ts';

export type ImportDocument = {
  /** Id of the new document: the caller hands its text to the store under it. */
  readonly id: string;
  readonly text: string;
  readonly origin: DocumentOrigin | null;
  /** Where its pages start; left out when it has none. */
  readonly pages?: Document['pages'];
  /** The file it came as, sealed already, to be kept as evidence under this id. */
  readonly file?: { readonly id: string; readonly blob: BlobRef } | null;
  readonly fields: Pick<DocumentFields, 'title'> & Partial<DocumentFields>;
};

const keepFile = (state: CaseState, file: ImportDocument['file'], context: Context): Outcome =>
  file
    ? attachEvidence(
        state,
        { items: [{ id: file.id, kind: 'file', file: file.blob, fields: {} }], bearing: null },
        context,
      )
    : [];

/** Adds a document; its text never changes afterwards. */
export const importDocument: Command<ImportDocument> = (state, input, context) => {
  const { id, text, origin, pages = null, file = null, fields } = input;
  if (text.trim() === '') return refuse('text-empty');
  // Anchors quote the text in the journal, which holds well-formed text only.
  if (/\p{Cs}/u.test(text)) return refuse('text-broken');
  const tidied = tidyDocument(state, fields);
  if ('refused' in tidied) return tidied;
  const ref = nextRef(state, 'document', context.actor);
  const measured = { length: text.length, textHash: sha256Text(text) };
  const kept = keepFile(state, file, context);
  if (isRefusal(kept)) return kept;
  const evidenceId = file?.id ?? null;
  const document = { retrieved: context.today(), ...tidied, ...measured, ref, origin, pages, evidenceId };
  return [create('document', id, document), ...kept];
};
