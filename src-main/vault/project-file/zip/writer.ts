import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';

const CHUNK_BYTES = 1024 * 1024;
configure({ useWebWorkers: false, chunkSize: CHUNK_BYTES });

/** Content whose length and checksum are known before it is read. */
export type Known = { readonly size: number; readonly crc32: number };

/** Writes an archive from its start to its end, one file after the other. */
export type ArchiveWriter = {
  /** Adds a file as it is; length and checksum must be right. */
  store(path: string, known: Known, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Adds a file packed by deflate; one of unknown size gets a ZIP64 header. */
  deflate(path: string, content: AsyncIterable<Uint8Array>, size?: number): Promise<void>;
  end(): Promise<void>;
};

function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    // Nothing is read ahead: the pieces may be reused once the next is asked for.
    { highWaterMark: 0 },
  );
}

/** Starts an archive whose bytes go to `write`. What `write` throws comes out of the call under way. */
export function startArchive(write: (bytes: Uint8Array) => Promise<void>, modified: Date): ArchiveWriter {
  const sink = new WritableStream<Uint8Array>({ write });
  const options = { extendedTimestamp: false, lastModDate: modified, useWebWorkers: false } as const;
  const zip = new ZipWriter(sink, options);
  return {
    async store(path, { size, crc32 }, content) {
      const reader = { readable: streamOf(content), size };
      const known = { compressionMethod: 0, uncompressedSize: size, crc32, passThrough: true };
      await zip.add(path, reader, known);
    },
    async deflate(path, content, size) {
      const readable = streamOf(content);
      await zip.add(path, size === undefined ? { readable } : { readable, size }, { level: 6 });
    },
    async end() {
      await zip.close();
    },
  };
}
