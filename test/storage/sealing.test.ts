import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blake2b } from '@noble/hashes/blake2.js';
import sodium from 'libsodium-wrappers';
import { createSealing, SEALED_TABLES } from '#renderer/storage/sealing.ts';
import { KEY } from './support.ts';

const text = new TextEncoder();

describe('sealing', () => {
  it('opens what it sealed, of any size', async () => {
    const sealing = await createSealing(KEY);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (plain, key) => {
        expect(sealing.openBytes('texts', key, sealing.sealBytes('texts', key, plain))).toEqual(plain);
      }),
    );
    for (const size of [0, 262_144 - 41, 262_144, 25_000_000]) {
      const plain = new Uint8Array(size).fill(7);
      const opened = sealing.openBytes('texts', 'k', sealing.sealBytes('texts', 'k', plain));
      expect(Buffer.compare(opened, plain)).toBe(0);
    }
    expect(sealing.openJson('rows', 'k', sealing.sealJson('rows', 'k', { a: ['أ', 1] }))).toEqual({
      a: ['أ', 1],
    });
  });

  it('is XChaCha20-Poly1305 as libsodium does it, nonce first, table and key as associated data', async () => {
    const sealing = await createSealing(KEY);
    const record = sealing.sealBytes('rows', 'k', text.encode('hello'));
    const key = sodium.crypto_generichash(32, text.encode('touchstone rows 1'), KEY);
    const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      record.subarray(24),
      text.encode('rows/k'),
      record.subarray(0, 24),
      key,
    );
    expect(sodium.to_string(plain)).toBe('hello');
  });

  it('refuses any altered, cut or misplaced record, naming the table', async () => {
    const sealing = await createSealing(KEY);
    const record = sealing.sealBytes('rows', 'k', text.encode('hello'));
    fc.assert(
      fc.property(fc.nat(record.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const altered = record.slice();
        altered[at] = (altered[at] ?? 0) ^ mask;
        expect(() => sealing.openBytes('rows', 'k', altered)).toThrow('A record of rows');
        expect(() => sealing.openBytes('rows', 'k', record.slice(0, at))).toThrow('A record of rows');
      }),
    );
    expect(() => sealing.openBytes('rows', 'other', record)).toThrow('A record of rows');
    expect(() => sealing.openBytes('meta', 'k', record)).toThrow('A record of meta');
  });

  it('never seals the same words into the same bytes', async () => {
    const sealing = await createSealing(KEY);
    const sealed = () => sealing.sealJson('rows', 'k', 'x').join();
    expect(sealed()).not.toBe(sealed());
  });

  it('names records by a keyed hash: stable, of its table, of its case', async () => {
    const one = await createSealing(KEY);
    const other = await createSealing(new Uint8Array(32).fill(9));
    expect(one.recordKey('rows', 'x')).toMatch(/^[0-9a-f]{32}$/);
    const keys = [
      one.recordKey('rows', 'x'),
      one.recordKey('rows', 'y'),
      one.recordKey('texts', 'x'),
      other.recordKey('rows', 'x'),
    ];
    expect(new Set(keys).size).toBe(4);
    expect((await createSealing(KEY)).recordKey('rows', 'x')).toBe(keys[0]);
  });

  it('does nothing more once it is wiped, and leaves no key behind in its memory', async () => {
    const KEY = new Uint8Array(32).fill(77);
    const sealing = await createSealing(KEY);
    const derived = SEALED_TABLES.map((table) =>
      blake2b(text.encode(`touchstone ${table} 1`), { key: KEY, dkLen: 32 }),
    );
    sealing.sealBytes('texts', 'k', text.encode('planted-in-memory'));
    sealing.wipe();
    sealing.wipe();
    expect(() => sealing.sealBytes('rows', 'k', KEY)).toThrow('locked');
    expect(() => sealing.recordKey('rows', 'k')).toThrow('locked');
    const { libsodium } = await import('libsodium-wrappers');
    const memory = Buffer.from(libsodium.HEAPU8);
    expect(memory.indexOf('planted-in-memory')).toBe(-1);
    for (const key of derived) expect(memory.indexOf(key)).toBe(-1);
    expect(memory.indexOf(KEY)).toBe(-1);
  });

  it('takes keys of 32 bytes only', async () => {
    const sealing = await createSealing(new Uint8Array(32));
    sealing.wipe();
    await expect(createSealing(new Uint8Array(8))).rejects.toThrow('32 bytes, not 8');
  });
});
