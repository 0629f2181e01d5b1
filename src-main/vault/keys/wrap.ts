import sodium from 'sodium-native';
import { newSecret } from './secret.ts';

/** A key sealed under another one: XChaCha20-Poly1305, both in base64. */
export type Wrapped = { readonly nonce: string; readonly wrapped: string };

/** Seals `secret` under `key`. `context` is authenticated with it and must be given to open it. */
export function wrapKey(secret: Buffer, key: Buffer, context: string): Wrapped {
  const nonce = Buffer.alloc(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  sodium.randombytes_buf(nonce);
  const sealed = Buffer.alloc(secret.length + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, secret, Buffer.from(context), null, nonce, key);
  return { nonce: nonce.toString('base64'), wrapped: sealed.toString('base64') };
}

/** The sealed key, or null when `key` or `context` is another one or the seal was altered. */
export function unwrapKey({ nonce, wrapped }: Wrapped, key: Buffer, context: string): Buffer | null {
  const nonceBytes = Buffer.from(nonce, 'base64');
  const sealed = Buffer.from(wrapped, 'base64');
  const length = sealed.length - sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES;
  if (nonceBytes.length !== sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES || length !== 32) return null;
  const secret = newSecret();
  try {
    const aad = Buffer.from(context);
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(secret, null, sealed, aad, nonceBytes, key);
    return secret;
  } catch {
    // libsodium says no more than that the seal does not fit.
    return null;
  }
}
