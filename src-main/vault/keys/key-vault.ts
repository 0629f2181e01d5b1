import { VaultError } from '../vault-error.ts';
import type { Jobs } from '../evidence/jobs.ts';
import type { Disk } from '../files/disk.ts';
import type { OpenCases } from '../open-cases.ts';
import { type KeychainSecret, makeKeyring, openByKeychain, openByPassphrase } from './keyring.ts';
import {
  caseIdsWithKeyring,
  destroyCaseFolder,
  hasKeyring,
  readKeyring,
  writeKeyring,
  caseFolderIds,
  isUnfinished,
  markFinished,
} from './keyring-file.ts';
import type { Cost } from './passphrase-key.ts';
import { copyOut, randomSecret, wipe } from './secret.ts';

type OfCase = { readonly caseId: string };

/** Makes, opens, forgets and destroys the keys of cases. */
export type KeyVault = {
  /** Makes a case key and its keyring, and leaves the case unlocked. */
  create(
    input: OfCase & { readonly passphrase: string | null; readonly keychain: KeychainSecret | null },
  ): Promise<{ key: Uint8Array }>;
  /** Opens by the passphrase, or by the wrapping key that the OS keychain gave back. */
  unlock(
    input: OfCase & ({ readonly passphrase: string } | { readonly secret: Uint8Array }),
  ): Promise<{ key: Uint8Array }>;
  /** How the case is protected; `sealedSecret` is for the OS keychain to open. */
  describe(input: OfCase): Promise<{ passphrase: boolean; keychain: boolean; sealedSecret: string | null }>;
  /** Cases that have a keyring here. */
  listCases(input: null): Promise<{ caseIds: string[] }>;
  /** The case is whole: its content is stored. */
  finish(input: OfCase): Promise<null>;
  /** Destroys what a crash left of cases that were being made; those that are open are spared. */
  sweepUnfinished(input: null): Promise<{ caseIds: string[] }>;
  /** Stops all work and wipes every key. */
  lock(input: null): Promise<null>;
  /** Stops all work on one case and wipes its keys. */
  letGo(input: OfCase): Promise<null>;
  destroy(input: OfCase): Promise<null>;
};

const locked = () => new VaultError('locked', 'The case was locked');

export function createKeyVault(options: {
  readonly disk: Disk;
  readonly folder: string;
  readonly cases: OpenCases;
  readonly jobs: Jobs;
  readonly cost: Cost;
}): KeyVault {
  const { disk, folder, cases, jobs, cost } = options;
  let queue: Promise<unknown> = Promise.resolve();
  let locks = 0;

  /** One at a time: two Argon2 runs at once would take half a small laptop's memory. */
  const inTurn = <T>(work: (locksBefore: number) => Promise<T>): Promise<T> => {
    const locksBefore = locks;
    const result = queue.then(() => work(locksBefore));
    queue = result.catch(() => undefined);
    return result;
  };

  const close = async (caseId: string): Promise<void> => {
    const stopped = jobs.stopCase(caseId, locked());
    cases.close(caseId);
    await stopped;
  };

  /** Leaves the case unlocked, unless everything was locked while its key was being worked out. */
  const hold = (caseId: string, caseKey: Buffer, locksBefore: number): { key: Uint8Array } => {
    if (locks !== locksBefore) {
      wipe(caseKey);
      throw new VaultError('not-allowed', 'Everything was locked meanwhile');
    }
    const key = copyOut(caseKey);
    cases.add(caseId, caseKey);
    return { key };
  };

  return {
    create: ({ caseId, passphrase, keychain }) =>
      inTurn(async (locksBefore) => {
        if (await hasKeyring(disk, folder, caseId))
          throw new VaultError('case-exists', 'The case has a keyring already');
        const caseKey = randomSecret();
        try {
          const keyring = await makeKeyring(caseId, caseKey, { passphrase, keychain }, cost);
          await writeKeyring(disk, folder, keyring);
        } catch (error) {
          wipe(caseKey);
          throw error;
        }
        return hold(caseId, caseKey, locksBefore);
      }),
    unlock: (input) =>
      inTurn(async (locksBefore) => {
        const { caseId } = input;
        const keyring = await readKeyring(disk, folder, caseId);
        const caseKey =
          'passphrase' in input
            ? await openByPassphrase(keyring, input.passphrase)
            : openByKeychain(keyring, input.secret);
        await close(caseId);
        return hold(caseId, caseKey, locksBefore);
      }),
    async describe({ caseId }) {
      const { passphrase, keychain } = await readKeyring(disk, folder, caseId);
      return {
        passphrase: passphrase !== null,
        keychain: keychain !== null,
        sealedSecret: keychain?.sealed ?? null,
      };
    },
    async listCases() {
      return { caseIds: await caseIdsWithKeyring(disk, folder) };
    },
    async finish({ caseId }) {
      await markFinished(disk, folder, caseId);
      return null;
    },
    sweepUnfinished: () =>
      inTurn(async () => {
        const caseIds: string[] = [];
        for (const id of await caseFolderIds(disk, folder)) {
          if (cases.ids().includes(id) || !(await isUnfinished(disk, folder, id))) continue;
          await destroyCaseFolder(disk, folder, id);
          caseIds.push(id);
        }
        return { caseIds };
      }),
    async lock() {
      locks += 1;
      await Promise.all(cases.ids().map(close));
      return null;
    },
    letGo: ({ caseId }) =>
      inTurn(async () => {
        await close(caseId);
        return null;
      }),
    destroy: ({ caseId }) =>
      inTurn(async () => {
        await close(caseId);
        await destroyCaseFolder(disk, folder, caseId);
        return null;
      }),
  };
}
