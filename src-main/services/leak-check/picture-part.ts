import type { Piece, Place, ReadPart } from './leak.ts';
import { type Chunk, chunksOf } from './picture-chunks.ts';
import { byteReadings } from './readings/byte-readings.ts';
import { wordPieces } from './text-part.ts';

async function* piecesOf(chunks: Iterable<Chunk>, place: Place, read: ReadPart): AsyncGenerator<Piece> {
  for (const { name, bytes, behind, unread } of chunks) {
    if (behind) {
      yield* read(bytes, [...place, { kind: 'behind', name }]);
      continue;
    }
    const at: Place = [...place, { kind: 'metadata', name }];
    if (unread) yield { place: at, unread };
    if (unread) yield { place: at, bytes };
    for (const text of byteReadings(bytes)) yield* wordPieces(text, at);
  }
}

/** What a picture says besides its pixels, or null when the bytes are no picture known here. */
export function picturePieces(given: Uint8Array, place: Place, read: ReadPart): AsyncIterable<Piece> | null {
  const chunks = chunksOf(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
  return chunks && piecesOf(chunks, place, read);
}
