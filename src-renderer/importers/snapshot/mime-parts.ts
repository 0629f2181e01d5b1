/** A leaf of a MIME message: its headers by lower-case name, and its bytes as they were before transfer. */
export type MimePart = { readonly headers: ReadonlyMap<string, string>; readonly bytes: Uint8Array };

/** Parts in parts are read so deep; a web archive has two levels. */
const MOST_DEEP = 6;
const MOST_PARTS = 2000;

/** One byte a letter: a message is bytes, and offsets in it have to stay those of bytes. */
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
};

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

/** Headers, folded lines made one (RFC 5322, 2.2.3), and where the body starts. */
function headersOf(text: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

const quotedPrintable = (text: string): string =>
  text
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Base64 as far as it is any: a damaged part is shown as far as it goes. */
function base64(text: string): string {
  const letters = text.replaceAll(/[^a-z0-9+/]/gi, '');
  return atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0)));
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return base64(body);
  return encoding === 'quoted-printable' ? quotedPrintable(body) : body;
}

/** A parameter of a header's value: `boundary` of `multipart/related; boundary="x"`. */
export function parameterOf(value: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value);
  return match?.[1] ?? match?.[2] ?? null;
}

function* leaves(text: string, depth: number): Generator<MimePart> {
  const { headers, body } = headersOf(text);
  const type = headers.get('content-type') ?? '';
  const boundary = /^multipart\//i.test(type) ? parameterOf(type, 'boundary') : null;
  if (boundary === null || depth >= MOST_DEEP) {
    const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
    yield { headers, bytes: bytesOf(decoded(body, encoding)) };
    return;
  }
  // The preamble comes before the first boundary, the epilogue behind the last (RFC 2046, 5.1.1).
  const pieces = `\r\n${body}`.split(`\n--${boundary}`).slice(1);
  for (const piece of pieces) {
    if (piece.startsWith('--')) return;
    yield* leaves(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''), depth + 1);
  }
}

/** The leaves of a MIME message (RFC 2045, 2046) in order; what is no message is one leaf. */
export function mimeParts(bytes: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  for (const part of leaves(latin1(bytes), 0)) {
    parts.push(part);
    if (parts.length >= MOST_PARTS) break;
  }
  return parts;
}
