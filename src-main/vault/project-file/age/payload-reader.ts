import type { FileHandle } from 'node:fs/promises';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { CHUNK_BYTES, openPayloadChunk, plainSize, SEALED_BYTES } from './stream.ts';

const BATCH = 16;
/** Content is opened in blocks of this many bytes. */
const BLOCK_BYTES = CHUNK_BYTES * BATCH;

/** The content of an age file, read anywhere. Whatever it gives has been authenticated. */
export type PayloadReader = {
  readonly size: number;
  /** A copy of the content from `start` up to `end` (exclusive), both inside it. */
  read(start: number, end: number): Promise<Buffer>;
  /** The same in pieces; each is valid until the next is asked for. */
  stream(start: number, end: number): AsyncGenerator<Buffer, void, undefined>;
};

const cut = (part: string) => new ProjectFileFault('age-payload-damaged', part);

async function fill(file: FileHandle, target: Buffer, position: number): Promise<void> {
  for (let at = 0; at < target.length; ) {
    const { bytesRead } = await file.read(target, at, target.length - at, position + at);
    if (bytesRead === 0) throw cut('the file is cut');
    at += bytesRead;
  }
}

/** A block as it lies in the file, in a buffer that is used again. */
type SealedBlock = { readonly sealed: Buffer; readonly buffer: Buffer };
type Block = { readonly index: number; readonly plain: Buffer };

/** Opens the payload that stands in `file` from `start` to the file's end, at `fileSize`. */
export function openPayload(file: FileHandle, start: number, fileSize: number, key: Buffer): PayloadReader {
  const sealedLength = fileSize - start;
  const size = plainSize(sealedLength);
  if (size === null) throw cut('its length is no length of a whole file');
  const chunks = Math.max(1, Math.ceil(size / CHUNK_BYTES));
  let block: Block | null = null;
  let ahead: { readonly index: number; readonly reading: Promise<SealedBlock> } | null = null;
  const blockBytes = Math.min(BLOCK_BYTES, size);
  let spare: Buffer = Buffer.alloc(blockBytes);
  /** Buffers nobody reads into; a fresh one for each block would cost more than opening it. */
  const free: Buffer[] = [];

  const readSealed = async (index: number): Promise<SealedBlock> => {
    const from = index * BATCH * SEALED_BYTES;
    const buffer = free.pop() ?? Buffer.allocUnsafe(Math.min(BATCH * SEALED_BYTES, sealedLength));
    const sealed = buffer.subarray(0, Math.min(buffer.length, sealedLength - from));
    await fill(file, sealed, start + from);
    return { sealed, buffer };
  };
  const openBlock = (index: number, sealed: Buffer): Block => {
    const plain = spare;
    for (let at = 0; at * SEALED_BYTES < sealed.length; at++) {
      const number = index * BATCH + at;
      const chunk = sealed.subarray(at * SEALED_BYTES, (at + 1) * SEALED_BYTES);
      const sound = openPayloadChunk(
        key,
        number,
        number === chunks - 1,
        chunk,
        plain.subarray(at * CHUNK_BYTES),
      );
      if (!sound) throw cut(`piece ${number + 1} of ${chunks}`);
    }
    return { index, plain };
  };
  const blockAt = async (index: number): Promise<Buffer> => {
    if (block?.index === index) return block.plain;
    const follows = block !== null && index === block.index + 1;
    const isAhead = ahead?.index === index;
    // A block read ahead for nothing gives its buffer back once it is there.
    if (!isAhead) ahead?.reading.then(({ buffer }) => free.push(buffer)).catch(() => undefined);
    const { sealed, buffer } = await (ahead && isAhead ? ahead.reading : readSealed(index));
    ahead = null;
    if (follows && (index + 1) * BATCH < chunks) {
      const next = readSealed(index + 1);
      next.catch(() => undefined);
      ahead = { index: index + 1, reading: next };
    }
    const opened = openBlock(index, sealed);
    free.push(buffer);
    spare = block?.plain ?? Buffer.alloc(blockBytes);
    block = opened;
    return opened.plain;
  };

  async function* stream(from: number, to: number): AsyncGenerator<Buffer, void, undefined> {
    for (let at = from; at < to; ) {
      const index = Math.floor(at / BLOCK_BYTES);
      const end = Math.min(to, (index + 1) * BLOCK_BYTES);
      const plain = await blockAt(index);
      yield plain.subarray(at - index * BLOCK_BYTES, end - index * BLOCK_BYTES);
      at = end;
    }
  }

  return {
    size,
    stream,
    async read(from, to) {
      if (from < 0 || to < from || to > size) throw new RangeError('Outside the content');
      const target = Buffer.alloc(to - from);
      let at = 0;
      for await (const piece of stream(from, to)) at += piece.copy(target, at);
      return target;
    },
  };
}
