import sodium from 'sodium-native';

/** ChaCha20-Poly1305 (RFC 8439) is in sodium-native, but not in its types. */
declare module 'sodium-native' {
  function crypto_aead_chacha20poly1305_ietf_encrypt(
    sealed: Buffer,
    plain: Buffer,
    context: Buffer | null,
    secretNonce: null,
    nonce: Buffer,
    key: Buffer,
  ): number;
  function crypto_aead_chacha20poly1305_ietf_decrypt(
    plain: Buffer,
    secretNonce: null,
    sealed: Buffer,
    context: Buffer | null,
    nonce: Buffer,
    key: Buffer,
  ): number;
}

export const TAG_BYTES = 16;
export const NONCE_BYTES = 12;

/** Seals `plain` into `sealed`, which is {@link TAG_BYTES} longer. */
export function seal(sealed: Buffer, plain: Buffer, nonce: Buffer, key: Buffer): void {
  sodium.crypto_aead_chacha20poly1305_ietf_encrypt(sealed, plain, null, null, nonce, key);
}

/** Opens `sealed` into `plain`, which is {@link TAG_BYTES} shorter; false when the seal does not fit. */
export function open(plain: Buffer, sealed: Buffer, nonce: Buffer, key: Buffer): boolean {
  try {
    sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plain, null, sealed, null, nonce, key);
    return true;
  } catch {
    // libsodium says no more than that the seal does not fit.
    return false;
  }
}
