import sodium from 'sodium-native';
import { VaultError } from './vault-error.ts';

/**
 * A sealed file: magic `TSE1`, 32 random bytes of salt, then the plain bytes in chunks of 64 KiB
 * (the last may be shorter, or empty in an empty file), each sealed with XChaCha20-Poly1305.
 * File key: BLAKE2b-256 of the salt, keyed with the case's evidence key. Nonce of chunk n: n in
 * 8 bytes little-endian, 1 in the ninth byte of the last chunk, zeros. So a chunk that was moved,
 * changed or cut off, or a file that was extended, does not open.
 */
export const CHUNK = 64 * 1024;
export const TAG = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES;
const MAGIC = Buffer.from('TSE1');
const SALT = 32;
export const HEADER = MAGIC.length + SALT;

const subkey = (key: Buffer, purpose: string): Buffer => {
  const out = sodium.sodium_malloc(32);
  sodium.crypto_generichash(out, Buffer.from(purpose), key);
  return out;
};

/** Key that evidence files of a case are sealed under. */
export const evidenceKey = (caseKey: Buffer): Buffer => subkey(caseKey, 'touchstone evidence 1');
/** Key that names evidence files: a bare hash would prove possession of a known file. */
export const nameKey = (caseKey: Buffer): Buffer => subkey(caseKey, 'touchstone evidence names 1');

export const fileKey = (evidence: Buffer, salt: Buffer): Buffer => {
  const out = sodium.sodium_malloc(32);
  sodium.crypto_generichash(out, salt, evidence);
  return out;
};

/** A fresh file header and the salt in it. */
export function newHeader(): { header: Buffer; salt: Buffer } {
  const salt = Buffer.alloc(SALT);
  sodium.randombytes_buf(salt);
  return { header: Buffer.concat([MAGIC, salt]), salt };
}

/** The salt of a header. Throws `evidence-damaged`. */
export function saltOf(header: Buffer): Buffer {
  if (header.length !== HEADER || !header.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged();
  return header.subarray(MAGIC.length);
}

export const damaged = (): VaultError =>
  new VaultError('evidence-damaged', 'The sealed file was changed or cut off since it was stored.');

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  nonce.writeBigUInt64LE(BigInt(index));
  nonce.writeUInt8(last ? 1 : 0, 8);
  return nonce;
}

/** Seals one chunk into `out`, which is `plain.length + TAG` long. */
export function sealChunk(out: Buffer, plain: Buffer, index: number, last: boolean, key: Buffer): void {
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out, plain, null, null, nonceOf(index, last), key);
}

/** Opens one chunk. Throws `evidence-damaged`. */
export function openChunk(sealed: Buffer, index: number, last: boolean, key: Buffer): Buffer {
  if (sealed.length < TAG) throw damaged();
  const plain = Buffer.alloc(sealed.length - TAG);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed, null, nonceOf(index, last), key);
  } catch {
    throw damaged();
  }
  return plain;
}

/** Number of chunks and plain size that a sealed file of `bytes` holds. Throws `evidence-damaged`. */
export function layoutOf(bytes: number): { chunks: number; size: number } {
  const body = bytes - HEADER;
  const chunks = Math.max(1, Math.ceil(body / (CHUNK + TAG)));
  const size = body - chunks * TAG;
  if (size < 0) throw damaged();
  return { chunks, size };
}
