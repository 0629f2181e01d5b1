import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256 } from '../model/sha256.ts';

/** SHA-256 of bytes, lower-case hex. */
export const sha256Bytes = (bytes: Uint8Array): Sha256 => bytesToHex(sha256(bytes));
