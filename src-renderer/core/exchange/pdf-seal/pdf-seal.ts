/**
 * A PDF that can be held against itself: one comment line before its end (ISO 32000-1, 7.2.4 and
 * 7.5.5: a comment may stand there, and no offset points behind it) with the SHA-256 of all the rest.
 * Whoever changes the file on purpose can change the line with it; what it shows is damage, and
 * that nobody altered it by the way.
 */
const MARK = '%touchstone-sha256 ';
const DIGEST = 64;
const LINE_BYTES = MARK.length + DIGEST + 1;
/** How the file ends. */
const END = /startxref\r?\n\d{1,12}\r?\n%%EOF\r?\n?$/;
const END_BYTES = 48;

/** SHA-256 (hex) of these bytes, one after the other. */
export type HashParts = (parts: readonly Uint8Array[]) => string;

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** Where the end of the file begins, -1 when it ends otherwise. */
function endOf(pdf: Uint8Array): number {
  const from = Math.max(0, pdf.length - END_BYTES);
  const found = END.exec(latin(pdf.subarray(from)));
  return found ? from + found.index : -1;
}

/** The PDF with its own fingerprint. Throws when it does not end as a PDF does. */
export function sealPdf(pdf: Uint8Array, hash: HashParts): Uint8Array {
  const at = endOf(pdf);
  if (at < 0) throw new Error('The PDF does not end with startxref and %%EOF.');
  const line = new TextEncoder().encode(`${MARK}${hash([pdf])}\n`);
  const sealed = new Uint8Array(pdf.length + line.length);
  sealed.set(pdf.subarray(0, at));
  sealed.set(line, at);
  sealed.set(pdf.subarray(at), at + line.length);
  return sealed;
}

/** Whether bytes are a PDF, by their first ones. */
export const isPdf = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, 5)) === '%PDF-';

/** Where a fingerprint stands that was written by {@link sealPdf}, wherever it is now; -1 without any. */
function markIn(pdf: Uint8Array): number {
  const first = MARK.charCodeAt(0);
  for (let at = pdf.lastIndexOf(first); at >= 0; at = at > 0 ? pdf.lastIndexOf(first, at - 1) : -1) {
    if (latin(pdf.subarray(at, at + MARK.length)) === MARK) return at;
  }
  return -1;
}

/** What a PDF's own fingerprint says of it; `none`: it has none. */
export function verifyPdf(
  pdf: Uint8Array,
  hash: HashParts,
): { readonly seal: 'same' | 'altered' | 'none'; readonly fingerprint: string | null } {
  const mark = markIn(pdf);
  if (mark < 0) return { seal: 'none', fingerprint: null };
  const at = endOf(pdf) - LINE_BYTES;
  // Something was added behind it, as an incremental update is.
  if (at !== mark) return { seal: 'altered', fingerprint: null };
  const said = latin(pdf.subarray(mark + MARK.length, mark + LINE_BYTES));
  const fingerprint = hash([pdf.subarray(0, mark), pdf.subarray(mark + LINE_BYTES)]);
  return said === `${fingerprint}\n` ? { seal: 'same', fingerprint } : { seal: 'altered', fingerprint: null };
}
