import { inflateSync } from 'node:zlib';

/** More than this of one stream is read by pdf.js alone. */
const MOST_INFLATED = 64 * 1024 * 1024;
const STREAM = Buffer.from('stream');
const END_STREAM = Buffer.from('endstream');
/** Entries of PDF objects whose strings a person can read (ISO 32000-1, 14.9 and 12.3 to 12.5). */
const SAYS = /\/(?:Alt|ActualText|E|TU|Contents|Title|URI|UF|F|Desc|Author|Subject|Keywords|Lang)\s*([(<])/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The end of a literal string that begins at `at`, behind its bracket; -1 when it never ends. */
function endOfLiteral(text: string, at: number): number {
  let depth = 1;
  for (let end = at; end < text.length; end += 1) {
    const character = text[end];
    if (character === '\\') end += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return end;
    }
  }
  return -1;
}

/** The bytes of a literal string (ISO 32000-1, 7.3.4.2). */
const literal = (raw: string): Buffer =>
  Buffer.from(
    raw.replaceAll(/\\(\r\n|[0-7]{1,3}|[\s\S])/g, (_, escaped: string) => {
      if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 0xff);
      if (/^[\r\n]/.test(escaped)) return '';
      return ESCAPES[escaped] ?? escaped;
    }),
    'latin1',
  );

/** A text string: UTF-16 with its mark, UTF-8 with its mark, or one byte a letter (7.9.2.2). */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)));
    return even.swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}

function* stringsOf(text: string): Generator<string> {
  SAYS.lastIndex = 0;
  for (const { index, 0: head, 1: bracket } of text.matchAll(SAYS)) {
    const at = index + head.length;
    const end = bracket === '(' ? endOfLiteral(text, at) : text.indexOf('>', at);
    if (end < 0) continue;
    const raw = text.slice(at, end);
    // "<<" begins a dictionary.
    if (bracket === '<' && !/^[0-9a-f\s]*$/i.test(raw)) continue;
    yield decoded(bracket === '(' ? literal(raw) : Buffer.from(raw.replaceAll(/\s/g, ''), 'hex'));
  }
}

/** A stream's content when deflate packed it, else as it stands. */
function unpacked(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_INFLATED });
  } catch {
    return bytes;
  }
}

/**
 * The strings of a PDF that stand for something to read or to go to: texts of pictures, what marked
 * content says in so many words (which pdf.js knows nothing of), titles, addresses, names of files.
 * Found in the bytes, whatever the file's structure says of them.
 */
export function* pdfStrings(given: Uint8Array): Generator<string> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  let at = 0;
  for (;;) {
    const start = bytes.indexOf(STREAM, at);
    yield* stringsOf(bytes.toString('latin1', at, start < 0 ? bytes.length : start));
    if (start < 0) return;
    let from = start + STREAM.length;
    if (bytes[from] === 0x0d) from += 1;
    if (bytes[from] === 0x0a) from += 1;
    const end = bytes.indexOf(END_STREAM, from);
    const to = end < 0 ? bytes.length : end;
    yield* stringsOf(unpacked(bytes.subarray(from, to)).toString('latin1'));
    if (end < 0) return;
    at = end + END_STREAM.length;
  }
}
