/**
 * Where something stands in a document (DESIGN 1; the quote and position selectors of the
 * W3C Web Annotation Data Model, section 4.2).
 * `start` and `end` are UTF-16 offsets into the document's text, `end` exclusive.
 */
export type Anchor = {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** The document's text between `start` and `end`, unchanged. */
  readonly exact: string;
  /** Up to {@link CONTEXT_LENGTH} characters before `start`. */
  readonly prefix: string;
  /** Up to {@link CONTEXT_LENGTH} characters after `end`. */
  readonly suffix: string;
  /**
   * Id of the later revision of the document in which a person did not find these words any more:
   * they stay where they were. Left out while nobody has looked.
   */
  readonly notIn?: string;
};

/** Characters of context kept on each side of an anchor. */
export const CONTEXT_LENGTH = 32;
