import { Unzip, UnzipInflate } from 'fflate';
import type { Piece, Place, ReadPart, Step } from './leak.ts';

const ZIP = Buffer.from('PK\u0003\u0004');

/** Whether bytes begin as an archive does (APPNOTE 6.3, 4.3.7). */
export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(ZIP);

/** Larger entries are never held whole: their bytes are searched as they pass. */
const HELD_BYTES = 64 * 1024 * 1024;
/** Bytes of the last piece that are looked at again with the next: a name may lie across the cut. */
const OVERLAP = 4096;

type Entry = { readonly name: string; pieces: Uint8Array[]; size: number; isLarge: boolean };

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const [only] = pieces;
  return pieces.length === 1 && only ? only : Buffer.concat(pieces);
};

/** Entries as they come out of the archive, and what has to be read of them next. */
class Entries {
  readonly ready: Piece[] = [];
  readonly whole: { readonly place: Place; readonly bytes: Uint8Array }[] = [];
  readonly #unzip: Unzip;
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
    this.#unzip = new Unzip((file) => {
      const entry: Entry = { name: file.name, pieces: [], size: 0, isLarge: false };
      this.ready.push({ place: [...place, { kind: 'entry-name', name: file.name }], text: file.name });
      file.ondata = (error, data, final) => {
        if (error) this.ready.push({ place: this.#at(entry), unread: true });
        else this.#take(entry, data, final);
      };
      file.start();
    });
    this.#unzip.register(UnzipInflate);
  }

  /** The next bytes of the archive. Throws what is wrong with it. */
  push(bytes: Uint8Array, final: boolean): void {
    this.#unzip.push(bytes, final);
  }

  #at({ name }: Entry): Place {
    const step: Step = { kind: 'entry', name };
    return [...this.#place, step];
  }

  #take(entry: Entry, data: Uint8Array, final: boolean): void {
    entry.size += data.length;
    // The bytes may lie in a buffer that is used again.
    entry.pieces.push(new Uint8Array(data));
    const place = this.#at(entry);
    if (entry.size > HELD_BYTES || entry.isLarge) {
      if (!entry.isLarge) this.ready.push({ place, unread: true });
      entry.isLarge = true;
      const bytes = joined(entry.pieces);
      this.ready.push({ place, bytes });
      entry.pieces = [bytes.slice(-OVERLAP)];
    } else if (final) {
      this.whole.push({ place, bytes: joined(entry.pieces) });
      entry.pieces = [];
    }
  }
}

/** The names and contents of an archive's entries, one after another. */
export async function* zipPieces(
  archive: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  place: Place,
  read: ReadPart,
): AsyncGenerator<Piece> {
  const entries = new Entries(place);
  const flush = async function* (): AsyncGenerator<Piece> {
    yield* entries.ready.splice(0);
    for (const { bytes, place: at } of entries.whole.splice(0)) yield* read(bytes, at);
  };
  try {
    for await (const bytes of archive) {
      entries.push(bytes, false);
      yield* flush();
    }
    entries.push(new Uint8Array(0), true);
  } catch {
    // No archive after all, or a damaged one: said, and for the person to decide.
    yield { place, unread: true };
  }
  yield* flush();
}
