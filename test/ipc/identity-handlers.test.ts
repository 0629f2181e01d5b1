import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { METHODS } from '#contract/methods.ts';
import { identityHandlers } from '#main/ipc/handlers/identity.ts';
import { createKnownPaths } from '#main/services/files/known-paths.ts';
import type { SafeStorage } from '#main/services/keychain/keychain.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import { CASE, freshFolder, makeVault, OTHER_CASE, PASSPHRASE } from '../main/vault/support.ts';

/** A keychain that "seals" by turning the bytes round. */
const keychain = (changes: Partial<SafeStorage> = {}): SafeStorage => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(text).reverse(),
  decryptString: (sealed) => Buffer.from(sealed).reverse().toString(),
  ...changes,
});
const NONE = keychain({ getSelectedStorageBackend: () => 'basic_text' });

const failsWith = (code: string) => expect.objectContaining({ code });

/** Handlers over a vault of their own; every dialog answers with `path`. */
function world(safeStorage = keychain(), path: string | null = null) {
  const { vault } = makeVault({ folder: join(freshFolder(), 'cases') });
  const client: Client<Vault> = { call: (call, params) => vault[call](params as never) as never };
  const known = createKnownPaths();
  const wrote: string[] = [];
  const handlers = identityHandlers({
    vault: client,
    safeStorage,
    platform: 'linux',
    dialogs: {
      openFiles: async () => (path === null ? [] : [path]),
      saveFile: async () => path,
      chooseFolder: async () => null,
    },
    known,
    wrote: (file) => wrote.push(file),
  });
  return { handlers, vault, known, wrote };
}

const create = (handlers: ReturnType<typeof world>['handlers'], changes: object = {}) =>
  handlers['identity.create']({ alias: 'Ana', passphrase: PASSPHRASE, keychain: false, ...changes });

describe('the identity over the contract', () => {
  it('is made, described, locked and unlocked by its passphrase', async () => {
    const { handlers, vault } = world();
    expect(await handlers['identity.describe']({})).toMatchObject({ state: 'none', self: null });
    const self = await create(handlers);
    expect(await handlers['identity.describe']({})).toEqual({
      state: 'open',
      passphrase: true,
      keychain: false,
      self,
    });
    await vault.lock(null);
    await expect(handlers['colleagues.list']({})).rejects.toEqual(failsWith('identity-locked'));
    expect(await handlers['identity.unlock']({ passphrase: PASSPHRASE })).toEqual(self);
  });

  it('is unlocked by the OS keychain where that was chosen, and only where it really seals', async () => {
    const { handlers, vault } = world();
    const self = await create(handlers, { passphrase: null, keychain: true });
    await vault.lock(null);
    expect(await handlers['identity.unlock']({ passphrase: null })).toEqual(self);
    const without = world(NONE).handlers;
    await expect(create(without, { keychain: true })).rejects.toEqual(failsWith('keychain-unavailable'));
    await create(without);
    await expect(without['identity.unlock']({ passphrase: null })).rejects.toEqual(
      failsWith('keychain-unavailable'),
    );
  });

  it('gives nothing secret away in any answer', async () => {
    const path = join(freshFolder(), 'Ana.json');
    const { handlers } = world(keychain(), path);
    const answers = [
      await create(handlers),
      await handlers['identity.describe']({}),
      await handlers['identity.exportCard']({ suggestedName: 'Ana.json' }),
      await handlers['identity.vouch']({ caseId: CASE, actor: OTHER_CASE }),
      await handlers['colleagues.list']({}),
      await handlers['identity.unlock']({ passphrase: PASSPHRASE }),
    ];
    expect(JSON.stringify(answers)).not.toContain('SECRET');
    expect(Object.keys(answers[0] ?? {}).sort()).toEqual(['alias', 'recipient', 'signingKey']);
  });

  it('writes card and backup where the person says, and nothing when they change their mind', async () => {
    const path = join(freshFolder(), 'Ana.touchstone-card.json');
    const { handlers, wrote } = world(keychain(), path);
    await create(handlers);
    expect(await handlers['identity.exportCard']({ suggestedName: 'x' })).toEqual({ path });
    expect(wrote).toEqual([path]);
    const other = world();
    await create(other.handlers);
    expect(await other.handlers['identity.exportCard']({ suggestedName: 'x' })).toEqual({ path: null });
    expect(await other.handlers['identity.backup']({ passphrase: 'p', suggestedName: 'x' })).toEqual({
      path: null,
    });
    expect(await other.handlers['identity.pickBackup']({})).toEqual({ path: null });
    expect(await other.handlers['colleagues.openCard']({})).toEqual({ card: null });
    expect(other.wrote).toEqual([]);
  });

  it('restores only from a file that the person chose', async () => {
    const { handlers } = world();
    const restored = handlers['identity.restore']({
      path: '/etc/passwd',
      backupPassphrase: 'p',
      passphrase: 'p',
      keychain: false,
      replace: false,
    });
    await expect(restored).rejects.toEqual(failsWith('not-allowed'));
  });

  it('answers as the contract says when colleagues come and go', async () => {
    const path = join(freshFolder(), 'Basil.json');
    const basil = world(keychain(), path).handlers;
    const { recipient } = await create(basil, { alias: 'Basil' });
    await basil['identity.exportCard']({ suggestedName: 'Basil.json' });
    const { handlers } = world(keychain(), path);
    await create(handlers);
    const { card } = await handlers['colleagues.openCard']({});
    if (!card) throw new Error('No card was read.');
    const answers = [
      await handlers['colleagues.add'](card),
      await handlers['colleagues.rename']({ recipient, name: 'Basil B.' }),
      await handlers['colleagues.remove']({ recipient }),
    ];
    for (const answer of answers) expect(v.is(METHODS['colleagues.list'].result, answer)).toBe(true);
    expect(answers.map(({ colleagues }) => colleagues.map(({ name }) => name))).toEqual([
      ['Basil'],
      ['Basil B.'],
      [],
    ]);
    await expect(handlers['colleagues.add']({ ...card, recipient: 'age1' })).rejects.toEqual(
      failsWith('key-unreadable'),
    );
  });
});
