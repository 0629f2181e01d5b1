import { pause } from '#core/pause.ts';
import { journalLine } from '#core/exchange/project-file/journal-line.ts';
import type { Entry } from '#core/journal/entry.ts';

/** Entries turned into lines in one go: a few milliseconds, so that the window never stands still. */
const PART = 200;
/** About the size of a slice, in bytes; under the 4 MB that a message may hold. */
const SLICE = 1024 * 1024;

const utf8 = new TextEncoder();

const inFileOrder = (a: Entry, b: Entry): number =>
  a.header.actor < b.header.actor ? -1 : a.header.actor > b.header.actor ? 1 : a.header.seq - b.header.seq;

/** Bytes in pieces no longer than a slice. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.slice(at, at + SLICE);
}

/** The journal as it stands in a project file, in slices. */
export async function* journalSlices(entries: readonly Entry[]): AsyncGenerator<Uint8Array> {
  const sorted = [...entries].sort(inFileOrder);
  let lines: string[] = [];
  let length = 0;
  for (let at = 0; at < sorted.length; at += PART) {
    for (const entry of sorted.slice(at, at + PART)) {
      const line = `${journalLine(entry)}\n`;
      lines.push(line);
      length += line.length;
    }
    if (length >= SLICE) {
      yield* piecesOf(utf8.encode(lines.join('')));
      [lines, length] = [[], 0];
    }
    await pause();
  }
  if (lines.length > 0) yield* piecesOf(utf8.encode(lines.join('')));
}

/** Puts lines that come in slices, cut anywhere, together again. */
export class EntryReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private rest = '';
  readonly entries: Entry[] = [];

  /** Takes a slice; the vault has checked every line of it. */
  async take(bytes: Uint8Array, last = false): Promise<void> {
    const lines = (this.rest + this.decoder.decode(bytes, { stream: !last })).split('\n');
    this.rest = last ? '' : (lines.pop() ?? '');
    for (let at = 0; at < lines.length; at += PART) {
      for (const line of lines.slice(at, at + PART)) {
        if (line !== '') this.entries.push(JSON.parse(line) as Entry);
      }
      await pause();
    }
  }
}
