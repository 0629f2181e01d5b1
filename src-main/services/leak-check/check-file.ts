import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { Guard } from '#core/ports/finished-file.ts';
import type { LeakReport } from './leak.ts';
import { readPart } from './read-part.ts';
import { Search } from './search.ts';
import { textPieces } from './text-part.ts';
import { isZip, zipPieces } from './zip-part.ts';

const PIECE_BYTES = 1024 * 1024;

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, head.length, 0);
    return isZip(head);
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
 * can read: PDF, archives, mails, pictures' metadata, HTML, JSON, text, one within the other. Of what
 * text cannot check it says so. Throws what the file system says.
 */
export async function checkFile({ path, fileName, content, ...guard }: LeakQuestion): Promise<LeakReport> {
  const search = new Search(guard);
  search.take({ place: [{ kind: 'file-name', name: fileName }], text: fileName });
  for await (const piece of textPieces(content, [{ kind: 'content', name: '' }], readPart))
    search.take(piece);
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
