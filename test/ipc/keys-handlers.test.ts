import { describe, expect, it } from 'vitest';
import { keysHandlers } from '#main/ipc/handlers/keys.ts';
import type { SafeStorage } from '#main/services/keychain/keychain.ts';
import { keychainAvailable } from '#main/services/keychain/keychain.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import { CASE, makeVault, PASSPHRASE } from '../main/vault/support.ts';

/** A keychain that "seals" by turning the bytes round. */
const keychain = (changes: Partial<SafeStorage> = {}): SafeStorage => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(text).reverse(),
  decryptString: (sealed) => Buffer.from(sealed).reverse().toString(),
  ...changes,
});

const locked = (): never => {
  throw new Error('The keychain is locked');
};

function handlersOver(safeStorage: SafeStorage, folder?: string) {
  const made = makeVault(folder ? { folder } : {});
  const client: Client<Vault> = {
    call: (call, params) => made.vault[call](params as never) as never,
  };
  return { handlers: keysHandlers(client, safeStorage, 'linux', async () => undefined), folder: made.folder };
}

const failsWith = (code: string) => expect.objectContaining({ code });

describe('keys of a case', () => {
  it('made with a passphrase open by it alone', async () => {
    const { handlers, folder } = handlersOver(keychain());
    const made = await handlers['keys.create']({ caseId: CASE, passphrase: PASSPHRASE, keychain: false });
    expect(await handlers['keys.describe']({ caseId: CASE })).toEqual({ passphrase: true, keychain: false });
    const { handlers: later } = handlersOver(keychain(), folder);
    expect(await later['keys.unlock']({ caseId: CASE, passphrase: PASSPHRASE })).toEqual(made);
    const byKeychain = later['keys.unlock']({ caseId: CASE, passphrase: null });
    await expect(byKeychain).rejects.toEqual(failsWith('keychain-unavailable'));
  });

  it('made with the keychain open without a passphrase, and with none', async () => {
    const { handlers, folder } = handlersOver(keychain());
    const made = await handlers['keys.create']({ caseId: CASE, passphrase: null, keychain: true });
    const { handlers: later } = handlersOver(keychain(), folder);
    expect(await later['keys.unlock']({ caseId: CASE, passphrase: null })).toEqual(made);
    const guessed = later['keys.unlock']({ caseId: CASE, passphrase: '' });
    await expect(guessed).rejects.toEqual(failsWith('wrong-passphrase'));
  });

  it('are not made without protection, or with a keychain that does not seal', async () => {
    const { handlers } = handlersOver(keychain({ getSelectedStorageBackend: () => 'basic_text' }));
    const none = handlers['keys.create']({ caseId: CASE, passphrase: null, keychain: false });
    await expect(none).rejects.toEqual(failsWith('no-protection'));
    const plain = handlers['keys.create']({ caseId: CASE, passphrase: PASSPHRASE, keychain: true });
    await expect(plain).rejects.toEqual(failsWith('keychain-unavailable'));
    await expect(handlers['keys.describe']({ caseId: CASE })).rejects.toEqual(failsWith('no-such-case'));
  });

  it('say so when the keychain is locked, was emptied, or belongs to someone else', async () => {
    const { handlers, folder } = handlersOver(keychain());
    await handlers['keys.create']({ caseId: CASE, passphrase: PASSPHRASE, keychain: true });
    const refusing = handlersOver(keychain({ decryptString: locked }), folder).handlers;
    const refused = refusing['keys.unlock']({ caseId: CASE, passphrase: null });
    await expect(refused).rejects.toEqual(failsWith('keychain-unavailable'));
    const gone = handlersOver(keychain({ isEncryptionAvailable: () => false }), folder).handlers;
    const absent = gone['keys.unlock']({ caseId: CASE, passphrase: null });
    await expect(absent).rejects.toEqual(failsWith('keychain-unavailable'));
    const other = handlersOver(
      keychain({ decryptString: () => Buffer.alloc(32).toString('base64') }),
      folder,
    ).handlers;
    const wrong = other['keys.unlock']({ caseId: CASE, passphrase: null });
    await expect(wrong).rejects.toEqual(failsWith('keyring-damaged'));
    await expect(gone['keys.unlock']({ caseId: CASE, passphrase: PASSPHRASE })).resolves.toBeDefined();
  });

  it('are gone after the case was destroyed', async () => {
    const { handlers } = handlersOver(keychain());
    await handlers['keys.create']({ caseId: CASE, passphrase: PASSPHRASE, keychain: false });
    await handlers['keys.lock']({});
    await handlers['keys.destroy']({ caseId: CASE });
    const opened = handlers['keys.unlock']({ caseId: CASE, passphrase: PASSPHRASE });
    await expect(opened).rejects.toEqual(failsWith('no-such-case'));
  });
});

describe('the keychain', () => {
  it.each([
    ['linux', 'gnome_libsecret', true],
    ['linux', 'kwallet6', true],
    ['linux', 'basic_text', false],
    ['linux', 'unknown', false],
    ['darwin', 'unknown', true],
    ['win32', 'unknown', true],
  ])('on %s with backend %s counts as there: %s', (platform, backend, there) => {
    expect(keychainAvailable(keychain({ getSelectedStorageBackend: () => backend }), platform)).toBe(there);
  });

  it('counts as none where the runtime cannot name its backend, or nothing seals', () => {
    const old = { ...keychain(), getSelectedStorageBackend: undefined };
    expect(keychainAvailable(old, 'linux')).toBe(false);
    expect(keychainAvailable(keychain({ isEncryptionAvailable: () => false }), 'darwin')).toBe(false);
  });
});
