import { extensionOf } from './read-text.ts';

const HTML = new Set(['html', 'htm', 'xhtml', 'xht']);

const WORD = new Set(['docx', 'docm', 'dotx', 'doc']);

/** What an article file is read as. */
export type ArticleFormat = 'text' | 'html' | 'docx' | 'pdf';

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  Array.from(magic).every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** By the file's name; a PDF also by its first bytes, a Word document also where the bytes alone tell it from a text. */
export function formatOf(name: string, bytes: Uint8Array): ArticleFormat {
  const extension = extensionOf(name);
  if (HTML.has(extension)) return 'html';
  if (extension === 'pdf' || startsWith(bytes, '%PDF-')) return 'pdf';
  const packed = startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, '\xd0\xcf\x11\xe0');
  return packed && WORD.has(extension) ? 'docx' : extension === 'docx' ? 'docx' : 'text';
}
