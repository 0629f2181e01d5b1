import type { Dialogs } from '#main/services/files/dialogs.ts';
import type { KnownPaths } from '#main/services/files/known-paths.ts';
import {
  keychainAvailable,
  newKeychainSecret,
  openKeychainSecret,
  type SafeStorage,
} from '#main/services/keychain/keychain.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import type { HandlersOf } from '../register.ts';

/** The person's identity and colleagues: the vault keeps them, files are chosen here. */
export function identityHandlers(options: {
  readonly vault: Client<Vault>;
  readonly safeStorage: SafeStorage;
  readonly platform: string;
  readonly dialogs: Dialogs;
  readonly known: Pick<KnownPaths, 'require'>;
  /** Hears of every file written. */
  wrote(path: string): void;
}): HandlersOf<'identity'> & HandlersOf<'colleagues'> {
  const { vault, safeStorage, platform, dialogs, known, wrote } = options;

  const requireKeychain = (): void => {
    if (!keychainAvailable(safeStorage, platform))
      throw new ServiceError('keychain-unavailable', 'This system has no keychain that seals');
  };
  const protectionOf = ({ passphrase, keychain }: { passphrase: string | null; keychain: boolean }) => {
    if (keychain) requireKeychain();
    return { passphrase, keychain: keychain ? newKeychainSecret(safeStorage) : null };
  };
  async function unlockByKeychain() {
    const { sealedSecret } = await vault.call('describeIdentity', null);
    requireKeychain();
    if (sealedSecret === null)
      throw new ServiceError('keychain-unavailable', 'The keychain holds no key of it');
    return vault.call('unlockIdentity', { secret: openKeychainSecret(safeStorage, sealedSecret) });
  }
  /** Asks where to and has it written. */
  async function save(name: string, extension: string, write: (path: string) => Promise<null>) {
    const path = await dialogs.saveFile(name, extension);
    if (path === null) return { path };
    await write(path);
    wrote(path);
    return { path };
  }
  const chosen = async (choice: 'identity-backup' | 'colleague-card'): Promise<string | null> =>
    (await dialogs.openFiles(choice))[0] ?? null;

  return {
    async 'identity.describe'() {
      const { state, passphrase, keychain, self } = await vault.call('describeIdentity', null);
      return { state, passphrase, keychain, self };
    },
    'identity.create': async ({ alias, ...protection }) =>
      vault.call('createIdentity', { alias, ...protectionOf(protection) }),
    'identity.unlock': ({ passphrase }) =>
      passphrase === null ? unlockByKeychain() : vault.call('unlockIdentity', { passphrase }),
    'identity.changeAlias': ({ alias }) => vault.call('changeAlias', { alias }),
    'identity.destroy': () => vault.call('destroyIdentity', null),
    'identity.vouch': ({ caseId, actor }) => vault.call('vouch', { caseId, actor }),
    'identity.signReport': ({ asOf, heads }) => vault.call('signReport', { asOf, heads }),
    'identity.backup': ({ passphrase, suggestedName }) =>
      save(suggestedName, 'age', (path) => vault.call('backupIdentity', { path, passphrase })),
    'identity.pickBackup': async () => ({ path: await chosen('identity-backup') }),
    async 'identity.restore'({ path, backupPassphrase, replace, ...protection }) {
      known.require(path);
      return vault.call('restoreIdentity', {
        path,
        backupPassphrase,
        replace,
        ...protectionOf(protection),
      });
    },
    'identity.exportCard': ({ suggestedName }) =>
      save(suggestedName, 'json', (path) => vault.call('exportCard', { path })),
    'colleagues.list': async () => {
      const { colleagues } = await vault.call('listColleagues', null);
      return { colleagues: [...colleagues] };
    },
    'colleagues.add': async (asked) => {
      const { colleagues } = await vault.call('addColleague', asked);
      return { colleagues: [...colleagues] };
    },
    'colleagues.rename': async (asked) => {
      const { colleagues } = await vault.call('renameColleague', asked);
      return { colleagues: [...colleagues] };
    },
    'colleagues.remove': async (asked) => {
      const { colleagues } = await vault.call('removeColleague', asked);
      return { colleagues: [...colleagues] };
    },
    async 'colleagues.openCard'() {
      const path = await chosen('colleague-card');
      return { card: path === null ? null : await vault.call('readCard', { path }) };
    },
  };
}
