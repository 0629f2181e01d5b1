import { beginsWith, controlsIn, hasBinarySignature, mostlyUtf8 } from './byte-shape.ts';
import { legacyEncodingOf } from './legacy-codepage.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export type Decoded = {
  /** Without the byte order mark; line ends and every kind of blank exactly as they came. */
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  /** A guess that a person should look at. */
  readonly uncertain: boolean;
};

/** `undecodable`: text with broken bytes, which nothing may replace silently. */
export type DecodeFailure = 'empty' | 'binary' | 'undecodable';

/** The text, or `failure` saying why there is none. */
export type DecodeOutcome = Decoded | { readonly failure: DecodeFailure };

const failed = (failure: DecodeFailure): DecodeOutcome => ({ failure });

/** The text in this encoding, or null when a byte does not fit it. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string | null }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  // UTF-32 begins as UTF-16 does, so it has to be told first; nothing here reads it.
  { bytes: [0xff, 0xfe, 0, 0], encoding: null },
  { bytes: [0, 0, 0xfe, 0xff], encoding: null },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

function byMark(bytes: Uint8Array): DecodeOutcome | null {
  const mark = MARKS.find((known) => beginsWith(bytes, known.bytes));
  if (!mark) return null;
  const text = mark.encoding === null ? null : strictly(bytes, mark.encoding);
  if (text === null || mark.encoding === null) return failed('undecodable');
  if (text.includes('\0')) return failed('binary');
  return text === '' ? failed('empty') : { text, encoding: mark.encoding, uncertain: false };
}

/** What European and Middle Eastern texts are made of; UTF-16 read the wrong way round is not. */
const ORDINARY =
  /[\t\n\r\f\x20-\x7e\u00a0-\u052f\u0590-\u06ff\u0750-\u077f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20cf]/g;
const SAMPLE_UNITS = 64 * 1024;
const ENOUGH_ORDINARY = 0.9;

/** UTF-16 without its mark: what one of the two orders makes ordinary text of. */
function byUnits(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = strictly(bytes, encoding);
    if (text === null || text.includes('\0')) continue;
    const sample = text.slice(0, SAMPLE_UNITS);
    const ordinary = sample.match(ORDINARY)?.length ?? 0;
    if (ordinary >= sample.length * ENOUGH_ORDINARY) return { text, encoding, uncertain: true };
  }
  return null;
}

/** A valid text may hold a stray control character or two; a file of bytes holds many. */
const MOST_CONTROLS_UTF8 = 0.05;
const MOST_CONTROLS_LEGACY = 0.005;

/** A text of one byte a letter, by what it declares or by its letters. */
function legacy(bytes: Uint8Array, declared: string | null): DecodeOutcome {
  if (declared === null && mostlyUtf8(bytes)) return failed('undecodable');
  const encoding = declared ?? legacyEncodingOf(bytes);
  const text = strictly(bytes, encoding);
  // C1 control characters are what bytes without a meaning become: it is another encoding.
  if (text === null || /[\x80-\x9f]/.test(text)) return failed('undecodable');
  return { text, encoding, uncertain: declared === null };
}

/** The canonical label of a declared encoding that can be trusted without a byte order mark. */
function trusted(label: string | null): string | null {
  if (label === null) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-') ? null : encoding;
  } catch {
    // A page may declare an encoding that nobody knows: then its bytes have to tell.
    return null;
  }
}

/**
 * Decodes a text file: byte order mark, strict UTF-8, UTF-16 by its shape, then the `declared`
 * encoding (of a web page) or Windows-1256 against Windows-1252 by their letters. Never replaces
 * what it cannot read.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodeOutcome {
  if (bytes.length === 0) return failed('empty');
  const marked = byMark(bytes);
  if (marked) return marked;
  if (hasBinarySignature(bytes)) return failed('binary');
  const { nul, other } = controlsIn(bytes);
  const text = strictly(bytes, 'utf-8');
  if (text !== null && nul + other === 0) return { text, encoding: 'utf-8', uncertain: false };
  const units = nul + other > 0 ? byUnits(bytes) : null;
  if (units) return units;
  const most = bytes.length * (text === null ? MOST_CONTROLS_LEGACY : MOST_CONTROLS_UTF8);
  if (nul > 0 || other > most) return failed('binary');
  if (text !== null) return { text, encoding: 'utf-8', uncertain: false };
  return legacy(bytes, trusted(declared));
}
