import { Buffer } from 'node:buffer';
import type { Piece, Place, ReadPart } from './leak.ts';
import { embeddedIn } from './readings/embedded.ts';
import { readingsOf } from './readings/readings-of.ts';
import { isRtf, rtfObjects } from './readings/rtf.ts';

/** Shorter runs of letters may be base64 by chance: when they make no sense nobody needs to hear of it. */
const SURELY_PACKED_BYTES = 512;

/** The readings of a text alone, for what carries no other files. */
export function* wordPieces(text: string, place: Place): Generator<Piece> {
  for (const reading of readingsOf(text)) yield { place, text: reading };
}

async function* embeddedPieces(
  bytes: Uint8Array,
  place: Place,
  read: ReadPart,
  surely: boolean,
): AsyncGenerator<Piece> {
  for await (const piece of read(bytes, place)) {
    if (surely || !('unread' in piece)) yield piece;
  }
}

/** Everything a text says: in each of its readings, and in the files that it carries as letters. */
export async function* textPieces(text: string, place: Place, read: ReadPart): AsyncGenerator<Piece> {
  const readings = readingsOf(text);
  for (const reading of readings) yield { place, text: reading };
  const seen = new Set<string>();
  const carried = isRtf(text)
    ? [...rtfObjects(text)].map((bytes) => ({ bytes, surely: true }))
    : readings.flatMap((reading) =>
        [...embeddedIn(reading)].map(({ bytes, what }) => ({
          bytes,
          surely: what === 'data address' || bytes.length >= SURELY_PACKED_BYTES,
        })),
      );
  for (const { bytes, surely } of carried) {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (seen.has(key)) continue;
    seen.add(key);
    yield* embeddedPieces(bytes, [...place, { kind: 'embedded', name: String(seen.size) }], read, surely);
  }
}
