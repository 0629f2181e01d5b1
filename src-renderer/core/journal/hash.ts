import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import type { Body, Header } from './entry.ts';

/** SHA-256 of text in UTF-8, lower-case hex. */
export function sha256Text(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** `bodyHash` of DESIGN 3. */
export const hashBody = (body: Body): string => sha256Text(canonicalJson(body));

/** `hash` of DESIGN 3: what the next entry of the same actor names as `prev`. */
export const hashHeader = (header: Header): string => sha256Text(canonicalJson(header));
