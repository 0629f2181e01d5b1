import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Decrypter, Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { freshFolder, someFile } from '../vault/support.ts';
import { makeIdentity, makeIdentityVault, PASSPHRASE } from './support.ts';

const run = promisify(execFile);
const failsWith = (code: string) => expect.objectContaining({ name: 'VaultError', code });
const WORDS = 'six words that open the backup';
const noKeychain = { passphrase: PASSPHRASE, keychain: null };

async function makeBackupFile() {
  const made = await makeIdentity();
  const { self } = await makeIdentity('Basil');
  await made.calls.addColleague({ ...self, name: 'Basil' });
  const path = join(freshFolder(), 'Ana.touchstone-key.age');
  await made.calls.backupIdentity({ path, passphrase: WORDS });
  return { ...made, path };
}

describe('colleagues', () => {
  it('are kept over a restart, renamed and removed', async () => {
    const { calls, folder } = await makeIdentity();
    const { self } = await makeIdentity('Basil');
    await calls.addColleague({ ...self, name: 'Basil' });
    await calls.renameColleague({ recipient: self.recipient, name: 'Basil B.' });
    const again = makeIdentityVault({ folder }).calls;
    await again.unlockIdentity({ passphrase: PASSPHRASE });
    const { colleagues } = await again.listColleagues(null);
    expect(colleagues).toMatchObject([{ name: 'Basil B.', signingKey: self.signingKey }]);
    expect((await again.removeColleague({ recipient: self.recipient })).colleagues).toEqual([]);
  });

  it('are not taken when they are the person themselves, and the list stays', async () => {
    const { calls, self } = await makeIdentity();
    await expect(calls.addColleague({ ...self, name: 'Me' })).rejects.toEqual(failsWith('key-own'));
    expect((await calls.listColleagues(null)).colleagues).toEqual([]);
  });

  it('added at the same time are both there', async () => {
    const { calls } = await makeIdentity();
    const people = await Promise.all(['Basil', 'Dana'].map((name) => makeIdentity(name)));
    await Promise.all(people.map(({ self }) => calls.addColleague({ ...self, name: self.alias })));
    expect((await calls.listColleagues(null)).colleagues).toHaveLength(2);
  });
});

describe('a card', () => {
  it('saved by one person is read by another', async () => {
    const path = join(freshFolder(), 'Basil.touchstone-card.json');
    const basil = await makeIdentity('Basil');
    await basil.calls.exportCard({ path });
    const { calls } = await makeIdentity();
    const { alias: name, ...keys } = basil.self;
    expect(await calls.readCard({ path })).toEqual({ name, ...keys });
  });

  it('that is no card, too large, a folder or not there says so', async () => {
    const { calls } = await makeIdentity();
    const read = (path: string) => calls.readCard({ path });
    await expect(read(someFile('hello'))).rejects.toEqual(failsWith('card-unreadable'));
    await expect(read(someFile(' '.repeat(20_000)))).rejects.toEqual(failsWith('file-too-large'));
    await expect(read(freshFolder())).rejects.toEqual(failsWith('not-a-file'));
    await expect(read('/nowhere/at/all')).rejects.toEqual(failsWith('file-missing'));
  });
});

describe('a backup', () => {
  it('brings keys, alias and colleagues to another laptop, under a passphrase of its own there', async () => {
    const { path, self, identities } = await makeBackupFile();
    const other = makeIdentityVault();
    const input = { path, backupPassphrase: WORDS, ...noKeychain, replace: false };
    expect(await other.calls.restoreIdentity(input)).toEqual(self);
    expect(other.identities()).toEqual(identities());
    expect((await other.calls.listColleagues(null)).colleagues).toMatchObject([{ name: 'Basil' }]);
    other.lock();
    expect(await other.calls.unlockIdentity({ passphrase: PASSPHRASE })).toEqual(self);
  });

  it('replaces the key that is there only when told to', async () => {
    const { path, self } = await makeBackupFile();
    const { calls, self: before } = await makeIdentity('Dana');
    const input = { path, backupPassphrase: WORDS, ...noKeychain };
    const refused = calls.restoreIdentity({ ...input, replace: false });
    await expect(refused).rejects.toEqual(failsWith('identity-exists'));
    const guessed = calls.restoreIdentity({ ...input, backupPassphrase: 'another', replace: true });
    await expect(guessed).rejects.toEqual(failsWith('wrong-passphrase'));
    expect((await calls.describeIdentity(null)).self).toEqual(before);
    expect(await calls.restoreIdentity({ ...input, replace: true })).toEqual(self);
  });

  it('opens by age, and what is in it decrypts files as it is', async () => {
    const { path, self } = await makeBackupFile();
    const decrypter = new Decrypter();
    decrypter.addPassphrase(WORDS);
    const text = await decrypter.decrypt(Uint8Array.from(readFileSync(path)), 'text');
    const keyFile = someFile(text, 'key.txt');
    const encrypter = new Encrypter();
    encrypter.addRecipient(self.recipient);
    const sealed = someFile(await encrypter.encrypt('for Ana'), 'case.age');
    const { stdout } = await run('age', ['-d', '-i', keyFile, sealed]);
    expect(stdout).toBe('for Ana');
    const { stdout: recipient } = await run('age-keygen', ['-y', keyFile]);
    expect(recipient.trim()).toBe(self.recipient);
  });

  it.each([
    ['caf\u00e9', 'cafe\u0301'],
    ['cafe\u0301', 'caf\u00e9'],
  ])('opens however the passphrase’s accents are composed: %j by %j', async (made, typed) => {
    const { calls } = await makeIdentity();
    const path = join(freshFolder(), 'backup.age');
    await calls.backupIdentity({ path, passphrase: made });
    const input = { path, backupPassphrase: typed, ...noKeychain, replace: false };
    await expect(makeIdentityVault().calls.restoreIdentity(input)).resolves.toBeDefined();
  });

  it('that is another file, cut or altered says so, and nothing is made of it', async () => {
    const { path } = await makeBackupFile();
    const whole = readFileSync(path);
    const { calls } = makeIdentityVault();
    const restore = (file: string) =>
      calls.restoreIdentity({ path: file, backupPassphrase: WORDS, ...noKeychain, replace: false });
    await expect(restore(someFile('hello'))).rejects.toEqual(failsWith('not-a-backup'));
    await expect(restore(someFile(whole.subarray(0, whole.length - 1)))).rejects.toEqual(
      failsWith('backup-damaged'),
    );
    const altered = Buffer.from(whole);
    altered[whole.length - 20] = (altered[whole.length - 20] ?? 0) ^ 1;
    await expect(restore(someFile(altered))).rejects.toEqual(failsWith('backup-damaged'));
    const other = new Encrypter();
    other.setScryptWorkFactor(2);
    other.setPassphrase(WORDS);
    await expect(restore(someFile(await other.encrypt('no keys')))).rejects.toEqual(
      failsWith('not-a-backup'),
    );
    const locked = new Encrypter();
    locked.addRecipient('age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p');
    await expect(restore(someFile(await locked.encrypt('x')))).rejects.toEqual(failsWith('not-a-backup'));
    await expect(restore('/nowhere/at/all')).rejects.toEqual(failsWith('file-missing'));
    expect(await calls.describeIdentity(null)).toMatchObject({ state: 'none' });
    writeFileSync(path, whole);
    await expect(restore(path)).resolves.toBeDefined();
  });
});
