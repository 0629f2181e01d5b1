import sodium from 'sodium-native';

/** Every secret here is a key of this many bytes. */
const SECRET_BYTES = 32;
const SLOTS = 512;

/*
 * Secrets live side by side in one piece of memory that is kept out of swap and core dumps where
 * the system allows it. libsodium's own guarded heap is no choice: Electron forbids buffers outside
 * its memory cage. One piece, held until the process ends: Electron's allocator aborts the process
 * when memory is freed that is still locked, and unlocking acts on whole pages, which others share.
 */
const arena = lockedArena();
const inUse = new Set<number>();

function lockedArena(): Buffer {
  // Not from Node's shared pool, whose pages other code copies.
  const memory = Buffer.allocUnsafeSlow(SECRET_BYTES * SLOTS);
  try {
    sodium.sodium_mlock(memory);
    process.once('exit', () => sodium.sodium_munlock(memory));
  } catch {
    // The system's limit of locked memory is used up; secrets then live in ordinary memory.
  }
  return memory;
}

/** Memory for one secret; give it back with {@link wipe}. */
export function newSecret(): Buffer {
  for (let slot = 0; slot < SLOTS; slot++) {
    if (inUse.has(slot)) continue;
    inUse.add(slot);
    return arena.subarray(slot * SECRET_BYTES, (slot + 1) * SECRET_BYTES);
  }
  return Buffer.allocUnsafeSlow(SECRET_BYTES);
}

/** A random secret. */
export function randomSecret(): Buffer {
  const secret = newSecret();
  sodium.randombytes_buf(secret);
  return secret;
}

/** Overwrites secrets in place and gives their memory back; they must not be used afterwards. */
export function wipe(...secrets: readonly Buffer[]): void {
  for (const secret of secrets) {
    sodium.sodium_memzero(secret);
    if (secret.buffer === arena.buffer) inUse.delete((secret.byteOffset - arena.byteOffset) / SECRET_BYTES);
  }
}

/** Copies bytes that must leave this process, so that nothing beside them in memory goes along. */
export const copyOut = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);
