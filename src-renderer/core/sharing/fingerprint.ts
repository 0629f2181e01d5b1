import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { WORDS } from './word-list.ts';

/** Six words of 7,776: 77 bits, more than anyone can search for a lookalike key. */
const LENGTH = 6;

/**
 * A public key as six words, to be compared on the telephone: SHA-256 of
 * `touchstone-fingerprint-v1:KEY` as one big-endian number, its last six digits to base 7,776, the
 * highest first. `key` is an age recipient or an Ed25519 public key in base64.
 */
export function fingerprintWords(key: string): string[] {
  let number = 0n;
  for (const byte of sha256(utf8ToBytes(`touchstone-fingerprint-v1:${key}`)))
    number = number * 256n + BigInt(byte);
  const words: string[] = [];
  for (let at = 0; at < LENGTH; at++) {
    words.unshift(WORDS[Number(number % BigInt(WORDS.length))] ?? '');
    number /= BigInt(WORDS.length);
  }
  return words;
}
