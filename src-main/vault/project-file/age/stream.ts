import { NONCE_BYTES, open, seal, TAG_BYTES } from './chacha.ts';

/*
 * The payload of an age file (age-encryption.org/v1, section "Payload"): chunks of 64 KiB, each
 * sealed with ChaCha20-Poly1305. A chunk's nonce is its number (11 bytes, big-endian) and one byte
 * that is 1 in the last chunk. The last chunk may be shorter; only a file without content has an
 * empty one.
 */
export const CHUNK_BYTES = 64 * 1024;
export const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(index), 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Seals one chunk into `target`; returns how many bytes it took. */
export function sealPayloadChunk(
  key: Buffer,
  index: number,
  last: boolean,
  plain: Buffer,
  target: Buffer,
): number {
  const length = plain.length + TAG_BYTES;
  seal(target.subarray(0, length), plain, nonceOf(index, last), key);
  return length;
}

/** Opens one chunk into `target`; false when it was altered or is not the one for this place. */
export function openPayloadChunk(
  key: Buffer,
  index: number,
  last: boolean,
  sealed: Buffer,
  target: Buffer,
): boolean {
  if (sealed.length < TAG_BYTES) return false;
  return open(target.subarray(0, sealed.length - TAG_BYTES), sealed, nonceOf(index, last), key);
}

/** Size of the content sealed in `sealed` bytes, or null when no content is that long sealed. */
export function plainSize(sealed: number): number | null {
  const rest = sealed % SEALED_BYTES;
  const full = (sealed - rest) / SEALED_BYTES;
  if (sealed === TAG_BYTES) return 0;
  if (sealed < TAG_BYTES || (rest > 0 && rest <= TAG_BYTES)) return null;
  return full * CHUNK_BYTES + (rest > 0 ? rest - TAG_BYTES : 0);
}

/** Length of `size` bytes of content once sealed. */
export const sealedSize = (size: number): number =>
  size + Math.max(1, Math.ceil(size / CHUNK_BYTES)) * TAG_BYTES;
