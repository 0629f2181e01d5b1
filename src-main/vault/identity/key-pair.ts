import { bech32 } from '@scure/base';
import sodium from 'sodium-native';
import { newSecret, randomSecret, wipe } from '../keys/secret.ts';

/** The two secret keys of a person, and what of them is public. */
export type KeyPair = {
  /** X25519 scalar of the age key. */
  readonly age: Buffer;
  /** Seed of the Ed25519 key (RFC 8032). */
  readonly seed: Buffer;
  /** `age1…`. */
  readonly recipient: string;
  /** Ed25519 public key, base64. */
  readonly signingKey: string;
};

function recipientOf(age: Buffer): string {
  const point = Buffer.alloc(sodium.crypto_scalarmult_BYTES);
  sodium.crypto_scalarmult_base(point, age);
  return bech32.encodeFromBytes('age', point);
}

/** Runs `work` with the Ed25519 key pair of a seed; the secret half is wiped afterwards. */
function withSigning<T>(seed: Buffer, work: (publicKey: Buffer, secretKey: Buffer) => T): T {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.allocUnsafeSlow(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed);
  try {
    return work(publicKey, secretKey);
  } finally {
    sodium.sodium_memzero(secretKey);
  }
}

/** Takes over both buffers: {@link wipePair} gives them back. */
const pairOf = (age: Buffer, seed: Buffer): KeyPair => ({
  age,
  seed,
  recipient: recipientOf(age),
  signingKey: withSigning(seed, (publicKey) => publicKey.toString('base64')),
});

export const newPair = (): KeyPair => pairOf(randomSecret(), randomSecret());

export const wipePair = ({ age, seed }: KeyPair): void => wipe(age, seed);

/** The age key as `age-keygen` writes it. A string cannot be wiped: make it where it is used. */
export const ageKeyOf = ({ age }: KeyPair): string =>
  bech32.encodeFromBytes('AGE-SECRET-KEY-', age).toUpperCase();

function secretOf(bytes: Uint8Array): Buffer {
  const secret = newSecret();
  secret.set(bytes);
  bytes.fill(0);
  return secret;
}

function scalarOf(ageKey: string): Uint8Array | null {
  try {
    const { prefix, bytes } = bech32.decodeToBytes(ageKey);
    return prefix.toUpperCase() === 'AGE-SECRET-KEY-' && bytes.length === 32 ? bytes : null;
  } catch {
    // Its words may hold the key.
    return null;
  }
}

/** The pair of an age key and a seed in base64; null when either is none. */
export function readPair(ageKey: string, seedText: string): KeyPair | null {
  const scalar = scalarOf(ageKey);
  const seed = Buffer.from(seedText, 'base64');
  if (!scalar || seed.length !== sodium.crypto_sign_SEEDBYTES) return null;
  return pairOf(secretOf(scalar), secretOf(seed));
}

/** The Ed25519 signature of `bytes`, base64. */
export const signWith = ({ seed }: KeyPair, bytes: Uint8Array): string =>
  withSigning(seed, (_publicKey, secretKey) => {
    const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
    sodium.crypto_sign_detached(signature, Buffer.from(bytes), secretKey);
    return signature.toString('base64');
  });
