import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Body, Header } from './entry.ts';

/** SHA-256 of text in UTF-8, lower-case hex. */
export function sha256Text(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Canonical JSON (RFC 8785). Throws when the value is not JSON. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value cannot be written as JSON.');
  return text;
}

/** `bodyHash` of DESIGN 3. */
export const hashBody = (body: Body): string => sha256Text(canonicalJson(body));

/** `hash` of DESIGN 3: what the next entry of the same actor names as `prev`. */
export const hashHeader = (header: Header): string => sha256Text(canonicalJson(header));
