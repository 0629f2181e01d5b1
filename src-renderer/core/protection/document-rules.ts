import type { Alignment } from '../model/alignment.ts';
import type { Defect, Document, DocumentOrigin, TranslationOf } from '../model/document.ts';
import { sha256Text } from '../journal/hash.ts';
import { wordedParagraphs } from '../translation/beads.ts';
import { isOffRecord } from './off-record-scope.ts';
import type { Outgoing } from './outgoing.ts';
import { movedOffset } from './redact-text.ts';
import { keep, link, maybe, own, quoted, reference, type Rule, type Rules, shape } from './rule.ts';

/** The document's text as it leaves, when something was cut out of it. */
const cutText = (out: Outgoing, documentId: string) => {
  const text = out.document(documentId);
  return text && text.cuts.length > 0 ? text : null;
};

const defects: Rule<readonly Defect[]> = (values, out, documentId) => {
  const text = cutText(out, documentId);
  const moved = (offset: number | null, side: 'start' | 'end') =>
    offset === null || !text ? offset : movedOffset(text.cuts, offset, side);
  return values.map(({ note, start, end }) => ({
    note: out.quoted(note),
    start: moved(start, 'start'),
    end: moved(end, 'end'),
  }));
};

const arrival = shape<DocumentOrigin>({ fileName: maybe(own), encoding: keep, bytes: keep, sha256: keep });

/** Whether a text leaves with as many paragraphs as it has. */
function keepsParagraphs(out: Outgoing, documentId: string): boolean {
  const text = cutText(out, documentId);
  const held = out.texts.get(documentId);
  return (
    !text || (held !== undefined && wordedParagraphs(text.text).length === wordedParagraphs(held).length)
  );
}

/** Rows count paragraphs: where a cut took one away they would put wrong ones side by side. */
const alignment: Rule<Alignment | null> = (value, out, documentId) => {
  if (value === null || (keepsParagraphs(out, documentId) && keepsParagraphs(out, value.originalId)))
    return value;
  out.touched += 1;
  return null;
};

/** Not even that something was given off the record may show. */
const keptFile: Rule<string | null> = (value, out) => {
  const item = value === null ? undefined : out.state.evidence.get(value);
  if (item && !isOffRecord(item.folded)) return value;
  if (value !== null) out.touched += 1;
  return null;
};

/** What becomes of every field of a document when it leaves the program. */
export const documentRules: Rules<Document> = {
  ref: reference,
  title: quoted,
  publisher: maybe(quoted),
  publisherId: keep,
  author: maybe(quoted),
  url: link,
  published: keep,
  retrieved: keep,
  language: maybe(own),
  translationOf: maybe(shape<TranslationOf>({ language: maybe(own), title: maybe(quoted), held: keep })),
  defects,
  alignment,
  revisionOf: keep,
  evidenceId: keptFile,
  pages: (value, out, id) => {
    const text = cutText(out, id);
    return value && text ? value.map((offset) => movedOffset(text.cuts, offset, 'start')) : value;
  },
  // Size and hash of the file as it came would prove possession of what was cut out.
  origin: (value, out, id) => (value && cutText(out, id) ? null : maybe(arrival)(value, out, id)),
  length: (value, out, id) => cutText(out, id)?.text.length ?? value,
  textHash: (value, out, id) => {
    const text = cutText(out, id);
    if (!text) return value;
    out.touched += 1;
    return sha256Text(text.text);
  },
};
