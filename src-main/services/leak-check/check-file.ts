import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { Guard } from '#core/ports/finished-file.ts';
import type { LeakReport, Place, ReadPart } from './leak.ts';
import { pdfPieces } from './pdf-part.ts';
import { picturePieces } from './picture-part.ts';
import { Search } from './search.ts';
import { textPieces } from './text-part.ts';
import { zipPieces } from './zip-part.ts';

const PIECE_BYTES = 1024 * 1024;
const ZIP = Buffer.from('PK\u0003\u0004');

/** The bytes as text: by their byte order mark, or UTF-8 without a zero byte; null when they are none. */
function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const step = (place: Place): Place => (place.length === 0 ? [{ kind: 'text', name: '' }] : place);

/** Reads a part by what its bytes show, whatever its name says. */
const readPart: ReadPart = (given, place) => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return pdfPieces(given, place, readPart);
  if (bytes.subarray(0, 4).equals(ZIP)) return zipPieces([given], place, readPart);
  const picture = picturePieces(given, place);
  if (picture) return picture;
  const text = textOf(bytes);
  if (text !== null) return textPieces(text, step(place));
  return [
    { place, bytes: given },
    { place, unread: true },
  ];
};

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(ZIP.length);
    await file.read(head, 0, head.length, 0);
    return head.equals(ZIP);
  } finally {
    await file.close();
  }
}

/** A finished file that has to be checked before it is put in its place. */
export type LeakQuestion = Guard & {
  readonly path: string;
  /** The name it is to get: it leaves with the file. */
  readonly fileName: string;
  /** What the file was made from, as JSON; '' when the file says all of it in so many words. */
  readonly content: string;
};

/**
 * Opens a finished file, whoever wrote it, and looks for spellings in everything that a reader of it
 * can read: PDF, archives, pictures' metadata, HTML, JSON, text, one within the other. Of what text
 * cannot check it says so. Throws what the file system says.
 */
export async function checkFile({ path, fileName, content, ...guard }: LeakQuestion): Promise<LeakReport> {
  const search = new Search(guard);
  search.take({ place: [{ kind: 'file-name', name: fileName }], text: fileName });
  for (const piece of textPieces(content, [{ kind: 'content', name: '' }])) search.take(piece);
  const pieces = (await isArchive(path))
    ? zipPieces(
        createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>,
        [],
        readPart,
      )
    : readPart(await readFile(path), []);
  for await (const piece of pieces) search.take(piece);
  return search.report();
}
