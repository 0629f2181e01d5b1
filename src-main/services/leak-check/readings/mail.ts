import { CHARSETS, inCharset } from './charset.ts';

const ENCODED_WORD = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/giu;
/** Blanks between two encoded words belong to neither (RFC 2047, 6.2). */
const BETWEEN_WORDS = /(\?=)\s+(?==\?)/gu;
const HEX = /=([0-9a-f]{2})/giu;
/** Said in a header, a line broken softly, or a letter of two bytes: an address with `?page=20` is none of these. */
const QUOTED_PRINTABLE =
  /^content-transfer-encoding:\s*quoted-printable|=[ \t]*\r?\n|=[c-f][0-9a-f]=[89ab][0-9a-f]/imu;

const unhexed = (text: string): Buffer =>
  Buffer.from(
    Buffer.from(text, 'utf8')
      .toString('latin1')
      .replaceAll(HEX, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** A text with the words that mail headers encode as people read them (RFC 2047). */
export const encodedWords = (text: string): string =>
  text
    .replaceAll(BETWEEN_WORDS, '$1')
    .replaceAll(ENCODED_WORD, (_, charset: string, kind: string, words: string) =>
      inCharset(
        kind.toLowerCase() === 'b' ? Buffer.from(words, 'base64') : unhexed(words.replaceAll('_', ' ')),
        charset,
      ),
    );

/** Header lines that were folded, as one line each (RFC 5322, 2.2.3). */
const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]+/gu, ' ');

/**
 * A text as quoted-printable has it (RFC 2045, 6.7), in each encoding its bytes may be in; none when
 * nothing in it looks like it. Found by its look and not by its header: a part that lies about
 * itself is read all the same.
 */
export function quotedPrintable(text: string): string[] {
  if (!QUOTED_PRINTABLE.test(text)) return [];
  const bytes = unhexed(text.replaceAll(/=[ \t]*\r?\n/gu, ''));
  return CHARSETS.map((charset) => inCharset(bytes, charset));
}

/** What a mail or a web archive says in its headers and in quoted-printable. */
export function mailReadings(text: string): string[] {
  if (!text.includes('=')) return [];
  const words = encodedWords(unfolded(text));
  return [...(words === unfolded(text) ? [] : [words]), ...quotedPrintable(text)];
}
