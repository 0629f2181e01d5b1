import type { ReadArticle } from '#core/ports/workbench.ts';
import { sha256Bytes } from '#core/text/sha256-bytes.ts';
import { checkSize, ImportError, MOST_BYTES } from './import-error.ts';
import { readHtmlFragment } from './read-fragment.ts';
import { titleOfText } from './title-from-text.ts';

/** Pasted words have no bytes of their own; these stand for them in the hash. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

/**
 * Reads pasted words: the plain text exactly as it came; the formatted form (`html`) is asked for
 * the language, and for the words where no plain text came along. Throws ImportError.
 */
export function readPastedText(text: string, html: string | null): ReadArticle {
  checkSize(text.length);
  // Office programs send pictures along: a form too long to read is done without.
  const formatted = html === null || html.length >= MOST_BYTES ? null : readHtmlFragment(html);
  const words = text.trim() === '' ? (formatted?.text ?? '') : text;
  if (words.trim() === '') throw new ImportError('empty-file', 'No words were pasted.');
  if (/\p{Cs}/u.test(words)) throw new ImportError('broken-encoding', 'The words hold halves of characters.');
  if (words.includes('\0')) throw new ImportError('binary-file', 'What was pasted is no text.');
  const bytes = utf16(words);
  return {
    text: words,
    title: titleOfText(words),
    author: null,
    publisher: null,
    published: null,
    language: formatted?.language ?? null,
    url: null,
    fileName: null,
    encoding: 'utf-16',
    bytes: bytes.length,
    sha256: sha256Bytes(bytes),
    uncertainEncoding: false,
    pages: null,
  };
}
