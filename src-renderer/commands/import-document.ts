import type { Change } from '#core/journal/entry.ts';
import { sha256Text } from '#core/journal/hash.ts';
import type { Document, DocumentOrigin } from '#core/model/document.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { nextRef } from '#core/model/refs.ts';
import { type Command, type Context, isRefusal, type Outcome } from '#core/ports/command.ts';
import { exactMoves, type Revision } from '#core/revision/exact-moves.ts';
import { families } from '#core/revision/revisions.ts';
import { attachEvidence } from './attach-evidence.ts';
import { create } from './support/change.ts';
import { type DocumentFields, tidyDocument } from './support/document-fields.ts';
import { find } from './support/find.ts';
import { movingChanges } from './support/moving.ts';
import { refuse } from './support/refuse.ts';

export type ImportDocument = {
  /** Id of the new document: the caller hands its text to the store under it. */
  readonly id: string;
  readonly text: string;
  readonly origin: DocumentOrigin | null;
  /** The document this is a newer version of, with the texts of the case by id: what stands there word for word moves along. */
  readonly revisionOf?: { readonly id: string; readonly texts: ReadonlyMap<string, string> } | null;
  /** Where its pages start; left out when it has none. */
  readonly pages?: Document['pages'];
  /** The file it came as, sealed already, to be kept as evidence under this id. */
  readonly file?: { readonly id: string; readonly blob: BlobRef } | null;
  readonly fields: Pick<DocumentFields, 'title'> & Partial<DocumentFields>;
};

/** What holds of a newer version as well, unless something else is said of it. */
const saidOf = ({ publisherId, author, url, language, translationOf }: Document): Partial<Document> => ({
  publisherId,
  author,
  url,
  language,
  translationOf,
});

const withoutNulls = <T extends object>(fields: T): Partial<T> => {
  const said: Partial<T> = { ...fields };
  for (const field of Object.keys(said) as (keyof T)[]) if (said[field] === null) delete said[field];
  return said;
};

/** What stands in earlier versions and, word for word, in one place of the new one. */
function movedTo(
  state: CaseState,
  revision: Revision,
  { id, texts }: NonNullable<ImportDocument['revisionOf']>,
): Change[] {
  const earlier = new Set((families(state.document).get(id) ?? []).map((document) => document.id));
  return movingChanges(state, exactMoves(state, earlier, revision, texts));
}

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
  const { id, text, origin, pages = null, file = null, revisionOf = null, fields } = input;
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
  const earlier = revisionOf && find(state, 'document', revisionOf.id);
  if (earlier && 'refused' in earlier) return earlier;
  // What the file does not say holds on from the version before it.
  const given = earlier ? { ...saidOf(earlier), ...withoutNulls(tidied) } : tidied;
  const document = {
    retrieved: context.today(),
    ...given,
    ...measured,
    ref,
    origin,
    pages,
    evidenceId,
    revisionOf: earlier?.id ?? null,
  };
  const moved = revisionOf ? movedTo(state, { id, text }, revisionOf) : [];
  return [create('document', id, document), ...kept, ...moved];
};
