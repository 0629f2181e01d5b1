import { x25519 } from '@noble/curves/ed25519.js';
import { bech32 } from '@scure/base';
import type { ColleagueFault } from './colleague.ts';

type Read =
  | { readonly ok: true; readonly recipient: string }
  | { readonly ok: false; readonly fault: Extract<ColleagueFault, 'key-unreadable' | 'key-secret'> };

/** Whether the text holds a secret key, in whatever state: it must not be kept anywhere. */
export const holdsSecretKey = (text: string): boolean => /AGE-SECRET-KEY-/i.test(text);

const ANY_SCALAR = new Uint8Array(32).fill(1);

function isRecipient(text: string): boolean {
  try {
    const { prefix, bytes } = bech32.decodeToBytes(text);
    if (prefix !== 'age' || bytes.length !== 32) return false;
    // Throws for a point of small order, with which everybody could work out the key of a file.
    x25519.getSharedSecret(ANY_SCALAR, bytes);
    return true;
  } catch {
    // What the libraries say of it is for programmers.
    return false;
  }
}

/**
 * Reads an age X25519 public key (age-encryption.org/v1, "X25519 recipient type") as it was pasted:
 * spaces and line breaks that a message put in are taken out. The check letters of bech32 show
 * nearly every slip of the pen.
 */
export function readRecipient(text: string): Read {
  if (holdsSecretKey(text)) return { ok: false, fault: 'key-secret' };
  const packed = text.replaceAll(/[\s\p{Cf}]+/gu, '');
  const recipient = packed === packed.toUpperCase() ? packed.toLowerCase() : packed;
  return isRecipient(recipient) ? { ok: true, recipient } : { ok: false, fault: 'key-unreadable' };
}
