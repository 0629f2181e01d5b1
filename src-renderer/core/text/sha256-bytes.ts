import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256 } from '../model/sha256.ts';

/** SHA-256 of bytes that lie in several places, lower-case hex. */
export function sha256Parts(parts: readonly Uint8Array[]): Sha256 {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}

/** SHA-256 of bytes, lower-case hex. */
export const sha256Bytes = (bytes: Uint8Array): Sha256 => sha256Parts([bytes]);
