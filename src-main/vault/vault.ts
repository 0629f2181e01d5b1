import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { EvidenceReader } from './evidence-reader.ts';
import { Deposit, storeFile, sweep } from './evidence-store.ts';
import {
  type Cost,
  createKeyring,
  DEFAULT_COST,
  destroyCase,
  unlockByKeychain,
  unlockByPassphrase,
} from './keyring.ts';
import { readKeyring } from './keyring-file.ts';
import type { VaultCall, VaultParams, VaultResult } from './messages.ts';
import { VaultError } from './vault-error.ts';

export type Handlers = { readonly [C in VaultCall]: (params: VaultParams<C>) => Promise<VaultResult<C>> };

/** Bytes from the start of a file that tell its media type. */
const HEAD = 512;
/** Readers kept open, so that a video that plays does not open its file for each part. */
const MOST_READERS = 8;

type Pasted = { readonly deposit: Deposit; head: Buffer; readonly size: number; done: number };

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return new Uint8Array(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/**
 * The vault: holds the keys of unlocked cases, seals and opens their evidence. `folder` is where
 * cases live; `progress` is told about long work.
 */
export function createVault(
  folder: string,
  progress: (jobId: string, done: number, total: number) => void,
  cost: Cost = DEFAULT_COST,
): Handlers {
  const keys = new Map<string, Buffer>();
  const running = new Map<string, AbortController>();
  const pasted = new Map<string, Pasted>();
  const readers = new Map<string, Promise<EvidenceReader>>();

  const folderOf = (caseId: string): string => join(folder, caseId);

  function keyOf(caseId: string): Buffer {
    const key = keys.get(caseId);
    if (!key) throw new VaultError('locked', 'The case is locked.');
    return key;
  }

  function hold(caseId: string, key: Buffer): { key: Uint8Array } {
    keys.set(caseId, key);
    return { key: new Uint8Array(key) };
  }

  async function closeReaders(): Promise<void> {
    const open = [...readers.values()];
    readers.clear();
    for (const reader of await Promise.allSettled(open))
      if (reader.status === 'fulfilled') await reader.value.close();
  }

  async function forget(): Promise<void> {
    for (const controller of running.values()) controller.abort();
    for (const { deposit } of pasted.values()) await deposit.abandon();
    pasted.clear();
    for (const key of keys.values()) key.fill(0);
    keys.clear();
    await closeReaders();
  }

  function reader(caseId: string, blob: string): Promise<EvidenceReader> {
    const id = `${caseId}/${blob}`;
    const held = readers.get(id);
    if (held) return held;
    const opened = EvidenceReader.open(folderOf(caseId), keyOf(caseId), blob);
    readers.set(id, opened);
    opened.catch(() => readers.delete(id));
    const [oldest] = readers.keys();
    if (readers.size > MOST_READERS && oldest) {
      void readers.get(oldest)?.then(
        (old) => old.close(),
        () => undefined,
      );
      readers.delete(oldest);
    }
    return opened;
  }

  function pasteOf(jobId: string): Pasted {
    const paste = pasted.get(jobId);
    if (!paste) throw new VaultError('cancelled', 'Nothing is being pasted under this id.');
    return paste;
  }

  return {
    async create({ caseId, passphrase, keychain }) {
      const secret = keychain && { secret: Buffer.from(keychain.secret), sealed: keychain.sealed };
      return hold(caseId, await createKeyring(folderOf(caseId), { passphrase, keychain: secret }, cost));
    },
    async unlock(params) {
      const caseFolder = folderOf(params.caseId);
      const key =
        'passphrase' in params
          ? await unlockByPassphrase(caseFolder, params.passphrase)
          : await unlockByKeychain(caseFolder, Buffer.from(params.secret));
      return hold(params.caseId, key);
    },
    async describe({ caseId }) {
      const { passphrase, keychain } = await readKeyring(folderOf(caseId));
      return {
        passphrase: passphrase !== null,
        keychain: keychain !== null,
        sealedSecret: keychain?.secret ?? null,
      };
    },
    async lock() {
      await forget();
      return null;
    },
    async destroy({ caseId }) {
      await closeReaders();
      keys.get(caseId)?.fill(0);
      keys.delete(caseId);
      await destroyCase(folderOf(caseId));
      return null;
    },
    async store({ caseId, jobId, path }) {
      const key = keyOf(caseId);
      const controller = new AbortController();
      running.set(jobId, controller);
      try {
        const report = (done: number, total: number): void => progress(jobId, done, total);
        const sealed = await storeFile(folderOf(caseId), key, path, report, controller.signal);
        return { ...sealed, head: await headOf(path).catch(() => new Uint8Array()) };
      } finally {
        running.delete(jobId);
      }
    },
    async begin({ caseId, jobId, size }) {
      pasted.set(jobId, {
        deposit: new Deposit(folderOf(caseId), keyOf(caseId)),
        head: Buffer.alloc(0),
        size,
        done: 0,
      });
      return null;
    },
    async slice({ jobId, bytes }) {
      const paste = pasteOf(jobId);
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (paste.done === 0) paste.head = Buffer.from(buffer.subarray(0, HEAD));
      await paste.deposit.write(buffer);
      paste.done += buffer.length;
      progress(jobId, paste.done, paste.size);
      return null;
    },
    async end({ jobId }) {
      const { deposit, head, size, done } = pasteOf(jobId);
      pasted.delete(jobId);
      if (done !== size) {
        await deposit.abandon();
        throw new VaultError('file-changed', `${done} of ${size} bytes arrived.`);
      }
      return { ...(await deposit.finish()), head: new Uint8Array(head) };
    },
    async cancel({ jobId }) {
      running.get(jobId)?.abort();
      await pasted.get(jobId)?.deposit.abandon();
      pasted.delete(jobId);
      return null;
    },
    async sweep({ caseId, keep }) {
      keyOf(caseId);
      return { removed: await sweep(folderOf(caseId), new Set(keep)) };
    },
    async stat({ caseId, blob }) {
      return { size: (await reader(caseId, blob)).size };
    },
    async read({ caseId, blob, start, end }) {
      return { bytes: new Uint8Array(await (await reader(caseId, blob)).read(start, end)) };
    },
  };
}
