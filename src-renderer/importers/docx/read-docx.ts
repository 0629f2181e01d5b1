import type { ReadArticle } from '#core/ports/workbench.ts';
import { sha256Bytes } from '#core/text/sha256-bytes.ts';
import { checkSize } from '../import-error.ts';
import { titleOfText } from '../title-from-text.ts';
import { docxText } from './docx-text.ts';

/** Reads a Word document. Works in a worker. Throws ImportError. */
export async function readDocx(name: string, bytes: Uint8Array): Promise<ReadArticle> {
  const text = (await docxText(bytes)).replaceAll(/\p{Cs}/gu, '\ufffd');
  checkSize(text.length);
  return {
    text,
    title: titleOfText(text),
    author: null,
    publisher: null,
    published: null,
    language: null,
    url: null,
    fileName: name,
    encoding: 'docx',
    bytes: bytes.length,
    sha256: sha256Bytes(bytes),
    uncertainEncoding: false,
    pages: null,
  };
}
