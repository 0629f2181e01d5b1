import sodium from 'sodium-native';

/** JSON sealed under a key: XChaCha20-Poly1305, both in base64. */
export type SealedJson = { readonly nonce: string; readonly box: string };

/** Content is filled up to a multiple of this, so that its length does not tell how many people are in it. */
const STEP = 8 * 1024;

const {
  crypto_aead_xchacha20poly1305_ietf_NPUBBYTES: NONCE,
  crypto_aead_xchacha20poly1305_ietf_ABYTES: TAG,
} = sodium;

/** Seals a value. `context` is authenticated with it and must be given to open it. */
export function sealJson(value: unknown, key: Buffer, context: string): SealedJson {
  const plain = Buffer.from(JSON.stringify(value));
  const padded = Buffer.alloc(Math.ceil(plain.length / STEP) * STEP, ' ');
  plain.copy(padded);
  const nonce = Buffer.alloc(NONCE);
  sodium.randombytes_buf(nonce);
  const box = Buffer.alloc(padded.length + TAG);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(box, padded, Buffer.from(context), null, nonce, key);
  sodium.sodium_memzero(plain);
  sodium.sodium_memzero(padded);
  return { nonce: nonce.toString('base64'), box: box.toString('base64') };
}

/** The value, or null when key or context is another one or the seal was altered. */
export function openJson({ nonce, box }: SealedJson, key: Buffer, context: string): unknown {
  const [nonceBytes, sealed] = [Buffer.from(nonce, 'base64'), Buffer.from(box, 'base64')];
  if (nonceBytes.length !== NONCE || sealed.length < TAG) return null;
  const plain = Buffer.alloc(sealed.length - TAG);
  try {
    const aad = Buffer.from(context);
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed, aad, nonceBytes, key);
    return JSON.parse(plain.toString('utf8'));
  } catch {
    // libsodium says no more than that the seal does not fit.
    return null;
  } finally {
    sodium.sodium_memzero(plain);
  }
}
