import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 as systemCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realDisk } from '#main/vault/files/disk.ts';
import { type CaseKeys, deriveKeys } from '#main/vault/keys/case-keys.ts';
import { randomSecret } from '#main/vault/keys/secret.ts';
import { crc32, crc32ByTable } from '#main/vault/sealed/crc32.ts';
import { CHUNK_BYTES, HEADER_BYTES, SEALED_CHUNK_BYTES } from '#main/vault/sealed/format.ts';
import { openSealed } from '#main/vault/sealed/reader.ts';
import { startSealing } from '#main/vault/sealed/sealer.ts';
import { freshFolder, namesIn, someBytes } from './support.ts';

const damaged = expect.objectContaining({ code: 'blob-damaged' });

async function seal(folder: string, keys: CaseKeys, plain: Uint8Array, slice = plain.length || 1) {
  const sealer = await startSealing(realDisk, folder, keys, plain.length);
  for (let at = 0; at < plain.length; at += slice) await sealer.write(plain.subarray(at, at + slice));
  return sealer.finish();
}

async function readAll(path: string, keys: CaseKeys): Promise<Uint8Array> {
  const file = await openSealed(realDisk, path, keys);
  try {
    return Uint8Array.from(await file.read(0, file.size));
  } finally {
    await file.close();
  }
}

async function readInPieces(path: string, keys: CaseKeys): Promise<Uint8Array> {
  const file = await openSealed(realDisk, path, keys);
  const pieces: Buffer[] = [];
  try {
    for await (const piece of file.pieces()) pieces.push(Buffer.from(piece));
  } finally {
    await file.close();
  }
  return Buffer.concat(pieces);
}

/** Vitest's own comparison takes seconds for such lengths. */
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** A sealed file of three and a half chunks, and what may be done to its bytes. */
async function sealedSample() {
  const folder = freshFolder();
  const keys = deriveKeys(randomSecret());
  const plain = someBytes(CHUNK_BYTES * 3.5);
  const { blob } = await seal(folder, keys, plain);
  const path = join(folder, blob);
  return { path, keys, plain, bytes: readFileSync(path), folder };
}

const chunkAt = (index: number): number => HEADER_BYTES + index * SEALED_CHUNK_BYTES;

describe('a sealed file', () => {
  it('gives back what went in, whatever its size and however it was sliced', async () => {
    const folder = freshFolder();
    const keys = deriveKeys(randomSecret());
    const nearBorders = fc
      .tuple(fc.integer({ min: 0, max: 18 }), fc.integer({ min: -2, max: 2 }))
      .map(([chunks, off]) => Math.max(0, chunks * CHUNK_BYTES + off));
    await fc.assert(
      fc.asyncProperty(nearBorders, fc.integer({ min: 1000, max: 300_000 }), async (size, slice) => {
        const plain = someBytes(size);
        const sealed = await seal(folder, keys, plain, slice);
        expect(sealed.size).toBe(size);
        expect(sealed.sha256).toBe(createHash('sha256').update(plain).digest('hex'));
        expect(sealed.crc32).toBe(systemCrc32(plain));
        expect(crc32ByTable(plain)).toBe(systemCrc32(plain));
        expect(same(await readInPieces(join(folder, sealed.blob), keys), plain)).toBe(true);
        expect(same(await readAll(join(folder, sealed.blob), keys), plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('opens any range of it', async () => {
    const { path, keys, plain } = await sealedSample();
    const file = await openSealed(realDisk, path, keys);
    const offset = fc.oneof(
      fc.integer({ min: 0, max: plain.length }),
      fc.constantFrom(0, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, CHUNK_BYTES * 3, plain.length),
    );
    await fc.assert(
      fc.asyncProperty(offset, offset, async (one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        expect(same(await file.read(start, end), plain.subarray(start, end))).toBe(true);
      }),
    );
    await expect(async () => file.read(0, plain.length + 1)).rejects.toThrow(RangeError);
    await file.close();
  });

  it('opens a range without the rest: only the chunks it lies in are looked at', async () => {
    const { path, keys, plain, bytes } = await sealedSample();
    bytes.fill(0, chunkAt(0), chunkAt(1));
    writeFileSync(path, bytes);
    const file = await openSealed(realDisk, path, keys);
    expect(Uint8Array.from(await file.read(CHUNK_BYTES, CHUNK_BYTES + 10))).toEqual(
      plain.slice(CHUNK_BYTES, CHUNK_BYTES + 10),
    );
    await expect(file.read(CHUNK_BYTES - 1, CHUNK_BYTES + 1)).rejects.toEqual(damaged);
    await file.close();
  });

  it('shows nothing of its content, its hash or how it is like another', async () => {
    const folder = freshFolder();
    const keys = deriveKeys(randomSecret());
    const plain = Buffer.from('Deir Ezzor '.repeat(1000));
    const { blob, sha256 } = await seal(folder, keys, plain);
    const first = readFileSync(join(folder, blob));
    expect(first.includes('Deir Ezzor')).toBe(false);
    expect(blob).not.toBe(sha256);
    await seal(folder, keys, plain);
    expect(readFileSync(join(folder, blob)).equals(first)).toBe(false);
    expect((await seal(folder, deriveKeys(randomSecret()), plain)).blob).not.toBe(blob);
  });

  it('is kept once for the same content', async () => {
    const folder = freshFolder();
    const keys = deriveKeys(randomSecret());
    const first = await seal(folder, keys, someBytes(100_000));
    expect(await seal(folder, keys, someBytes(100_000))).toEqual(first);
    expect(namesIn(folder)).toEqual([first.blob]);
    expect(same(await readAll(join(folder, first.blob), keys), someBytes(100_000))).toBe(true);
  });
});

describe('a sealed file that was tampered with', () => {
  it('is refused after any flipped bit', async () => {
    const { path, keys, bytes } = await sealedSample();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const altered = Buffer.from(bytes);
          altered[at] = (altered[at] ?? 0) ^ (1 << bit);
          writeFileSync(path, altered);
          await expect(readAll(path, keys)).rejects.toEqual(damaged);
        },
      ),
      {
        numRuns: 40,
        examples: [
          [0, 0],
          [7, 1],
          [8, 3],
          [40, 0],
          [47, 7],
          [bytes.length - 1, 0],
        ],
      },
    );
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut at a chunk border', (bytes) => bytes.subarray(0, chunkAt(3))],
    ['cut by a byte', (bytes) => bytes.subarray(0, -1)],
    ['cut within the header', (bytes) => bytes.subarray(0, 20)],
    ['emptied', () => Buffer.alloc(0)],
    ['lengthened', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    [
      'lengthened by a chunk of its own',
      (bytes) => Buffer.concat([bytes, bytes.subarray(chunkAt(0), chunkAt(1))]),
    ],
    [
      'reordered',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, chunkAt(0)),
          bytes.subarray(chunkAt(1), chunkAt(2)),
          bytes.subarray(chunkAt(0), chunkAt(1)),
          bytes.subarray(chunkAt(2)),
        ]),
    ],
    [
      'cut at a chunk border and its header made to fit',
      (bytes) => {
        const cut = Buffer.from(bytes.subarray(0, chunkAt(3)));
        cut.writeBigUInt64LE(BigInt(CHUNK_BYTES * 3), HEADER_BYTES - 8);
        return cut;
      },
    ],
  ])('is refused when %s', async (_how, tamper) => {
    const { path, keys, bytes } = await sealedSample();
    writeFileSync(path, tamper(bytes));
    await expect(readAll(path, keys)).rejects.toEqual(damaged);
  });

  it('is refused with the chunks of another file of the case', async () => {
    const { path, keys, bytes, folder } = await sealedSample();
    const other = await seal(folder, keys, someBytes(CHUNK_BYTES * 3.5).reverse());
    const foreign = readFileSync(join(folder, other.blob));
    foreign.copy(bytes, chunkAt(1), chunkAt(1), chunkAt(2));
    writeFileSync(path, bytes);
    await expect(readAll(path, keys)).rejects.toEqual(damaged);
  });

  it('is refused under the key of another case', async () => {
    const { path } = await sealedSample();
    await expect(readAll(path, deriveKeys(randomSecret()))).rejects.toEqual(damaged);
  });
});

describe('the CRC-32', () => {
  it('is that of ZIP, in one go or in parts', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        expect(crc32(tail, crc32(head))).toBe(systemCrc32(Buffer.concat([head, tail])));
      }),
    );
  });
});
