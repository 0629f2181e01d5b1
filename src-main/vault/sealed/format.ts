import { randomBytes } from 'node:crypto';
import sodium from 'sodium-native';
import { newSecret } from '../keys/secret.ts';

/*
 * A sealed file:
 *
 *   0   7  magic "TCHSEAL"
 *   7   1  version, 1
 *   8  32  salt, random for each file
 *   40  8  size of the plain content, unsigned little-endian
 *   48  …  chunks of 64 KiB of plain content, each sealed with XChaCha20-Poly1305 (16 bytes longer);
 *          the last one may be shorter, an empty file has one empty chunk
 *
 * The file's key is BLAKE2b-256 of the whole header, keyed by the case's key for files: an altered
 * header opens nothing. A chunk's nonce is its number (8 bytes, little-endian), one byte that is 1
 * in the last chunk, and zeros. So a cut, a lengthened or a reordered file is noticed, and any
 * chunk opens without those before it.
 */
const MAGIC = Buffer.from('TCHSEAL\u0001', 'latin1');
const SALT_BYTES = 32;
const SIZE_AT = MAGIC.length + SALT_BYTES;
const TAG_BYTES = 16;
const NONCE_BYTES = 24;

export const HEADER_BYTES = SIZE_AT + 8;
export const CHUNK_BYTES = 64 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** A header for content of `size` bytes, with a fresh salt. */
export function newHeader(size: number): Buffer {
  const header = Buffer.concat([MAGIC, randomBytes(SALT_BYTES), Buffer.alloc(8)]);
  header.writeBigUInt64LE(BigInt(size), SIZE_AT);
  return header;
}

/** Size of the plain content a header tells, or null when it is no header of this version. */
export function sizeInHeader(header: Buffer): number | null {
  if (header.length !== HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const size = Number(header.readBigUInt64LE(SIZE_AT));
  return Number.isSafeInteger(size) ? size : null;
}

/** The key of the file with this header; the caller wipes it. */
export function fileKey(filesKey: Buffer, header: Buffer): Buffer {
  const key = newSecret();
  sodium.crypto_generichash(key, header, filesKey);
  return key;
}

export const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / CHUNK_BYTES));

/** Length on disk of a sealed file with `size` bytes of content. */
export const sealedLength = (size: number): number => HEADER_BYTES + size + chunkCount(size) * TAG_BYTES;

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64LE(BigInt(index));
  nonce[8] = last ? 1 : 0;
  return nonce;
}

/** Seals one chunk into `target`; returns how many bytes it took. */
export function sealChunk(key: Buffer, index: number, last: boolean, plain: Buffer, target: Buffer): number {
  const length = plain.length + TAG_BYTES;
  const nonce = nonceOf(index, last);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    target.subarray(0, length),
    plain,
    null,
    null,
    nonce,
    key,
  );
  return length;
}

/** Opens one chunk into `target`; returns how many bytes it holds, or null when it was altered. */
export function openChunk(
  key: Buffer,
  index: number,
  last: boolean,
  sealed: Buffer,
  target: Buffer,
): number | null {
  const length = sealed.length - TAG_BYTES;
  if (length < 0) return null;
  const nonce = nonceOf(index, last);
  try {
    const plain = target.subarray(0, length);
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed, null, nonce, key);
    return length;
  } catch {
    // libsodium says no more than that the seal does not fit.
    return null;
  }
}
