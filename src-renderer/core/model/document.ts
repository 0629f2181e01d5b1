import type { Alignment } from './alignment.ts';

/** A defect of the document itself: no date, breaks off, a quotation never closed. */
export type Defect = {
  readonly note: string;
  /** UTF-16 offsets of the place it shows, or null for the document as a whole. */
  readonly start: number | null;
  readonly end: number | null;
};

/** How the text arrived. */
export type DocumentOrigin = {
  readonly fileName: string | null;
  /** Encoding the text was read as (WHATWG label), `utf-16` for pasted text; `docx` or `pdf` for words taken out of such a file. */
  readonly encoding: string;
  readonly bytes: number;
  /** SHA-256 of the bytes as they came, lower-case hex. */
  readonly sha256: string;
};

/** What the document says it was translated from. */
export type TranslationOf = {
  readonly language: string | null;
  readonly title: string | null;
  readonly held: boolean;
};

/** An imported article or text; its text is stored apart and never changes. */
export type Document = {
  readonly ref: string;
  readonly title: string;
  readonly publisher: string | null;
  /** The party that speaks in narration; its name is the outermost rung. */
  readonly publisherId: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** Publication date in EDTF, null when the document gives none. */
  readonly published: string | null;
  /** Day of import, ISO 8601. */
  readonly retrieved: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  readonly translationOf: TranslationOf | null;
  /** Where its original is held as a document: which paragraphs belong together; else null. */
  readonly alignment: Alignment | null;
  readonly defects: readonly Defect[];
  readonly origin: DocumentOrigin | null;
  /** The document of which this is a newer version, or null. It may be gone. */
  readonly revisionOf: string | null;
  /** Evidence item that keeps the file as it came; null when it was not kept. It may be gone. */
  readonly evidenceId: string | null;
  /** Where each page of the file starts in the text (UTF-16 offsets, ascending, the first 0); null without pages. */
  readonly pages: readonly number[] | null;
  /** UTF-16 length of the text. */
  readonly length: number;
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly textHash: string;
};
