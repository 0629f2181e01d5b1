import type { View, ViewedFormat } from '#core/ports/view-work.ts';
import { decodeText } from '#core/text/decode.ts';
import { bytesToBase64 } from '#core/text/base64.ts';
import { cleanHtml, type CleanPage, wordsOf } from './clean-html.ts';
import { type MimePart, mimeParts, parameterOf } from './mime-parts.ts';

/** A larger page would hold up the window while it is laid out. */
const MOST_LAID_OUT = 700_000;
/** A line as it is shown; a longer one goes on in the next. */
const LONGEST_LINE = 400;
const MOST_LINES = 200_000;

/** A line in pieces that end at blanks where there are any. */
function* piecesOf(line: string): Generator<string> {
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const blank = rest.lastIndexOf(' ', LONGEST_LINE);
    const cut = blank > LONGEST_LINE / 2 ? blank + 1 : LONGEST_LINE;
    yield rest.slice(0, cut);
    rest = rest.slice(cut);
  }
  yield rest;
}

/** A text in lines no longer than can be shown at once. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    for (const piece of piecesOf(line)) lines.push(piece);
    if (lines.length >= MOST_LINES) break;
  }
  return lines;
}

function shown({ html, leftOut }: CleanPage): View {
  return html.length <= MOST_LAID_OUT
    ? { kind: 'page', html, leftOut }
    : { kind: 'text', lines: linesOf(wordsOf(html)), uncertain: false, plain: true };
}

const DECLARED = /<meta[^>]+charset\s*=\s*["']?([a-z0-9_-]+)/i;

/** Markup as text: as it declares, else by its bytes. Null when it is no text. */
function markupOf(bytes: Uint8Array, label: string | null): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const decoded = decodeText(bytes, label ?? DECLARED.exec(head)?.[1] ?? null);
  return 'text' in decoded ? decoded.text : null;
}

const PICTURE = /^image\/(?:png|jpeg|gif|webp)\b/i;
/** Pictures of one archive that are shown, all together. */
const MOST_PICTURES = 500_000;

/** Pictures of a web archive by the addresses the page calls them by (RFC 2557, 5). */
function picturesOf(parts: readonly MimePart[]): Map<string, string> {
  const pictures = new Map<string, string>();
  let room = MOST_PICTURES;
  for (const { headers, bytes } of parts) {
    const type = PICTURE.exec(headers.get('content-type') ?? '')?.[0];
    if (type === undefined || bytes.length > room) continue;
    room -= bytes.length;
    const address = `data:${type.toLowerCase()};base64,${bytesToBase64(bytes)}`;
    const location = headers.get('content-location');
    const id = headers.get('content-id');
    if (location !== undefined) pictures.set(location, address);
    if (id !== undefined) pictures.set(`cid:${id.replaceAll(/[<>]/g, '')}`, address);
  }
  return pictures;
}

function mhtmlView(bytes: Uint8Array): View | null {
  const parts = mimeParts(bytes);
  const page = parts.find(({ headers }) => /^text\/html\b/i.test(headers.get('content-type') ?? ''));
  if (!page) return null;
  const html = markupOf(page.bytes, parameterOf(page.headers.get('content-type') ?? '', 'charset'));
  return html === null ? null : shown(cleanHtml(html, picturesOf(parts)));
}

/** A file as it is shown: a web page cleaned, a text in lines; null when it is none of its kind. */
export function readView(format: Exclude<ViewedFormat, 'docx'>, bytes: Uint8Array): View | null {
  if (format === 'mhtml') return mhtmlView(bytes);
  if (format === 'html') {
    const html = markupOf(bytes, null);
    return html === null ? null : shown(cleanHtml(html, new Map()));
  }
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return null;
  return { kind: 'text', lines: linesOf(decoded.text), uncertain: decoded.uncertain, plain: false };
}
