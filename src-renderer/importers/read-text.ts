import type { ReadArticle } from '#core/ports/workbench.ts';
import { type Decoded, type DecodeFailure, decodeText } from '#core/text/decode.ts';
import { sha256Bytes } from '#core/text/sha256-bytes.ts';
import { checkSize, ImportError } from './import-error.ts';
import { titleOfMarkdown, titleOfText } from './title-from-text.ts';

/** The extension of a file name in lower case, without its dot; '' for none. */
export const extensionOf = (name: string): string =>
  /[^/\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const REFUSALS = {
  empty: { code: 'empty-file', message: 'There is no text in this file.' },
  binary: { code: 'binary-file', message: 'This is no text file, whatever its name says.' },
  undecodable: {
    code: 'broken-encoding',
    message: 'The letters of this file cannot be read in any known encoding.',
  },
} as const;

function refusal(failure: DecodeFailure): ImportError {
  const { code, message } = REFUSALS[failure];
  return new ImportError(code, message);
}

/** Decodes an article's bytes (`declared`: the encoding a web page names). Throws {@link ImportError}. */
export function decodeArticle(bytes: Uint8Array, declared: string | null = null): Decoded {
  checkSize(bytes.length);
  const decoded = decodeText(bytes, declared);
  if ('failure' in decoded) throw refusal(decoded.failure);
  if (decoded.text.trim() === '') throw refusal('empty');
  return decoded;
}

/** What an importer says of the file itself. */
export const fileFacts = (name: string, bytes: Uint8Array, decoded: Decoded) => ({
  fileName: name,
  encoding: decoded.encoding,
  uncertainEncoding: decoded.uncertain,
  bytes: bytes.length,
  sha256: sha256Bytes(bytes),
});

/**
 * Reads a plain text or Markdown file: its text exactly as it is. Throws {@link ImportError}.
 * Works without a window.
 */
export function readTextBytes(name: string, bytes: Uint8Array): ReadArticle {
  const decoded = decodeArticle(bytes);
  const markdown = ['md', 'markdown'].includes(extensionOf(name));
  return {
    text: decoded.text,
    title: markdown ? titleOfMarkdown(decoded.text) : titleOfText(decoded.text),
    author: null,
    publisher: null,
    published: null,
    language: null,
    url: null,
    pages: null,
    ...fileFacts(name, bytes, decoded),
  };
}
