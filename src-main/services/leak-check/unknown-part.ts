import type { Piece, Place } from './leak.ts';
import { byteReadings } from './readings/byte-readings.ts';
import { wordPieces } from './text-part.ts';

/** Words are looked for in so much; beyond it, the spellings' own bytes alone. */
const READ_BYTES = 4 * 1024 * 1024;

/** Bytes of no kind known here: searched as they are and as words of every encoding, and said to be unread. */
export function* unknownPieces(bytes: Buffer, place: Place): Generator<Piece> {
  yield { place, unread: true };
  yield { place, bytes };
  for (const text of byteReadings(bytes.subarray(0, READ_BYTES)))
    yield* wordPieces(text, [...place, { kind: 'bytes', name: '' }]);
}
