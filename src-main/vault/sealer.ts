import { createHash, createHmac } from 'node:crypto';
import { crc32 } from './crc32.ts';
import { CHUNK, evidenceKey, fileKey, nameKey, newHeader, sealChunk, TAG } from './sealed-format.ts';

/** What sealing a file found out about it. */
export type Sealed = {
  /** Name of the sealed file. */
  readonly blob: string;
  readonly sha256: string;
  readonly crc32: number;
  readonly size: number;
};

/** Hashes and seals a stream of bytes in one pass; holds less than one chunk of it. */
export class Sealer {
  readonly header: Buffer;
  private readonly key: Buffer;
  private readonly names: Buffer;
  private readonly sha256 = createHash('sha256');
  private crc = 0;
  private size = 0;
  private index = 0;
  private pending = Buffer.alloc(0);

  constructor(caseKey: Buffer) {
    const { header, salt } = newHeader();
    this.header = header;
    this.key = fileKey(evidenceKey(caseKey), salt);
    this.names = nameKey(caseKey);
  }

  /** Sealed bytes to write now; the last chunk waits, since only the end shows which it is. */
  push(bytes: Buffer): Buffer {
    this.sha256.update(bytes);
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    const held = this.pending.length ? Buffer.concat([this.pending, bytes]) : bytes;
    const chunks = Math.max(0, Math.ceil(held.length / CHUNK) - 1);
    const out = Buffer.allocUnsafe(chunks * (CHUNK + TAG));
    for (let n = 0; n < chunks; n++) {
      const place = out.subarray(n * (CHUNK + TAG), (n + 1) * (CHUNK + TAG));
      sealChunk(place, held.subarray(n * CHUNK, (n + 1) * CHUNK), this.index++, false, this.key);
    }
    this.pending = Buffer.from(held.subarray(chunks * CHUNK));
    return out;
  }

  /** The last sealed bytes, and what the file is. */
  finish(): { rest: Buffer; sealed: Sealed } {
    const rest = Buffer.alloc(this.pending.length + TAG);
    sealChunk(rest, this.pending, this.index, true, this.key);
    this.pending.fill(0);
    const sha256 = this.sha256.digest('hex');
    const blob = createHmac('sha256', this.names).update(sha256, 'hex').digest('hex');
    return { rest, sealed: { blob, sha256, crc32: this.crc, size: this.size } };
  }
}
