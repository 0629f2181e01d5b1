import { gunzipSync } from 'node:zlib';
import { decodeText } from '#core/text/decode.ts';
import type { Piece, Place, ReadPart } from './leak.ts';
import { isOpaque } from './opaque-kinds.ts';
import { pdfPieces } from './pdf-part.ts';
import { picturePieces } from './picture-part.ts';
import { byteReadings } from './readings/byte-readings.ts';
import { textPieces } from './text-part.ts';
import { unknownPieces } from './unknown-part.ts';
import { isZip, zipPieces } from './zip-part.ts';

/** Files lie one within the other so deep and no deeper: what is below is said to be unread. */
const MOST_STEPS = 12;
/** More than this of a packed file is searched as it is packed. */
const MOST_UNPACKED = 64 * 1024 * 1024;

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** A packed file's content, or null when it is damaged or larger than is held. */
function unpacked(bytes: Buffer): Buffer | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch {
    return null;
  }
}

const named = (place: Place): Place => (place.length === 0 ? [{ kind: 'text', name: '' }] : place);

/** The raw bytes of an archive as well: what lies between its entries and behind them is no entry. */
async function* archivePieces(bytes: Buffer, place: Place): AsyncGenerator<Piece> {
  yield { place, bytes };
  yield* zipPieces([bytes], place, readPart);
}

/** A text whose encoding is a guess: in each that it may be in. */
async function* guessedPieces(bytes: Buffer, place: Place): AsyncGenerator<Piece> {
  for (const text of byteReadings(bytes)) yield* textPieces(text, place, readPart);
}

/**
 * Reads a part by what its bytes show, whatever its name says. Only kinds that are understood whole
 * pass without a word: everything else is said to be unread.
 */
export const readPart: ReadPart = (given, place) => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length === 0) return [];
  if (place.length > MOST_STEPS) return unknownPieces(bytes, place);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return pdfPieces(given, place, readPart);
  if (isZip(bytes)) return archivePieces(bytes, place);
  if (isGzip(bytes)) {
    const content = unpacked(bytes);
    if (content) return readPart(content, [...place, { kind: 'embedded', name: 'gzip' }]);
  }
  const picture = picturePieces(bytes, place, readPart);
  if (picture) return picture;
  if (isOpaque(bytes)) return unknownPieces(bytes, place);
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return unknownPieces(bytes, place);
  return decoded.uncertain
    ? guessedPieces(bytes, named(place))
    : textPieces(decoded.text, named(place), readPart);
};
