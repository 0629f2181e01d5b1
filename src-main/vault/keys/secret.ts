import sodium from 'sodium-native';

/**
 * Memory for a secret: kept out of swap and core dumps where the system allows it. libsodium's own
 * guarded heap is no choice: Electron forbids buffers outside its memory cage.
 */
export function newSecret(length = 32): Buffer {
  // Not from Node's shared pool, whose pages other code copies.
  const secret = Buffer.allocUnsafeSlow(length);
  try {
    sodium.sodium_mlock(secret);
  } catch {
    // The system's limit of locked memory is used up; the secret then lives in ordinary memory.
  }
  return secret;
}

/** Random secret bytes. */
export function randomSecret(length = 32): Buffer {
  const secret = newSecret(length);
  sodium.randombytes_buf(secret);
  return secret;
}

/**
 * Overwrites secrets in place. They stay locked in memory: unlocking acts on whole pages, which
 * other secrets share.
 */
export function wipe(...secrets: readonly Buffer[]): void {
  for (const secret of secrets) sodium.sodium_memzero(secret);
}

/** Copies bytes that must leave this process, so that nothing beside them in memory goes along. */
export const copyOut = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);
