import type { IdentityDetails } from '#core/sharing/identity-file.ts';
import type { Disk } from '../files/disk.ts';
import { type KeychainSecret, makeKeyring, openByKeychain, openByPassphrase } from '../keys/keyring.ts';
import type { Keyring } from '../keys/keyring-schema.ts';
import type { Cost } from '../keys/passphrase-key.ts';
import { randomSecret, wipe } from '../keys/secret.ts';
import { VaultError } from '../vault-error.ts';
import {
  destroyIdentityFile,
  type IdentityFile,
  KEYRING_OF,
  type Opened,
  openIdentity,
  readIdentityFile,
  sealIdentity,
  writeIdentityFile,
} from './identity-file.ts';
import { wipePair } from './key-pair.ts';

/** How an identity is protected at rest, like the key of a case. */
export type IdentityProtection = {
  readonly passphrase: string | null;
  readonly keychain: KeychainSecret | null;
};

type Held = { readonly keyring: Keyring; readonly key: Buffer; opened: Opened };

/** The person's identity in this process: nothing, or unlocked. One change at a time. */
export type Holder = {
  file(): Promise<IdentityFile | null>;
  /** What is unlocked, or null. */
  opened(): Opened | null;
  /** What is unlocked. Throws a VaultError `identity-locked`. */
  require(): Opened;
  /** Writes a new identity and leaves it unlocked. Takes over the keys of `make`. */
  found(make: () => Promise<Opened>, protection: IdentityProtection, replace: boolean): Promise<Opened>;
  unlock(by: { readonly passphrase: string } | { readonly secret: Uint8Array }): Promise<Opened>;
  /** Writes changed details. Throws a VaultError `identity-locked`. */
  change(next: (details: IdentityDetails, own: string) => IdentityDetails): Promise<Opened>;
  destroy(): Promise<void>;
  /** Wipes the keys at once. */
  lock(): void;
};

const identityLocked = () => new VaultError('identity-locked', 'The identity is locked');

export function createHolder(options: {
  readonly disk: Disk;
  readonly folder: string;
  readonly cost: Cost;
}): Holder {
  const { disk, folder, cost } = options;
  let held: Held | null = null;
  let locks = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: (locksBefore: number) => Promise<T>): Promise<T> => {
    const locksBefore = locks;
    const result = queue.then(() => work(locksBefore));
    queue = result.catch(() => undefined);
    return result;
  };
  const drop = (): void => {
    if (!held) return;
    wipe(held.key);
    wipePair(held.opened.pair);
    held = null;
  };
  /** Leaves it unlocked, unless everything was locked while its key was being worked out. */
  const hold = (next: Held, locksBefore: number): Opened => {
    drop();
    held = next;
    if (locks === locksBefore) return next.opened;
    drop();
    throw new VaultError('not-allowed', 'Everything was locked meanwhile');
  };
  const requireFile = async (): Promise<IdentityFile> => {
    const file = await readIdentityFile(disk, folder);
    if (!file) throw new VaultError('no-identity', 'There is no identity here');
    return file;
  };

  async function write(opened: Opened, protection: IdentityProtection): Promise<Held> {
    const key = randomSecret();
    try {
      const keyring = await makeKeyring(KEYRING_OF, key, protection, cost);
      await writeIdentityFile(disk, folder, { keyring, sealed: sealIdentity(opened, key) });
      return { keyring, key, opened };
    } catch (error) {
      wipe(key);
      wipePair(opened.pair);
      throw error;
    }
  }

  return {
    file: () => readIdentityFile(disk, folder),
    opened: () => held?.opened ?? null,
    require() {
      if (!held) throw identityLocked();
      return held.opened;
    },
    found: (make, protection, replace) =>
      inTurn(async (locksBefore) => {
        if (!replace && (await readIdentityFile(disk, folder)))
          throw new VaultError('identity-exists', 'There is an identity already');
        return hold(await write(await make(), protection), locksBefore);
      }),
    unlock: (by) =>
      inTurn(async (locksBefore) => {
        const { keyring, sealed } = await requireFile();
        const key =
          'passphrase' in by
            ? await openByPassphrase(keyring, by.passphrase)
            : openByKeychain(keyring, by.secret);
        try {
          return hold({ keyring, key, opened: openIdentity(sealed, key) }, locksBefore);
        } catch (error) {
          wipe(key);
          throw error;
        }
      }),
    change: (next) =>
      inTurn(async () => {
        const before = held;
        if (!before) throw identityLocked();
        const { pair, details } = before.opened;
        const opened = { pair, details: next(details, pair.recipient) };
        // Sealed before the first wait: a lock wipes the keys while the file is written.
        const sealed = sealIdentity(opened, before.key);
        await writeIdentityFile(disk, folder, { keyring: before.keyring, sealed });
        before.opened = opened;
        return opened;
      }),
    destroy: () =>
      inTurn(async () => {
        drop();
        await destroyIdentityFile(disk, folder);
      }),
    lock() {
      locks += 1;
      drop();
    },
  };
}
