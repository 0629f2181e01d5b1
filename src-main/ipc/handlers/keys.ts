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

/** Case keys: the vault wraps and unwraps, the OS keychain is asked here. */
export function keysHandlers(
  vault: Client<Vault>,
  safeStorage: SafeStorage,
  platform: string,
  /** Wipes plain copies of evidence that other programs look at. */
  wipeCopies: () => Promise<void>,
): HandlersOf<'keys'> {
  const requireKeychain = (): void => {
    if (!keychainAvailable(safeStorage, platform))
      throw new ServiceError('keychain-unavailable', 'This system has no keychain that seals');
  };

  async function unlockByKeychain(caseId: string): Promise<{ key: Uint8Array }> {
    const { sealedSecret } = await vault.call('describe', { caseId });
    requireKeychain();
    if (sealedSecret === null)
      throw new ServiceError('keychain-unavailable', 'The keychain holds no key of it');
    return vault.call('unlock', { caseId, secret: openKeychainSecret(safeStorage, sealedSecret) });
  }

  return {
    async 'keys.create'({ caseId, passphrase, keychain }) {
      if (keychain) requireKeychain();
      const secret = keychain ? newKeychainSecret(safeStorage) : null;
      return vault.call('create', { caseId, passphrase, keychain: secret });
    },
    'keys.unlock': ({ caseId, passphrase }) =>
      passphrase === null ? unlockByKeychain(caseId) : vault.call('unlock', { caseId, passphrase }),
    async 'keys.describe'({ caseId }) {
      const { passphrase, keychain } = await vault.call('describe', { caseId });
      return { passphrase, keychain };
    },
    'keys.finish': (params) => vault.call('finish', params),
    'keys.sweepUnfinished': () => vault.call('sweepUnfinished', null),
    'keys.list': () => vault.call('listCases', null),
    async 'keys.lock'({ keepFile = null }) {
      await vault.call('lock', keepFile === null ? null : { keepFile });
      await wipeCopies();
      return null;
    },
    'keys.letGo': (params) => vault.call('letGo', params),
    'keys.destroy': ({ caseId }) => vault.call('destroy', { caseId }),
  };
}
