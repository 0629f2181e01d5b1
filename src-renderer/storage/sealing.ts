import sodium from 'libsodium-wrappers';
import { StorageError } from '#core/ports/case-storage.ts';

const NONCE = 24;
const text = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });

/** Tables whose records are sealed, each under a key of its own. */
export type SealedTable = 'journal' | 'rows' | 'texts' | 'thumbnails' | 'meta';

/** Seals and opens records of one case; synchronous, so that it can run inside a transaction. */
export type Sealing = {
  sealJson(table: SealedTable, key: string, value: unknown): Uint8Array;
  openJson<T>(table: SealedTable, key: string, sealed: Uint8Array): T;
  sealBytes(table: SealedTable, key: string, plain: Uint8Array): Uint8Array;
  openBytes(table: SealedTable, key: string, sealed: Uint8Array): Uint8Array;
  /** Wipes the keys; nothing can be sealed or opened any more. */
  wipe(): void;
};

/**
 * Sealing under a case key (32 bytes): XChaCha20-Poly1305, a random nonce in front of each record,
 * table and record key as associated data, so that a record put in another's place does not open.
 */
export async function createSealing(caseKey: Uint8Array): Promise<Sealing> {
  await sodium.ready;
  const keys = new Map<SealedTable, Uint8Array>();
  for (const table of ['journal', 'rows', 'texts', 'thumbnails', 'meta'] as const) {
    keys.set(table, sodium.crypto_generichash(32, text.encode(`touchstone ${table} 1`), caseKey));
  }

  function keyOf(table: SealedTable): Uint8Array {
    const key = keys.get(table);
    if (!key) throw new StorageError('closed', 'The case is locked.');
    return key;
  }

  function sealBytes(table: SealedTable, key: string, plain: Uint8Array): Uint8Array {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const context = text.encode(`${table}/${key}`);
    const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      plain,
      context,
      null,
      nonce,
      keyOf(table),
    );
    const record = new Uint8Array(NONCE + sealed.length);
    record.set(nonce);
    record.set(sealed, NONCE);
    return record;
  }

  function openBytes(table: SealedTable, key: string, sealed: Uint8Array): Uint8Array {
    const nonce = sealed.subarray(0, NONCE);
    const context = text.encode(`${table}/${key}`);
    try {
      return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        sealed.subarray(NONCE),
        context,
        nonce,
        keyOf(table),
      );
    } catch (error) {
      if (error instanceof StorageError) throw error;
      throw new StorageError('damaged', `A record of ${table} was changed since it was stored.`, {
        cause: error,
      });
    }
  }

  return {
    sealBytes,
    openBytes,
    sealJson: (table, key, value) => sealBytes(table, key, text.encode(JSON.stringify(value))),
    openJson: (table, key, sealed) => JSON.parse(words.decode(openBytes(table, key, sealed))),
    wipe() {
      for (const key of keys.values()) key.fill(0);
      keys.clear();
    },
  };
}
