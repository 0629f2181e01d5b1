import { pause } from '#core/pause.ts';

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

let starting: Promise<RawSodium> | null = null;

/** Loads and compiles libsodium, once: half a megabyte that the lock screen has no use for. */
export const startSodium = (): Promise<RawSodium> =>
  (starting ??= (async () => {
    const wrappers = await import('libsodium-wrappers');
    await wrappers.default.ready;
    // It is filled in only when ready.
    return wrappers.libsodium;
  })());

/** What the browser must have seen opened before it makes libsodium's cipher its quickest, in pieces of 2 ms. */
const WARM_BYTES = 1024 * 1024;
const PIECE_BYTES = 32 * 1024;

/**
 * Loads libsodium and runs its cipher on zeros, while nothing else is to be done: the browser compiles
 * what it has seen run a while again, three times as quick.
 */
export async function warmSodium(): Promise<void> {
  const heap = await SodiumHeap.start();
  const key = heap.hold(new Uint8Array(KEY_BYTES));
  const record = heap.seal(key, new Uint8Array(), new Uint8Array(NONCE_BYTES), new Uint8Array(PIECE_BYTES));
  for (let run = 0; run < WARM_BYTES; run += PIECE_BYTES) {
    heap.open(key, new Uint8Array(), record, () => true);
    await pause();
  }
  heap.wipe();
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
  private readonly sodium: RawSodium;
  private readonly scratchIn: number;
  private readonly scratchOut: number;
  private readonly keys: HeapKey[] = [];

  private constructor(sodium: RawSodium) {
    this.sodium = sodium;
    this.scratchIn = sodium._malloc(SCRATCH_BYTES);
    this.scratchOut = sodium._malloc(SCRATCH_BYTES);
  }

  /** Resolves when libsodium is compiled; nothing here works before. */
  static async start(): Promise<SodiumHeap> {
    return new SodiumHeap(await startSodium());
  }

  /** Takes a copy of a key of 32 bytes. */
  hold(key: Uint8Array): HeapKey {
    if (key.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, not ${key.length}.`);
    const at = this.sodium._malloc(KEY_BYTES);
    this.sodium.HEAPU8.set(key, at);
    const held = { at };
    this.keys.push(held);
    return held;
  }

  /** Keyed BLAKE2b of `size` bytes. */
  hash(size: number, message: Uint8Array, key: Uint8Array): Uint8Array {
    return this.withMemory(message.length + key.length, (input, output) => {
      this.sodium.HEAPU8.set(message, input);
      this.sodium.HEAPU8.set(key, input + message.length);
      this.sodium._crypto_generichash(
        output,
        size,
        input,
        message.length,
        0,
        input + message.length,
        key.length,
      );
      this.sodium.HEAPU8.fill(0, input + message.length, input + message.length + key.length);
      return this.sodium.HEAPU8.slice(output, output + size);
    });
  }

  /** Nonce, sealed bytes and tag in one record. */
  seal(key: HeapKey, context: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
    const size = NONCE_BYTES + plain.length + TAG_BYTES;
    return this.withMemory(size + context.length, (input, output) => {
      const text = input + NONCE_BYTES + context.length;
      this.sodium.HEAPU8.set(nonce, input);
      this.sodium.HEAPU8.set(context, input + NONCE_BYTES);
      this.sodium.HEAPU8.set(plain, text);
      this.sodium._crypto_aead_xchacha20poly1305_ietf_encrypt(
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
      this.sodium.HEAPU8.set(nonce, output);
      return this.sodium.HEAPU8.slice(output, output + size);
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
      this.sodium.HEAPU8.set(record, input);
      this.sodium.HEAPU8.set(context, input + record.length);
      const refused = this.sodium._crypto_aead_xchacha20poly1305_ietf_decrypt(
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
      return refused ? null : read(this.sodium.HEAPU8.subarray(output, output + length));
    });
  }

  /** Overwrites and gives back every key and what was last sealed or opened. */
  wipe(): void {
    for (const { at } of this.keys.splice(0)) {
      this.sodium.HEAPU8.fill(0, at, at + KEY_BYTES);
      this.sodium._free(at);
    }
    this.sodium.HEAPU8.fill(0, this.scratchIn, this.scratchIn + SCRATCH_BYTES);
    this.sodium.HEAPU8.fill(0, this.scratchOut, this.scratchOut + SCRATCH_BYTES);
    this.sodium._free(this.scratchIn);
    this.sodium._free(this.scratchOut);
  }

  private withMemory<T>(size: number, work: (input: number, output: number) => T): T {
    if (size <= SCRATCH_BYTES) return work(this.scratchIn, this.scratchOut);
    const input = this.sodium._malloc(size);
    const output = this.sodium._malloc(size);
    if (!input || !output) throw new RangeError(`No memory for a record of ${size} bytes.`);
    try {
      return work(input, output);
    } finally {
      for (const at of [input, output]) {
        this.sodium.HEAPU8.fill(0, at, at + size);
        this.sodium._free(at);
      }
    }
  }
}
