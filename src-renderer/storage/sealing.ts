import { StorageError } from '#core/ports/case-storage.ts';
import { type HeapKey, NONCE_BYTES, SodiumHeap } from './sodium-heap.ts';

const text = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });

export const SEALED_TABLES = ['journal', 'rows', 'blocks', 'texts', 'thumbnails', 'meta'] as const;

/** Tables whose records are sealed, each under a key of its own. */
export type SealedTable = (typeof SEALED_TABLES)[number];

/**
 * Seals and opens the records of one case; synchronous, so that it can run inside a transaction.
 * Opening throws `damaged` for a record that is not what was sealed under this table and key.
 */
export type Sealing = {
  /**
   * The key under which something is stored: a keyed hash of its name, so that the database shows
   * neither what kind of item it is nor (as a UUIDv7 does) when it was made.
   */
  recordKey(table: SealedTable, name: string): string;
  sealJson(table: SealedTable, key: string, value: unknown): Uint8Array;
  openJson<T>(table: SealedTable, key: string, sealed: Uint8Array): T;
  sealBytes(table: SealedTable, key: string, plain: Uint8Array): Uint8Array;
  openBytes(table: SealedTable, key: string, sealed: Uint8Array): Uint8Array;
  /** Wipes the keys; nothing can be sealed or opened any more. */
  wipe(): void;
};

const KEY_BYTES = 32;
const NAME_BYTES = 16;
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sealing under a case key (32 bytes): XChaCha20-Poly1305, a random nonce in front of each record,
 * table and record key as associated data, so that a record put in another's place does not open.
 */
export async function createSealing(caseKey: Uint8Array): Promise<Sealing> {
  if (caseKey.length !== KEY_BYTES) {
    throw new StorageError('wrong-key', `A case key has ${KEY_BYTES} bytes, not ${caseKey.length}.`);
  }
  const heap = await SodiumHeap.start();
  const derive = (purpose: string): Uint8Array =>
    heap.hash(KEY_BYTES, text.encode(`touchstone ${purpose} 1`), caseKey);
  const keys = new Map<SealedTable, HeapKey>();
  for (const table of SEALED_TABLES) {
    const key = derive(table);
    keys.set(table, heap.hold(key));
    key.fill(0);
  }
  const namesKey = derive('record names');
  const contextOf = (table: SealedTable, key: string): Uint8Array => text.encode(`${table}/${key}`);

  function keyOf(table: SealedTable): HeapKey {
    const key = keys.get(table);
    if (!key) throw new StorageError('closed', 'The case is locked.');
    return key;
  }

  function sealBytes(table: SealedTable, key: string, plain: Uint8Array): Uint8Array {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    return heap.seal(keyOf(table), contextOf(table, key), nonce, plain);
  }

  function open<T>(table: SealedTable, key: string, sealed: Uint8Array, read: (plain: Uint8Array) => T): T {
    const value = heap.open(keyOf(table), contextOf(table, key), sealed, (plain) => ({ read: read(plain) }));
    if (value) return value.read;
    const message = `A record of ${table} is not what was stored.`;
    throw new StorageError('damaged', message, { detail: { table } });
  }

  return {
    recordKey(table, name) {
      keyOf(table);
      return hexOf(heap.hash(NAME_BYTES, text.encode(`${table}/${name}`), namesKey));
    },
    sealBytes,
    openBytes: (table, key, sealed) => open(table, key, sealed, (plain) => plain.slice()),
    sealJson: (table, key, value) => sealBytes(table, key, text.encode(JSON.stringify(value))),
    openJson: (table, key, sealed) => JSON.parse(open(table, key, sealed, (plain) => words.decode(plain))),
    wipe() {
      if (keys.size === 0) return;
      keys.clear();
      namesKey.fill(0);
      heap.wipe();
    },
  };
}
