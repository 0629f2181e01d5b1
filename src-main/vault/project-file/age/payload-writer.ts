import type { FileHandle } from 'node:fs/promises';
import { Flushing } from '../../files/flushing.ts';
import { CHUNK_BYTES, SEALED_BYTES, sealPayloadChunk } from './stream.ts';

/** Sealed chunks that are gathered before they are written. */
const BATCH = 16;

/** Seals a payload as its content comes in. Calls must not overlap; `end` after the last. */
export type PayloadWriter = {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
  /** Resolves when nothing is on its way to the disk any more. */
  settle(): Promise<void>;
};

/** Starts the payload of an age file behind what was written to `file` so far. */
export function startPayload(file: FileHandle, key: Buffer): PayloadWriter {
  const held = Buffer.alloc(CHUNK_BYTES);
  let [sealed, spare] = [Buffer.alloc(SEALED_BYTES * BATCH), Buffer.alloc(SEALED_BYTES * BATCH)];
  const flushing = new Flushing(file);
  let writing: Promise<void> = Promise.resolve();
  let filled = 0;
  let batched = 0;
  let index = 0;

  const flush = async (): Promise<void> => {
    await writing;
    const bytes = batched;
    writing = file.writeFile(sealed.subarray(0, bytes)).then(() => flushing.wrote(bytes));
    // Its failure is met at the next wait; until then it must not count as unhandled.
    writing.catch(() => undefined);
    [sealed, spare] = [spare, sealed];
    batched = 0;
  };
  const seal = async (plain: Buffer, last: boolean): Promise<void> => {
    batched += sealPayloadChunk(key, index, last, plain, sealed.subarray(batched));
    index += 1;
    if (batched > sealed.length - SEALED_BYTES) await flush();
  };

  return {
    async write(bytes) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let at = 0; at < buffer.length; ) {
        // A full chunk is sealed only once more follows: the last one is sealed as the last.
        if (filled === CHUNK_BYTES) {
          filled = 0;
          await seal(held, false);
        }
        if (filled === 0 && buffer.length - at > CHUNK_BYTES) {
          await seal(buffer.subarray(at, at + CHUNK_BYTES), false);
          at += CHUNK_BYTES;
          continue;
        }
        const part = buffer.subarray(at, at + CHUNK_BYTES - filled);
        held.set(part, filled);
        filled += part.length;
        at += part.length;
      }
    },
    async end() {
      await seal(held.subarray(0, filled), true);
      if (batched > 0) await flush();
      await writing;
      await flushing.settle();
      held.fill(0);
    },
    settle: () => writing.catch(() => undefined),
  };
}
