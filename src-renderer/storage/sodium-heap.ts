import sodium, { libsodium } from 'libsodium-wrappers';

/** What is used of libsodium's compiled module; the wrapper exports it but does not describe it. */
type RawSodium = {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(at: number): void;
  _crypto_generichash(...pointersAndLengths: number[]): number;
  _crypto_aead_xchacha20poly1305_ietf_encrypt(...pointersAndLengths: number[]): number;
  _crypto_aead_xchacha20poly1305_ietf_decrypt(...pointersAndLengths: number[]): number;
};

declare module 'libsodium-wrappers' {
  export const libsodium: RawSodium;
}

export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** Larger records get memory of their own, given back at once. */
const SCRATCH_BYTES = 256 * 1024;

/** Lengths are 64-bit numbers in two halves. */
const long = (length: number): readonly [low: number, high: number] => [length, 0];

/** A key in libsodium's memory. */
export type HeapKey = { readonly at: number };

/**
 * XChaCha20-Poly1305 by direct calls into libsodium's memory. The wrapper's own functions allocate
 * and copy five times a record, which doubles the time a large case takes to open.
 */
export class SodiumHeap {
  private readonly scratchIn = libsodium._malloc(SCRATCH_BYTES);
  private readonly scratchOut = libsodium._malloc(SCRATCH_BYTES);
  private readonly keys: HeapKey[] = [];

  /** Resolves when libsodium is compiled; nothing here works before. */
  static async start(): Promise<SodiumHeap> {
    await sodium.ready;
    return new SodiumHeap();
  }

  /** Takes a copy of a key of 32 bytes. */
  hold(key: Uint8Array): HeapKey {
    if (key.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, not ${key.length}.`);
    const at = libsodium._malloc(KEY_BYTES);
    libsodium.HEAPU8.set(key, at);
    const held = { at };
    this.keys.push(held);
    return held;
  }

  /** Keyed BLAKE2b of `size` bytes. */
  hash(size: number, message: Uint8Array, key: Uint8Array): Uint8Array {
    return this.withMemory(message.length + key.length, (input, output) => {
      libsodium.HEAPU8.set(message, input);
      libsodium.HEAPU8.set(key, input + message.length);
      libsodium._crypto_generichash(
        output,
        size,
        input,
        message.length,
        0,
        input + message.length,
        key.length,
      );
      libsodium.HEAPU8.fill(0, input + message.length, input + message.length + key.length);
      return libsodium.HEAPU8.slice(output, output + size);
    });
  }

  /** Nonce, sealed bytes and tag in one record. */
  seal(key: HeapKey, context: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
    const size = NONCE_BYTES + plain.length + TAG_BYTES;
    return this.withMemory(size + context.length, (input, output) => {
      const text = input + NONCE_BYTES + context.length;
      libsodium.HEAPU8.set(nonce, input);
      libsodium.HEAPU8.set(context, input + NONCE_BYTES);
      libsodium.HEAPU8.set(plain, text);
      libsodium._crypto_aead_xchacha20poly1305_ietf_encrypt(
        output + NONCE_BYTES,
        0,
        text,
        ...long(plain.length),
        input + NONCE_BYTES,
        ...long(context.length),
        0,
        input,
        key.at,
      );
      libsodium.HEAPU8.set(nonce, output);
      return libsodium.HEAPU8.slice(output, output + size);
    });
  }

  /**
   * Opens a record; `read` gets a view of the plain bytes that is valid during the call only. Null
   * when the record is not what was sealed under this key and context.
   */
  open<T>(key: HeapKey, context: Uint8Array, record: Uint8Array, read: (plain: Uint8Array) => T): T | null {
    const length = record.length - NONCE_BYTES - TAG_BYTES;
    if (length < 0) return null;
    return this.withMemory(record.length + context.length, (input, output) => {
      libsodium.HEAPU8.set(record, input);
      libsodium.HEAPU8.set(context, input + record.length);
      const refused = libsodium._crypto_aead_xchacha20poly1305_ietf_decrypt(
        output,
        0,
        0,
        input + NONCE_BYTES,
        ...long(length + TAG_BYTES),
        input + record.length,
        ...long(context.length),
        input,
        key.at,
      );
      return refused ? null : read(libsodium.HEAPU8.subarray(output, output + length));
    });
  }

  /** Overwrites and gives back every key and what was last sealed or opened. */
  wipe(): void {
    for (const { at } of this.keys.splice(0)) {
      libsodium.HEAPU8.fill(0, at, at + KEY_BYTES);
      libsodium._free(at);
    }
    libsodium.HEAPU8.fill(0, this.scratchIn, this.scratchIn + SCRATCH_BYTES);
    libsodium.HEAPU8.fill(0, this.scratchOut, this.scratchOut + SCRATCH_BYTES);
    libsodium._free(this.scratchIn);
    libsodium._free(this.scratchOut);
  }

  private withMemory<T>(size: number, work: (input: number, output: number) => T): T {
    if (size <= SCRATCH_BYTES) return work(this.scratchIn, this.scratchOut);
    const input = libsodium._malloc(size);
    const output = libsodium._malloc(size);
    if (!input || !output) throw new RangeError(`No memory for a record of ${size} bytes.`);
    try {
      return work(input, output);
    } finally {
      for (const at of [input, output]) {
        libsodium.HEAPU8.fill(0, at, at + size);
        libsodium._free(at);
      }
    }
  }
}
