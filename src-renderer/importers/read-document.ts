import type { ReadArticle } from '#core/ports/workbench.ts';
import { readHtmlBytes } from './read-html.ts';
import { extensionOf, readTextBytes } from './read-text.ts';

const HTML = new Set(['html', 'htm', 'xhtml', 'xht']);

/**
 * Reads an article file (plain text, Markdown, HTML). Throws ImportError: `empty-file`,
 * `binary-file`, `broken-encoding`, `too-large`.
 */
export function readDocumentBytes(name: string, bytes: Uint8Array): ReadArticle {
  return HTML.has(extensionOf(name)) ? readHtmlBytes(name, bytes) : readTextBytes(name, bytes);
}
