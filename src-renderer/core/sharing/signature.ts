import { ed25519 } from '@noble/curves/ed25519.js';
import { base64 } from '@scure/base';

/**
 * Whether `value` is the Ed25519 signature (RFC 8032) of `bytes` by `publicKey`; both in base64.
 * What is no key or no signature at all does not hold either.
 */
export function verifySignature(publicKey: string, bytes: Uint8Array, value: string): boolean {
  try {
    return ed25519.verify(base64.decode(value), bytes, base64.decode(publicKey), { zip215: false });
  } catch {
    // Neither library tells by type what it refuses; whatever it is, it vouches for nothing.
    return false;
  }
}

/** Whether the text has the form of an Ed25519 public key in base64. */
export const isSigningKey = (text: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(text);
