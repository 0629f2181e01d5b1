import type { VaultCalls } from '#main/vault/messages.ts';
import {
  keychainAvailable,
  newKeychainSecret,
  openKeychainSecret,
  type SafeStorage,
} from '#main/services/keychain/keychain.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Handlers } from '../register.ts';

type Keys = Pick<Handlers, 'keys.create' | 'keys.unlock' | 'keys.describe' | 'keys.lock' | 'keys.destroy'>;

/** Case keys: the vault wraps and unwraps, the OS keychain is asked here. */
export function keysHandlers(vault: Client<VaultCalls>, safeStorage: SafeStorage, platform: string): Keys {
  const requireKeychain = (): void => {
    if (!keychainAvailable(safeStorage, platform)) {
      throw new ServiceError('keychain-unavailable', 'This system has no keychain that seals.');
    }
  };

  async function unlockByKeychain(caseId: string): Promise<{ key: Uint8Array }> {
    requireKeychain();
    const { sealedSecret } = await vault.call('describe', { caseId });
    if (sealedSecret === null) throw new ServiceError('keychain-unavailable', 'Not kept by the keychain.');
    let secret: Uint8Array;
    try {
      secret = openKeychainSecret(safeStorage, sealedSecret);
    } catch (error) {
      throw new ServiceError('keychain-unavailable', 'The keychain refused.', { cause: error });
    }
    return vault.call('unlock', { caseId, secret });
  }

  return {
    async 'keys.create'({ caseId, passphrase, keychain }) {
      if (keychain) requireKeychain();
      return vault.call('create', {
        caseId,
        passphrase,
        keychain: keychain ? newKeychainSecret(safeStorage) : null,
      });
    },
    'keys.unlock': ({ caseId, passphrase }) =>
      passphrase === null ? unlockByKeychain(caseId) : vault.call('unlock', { caseId, passphrase }),
    async 'keys.describe'({ caseId }) {
      const { passphrase, keychain } = await vault.call('describe', { caseId });
      return { passphrase, keychain };
    },
    'keys.lock': () => vault.call('lock', null),
    'keys.destroy': ({ caseId }) => vault.call('destroy', { caseId }),
  };
}
