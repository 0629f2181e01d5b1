/** Bytes of a file's beginning that tell an Office Open XML document. */
export const WORD_HEAD_BYTES = 49;

/**
 * Whether a file is an Office Open XML document by its first bytes: an archive whose first entry is
 * the list of content types (ECMA-376 part 2, 10.2; APPNOTE 4.3.7 for the place of the name).
 */
export const isWordHead = (head: Uint8Array): boolean =>
  String.fromCharCode(...head.subarray(0, 4)) === 'PK\u0003\u0004' &&
  String.fromCharCode(...head.subarray(30, WORD_HEAD_BYTES)) === '[Content_Types].xml';
