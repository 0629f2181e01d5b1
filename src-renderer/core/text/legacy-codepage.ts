import { decodeWindows1252 } from './windows-1252.ts';

/** The two single-byte encodings articles from the region and its press still come in. */
export type LegacyEncoding = 'windows-1256' | 'windows-1252';

/** How much of a long text is weighed. */
const SAMPLE_BYTES = 256 * 1024;

/** Arabic letters and vowel signs beside each other, as words have them. */
const ARABIC_RUN = /[\u0621-\u0652\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2]{2,}/g;
/** A Latin letter beyond ASCII with an ASCII letter beside it. */
const LATIN_BESIDE_ASCII = /(?<=[A-Za-z])[À-ÖØ-öø-ÿŒœŠšŽžŸ]|[À-ÖØ-öø-ÿŒœŠšŽžŸ](?=[A-Za-z])/g;

const count = (text: string, pattern: RegExp): number => {
  let length = 0;
  for (const [match] of text.matchAll(pattern)) length += match.length;
  return length;
};

/**
 * Which of the two some bytes are, by how plausible the letters stand: Arabic ones in runs, accented
 * Latin ones beside plain ones. Always a guess: every byte means something in both.
 */
export function legacyEncodingOf(bytes: Uint8Array): LegacyEncoding {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const arabic = count(new TextDecoder('windows-1256').decode(sample), ARABIC_RUN);
  const latin = count(decodeWindows1252(sample), LATIN_BESIDE_ASCII);
  return arabic > latin ? 'windows-1256' : 'windows-1252';
}
