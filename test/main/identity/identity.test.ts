import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { verifySignature } from '#core/sharing/signature.ts';
import { reportSignatureHolds } from '#core/sharing/signed-heads.ts';
import { vouchHolds } from '#core/sharing/vouch.ts';
import { CASE, diskOf, freshFolder, makeVault, namesIn, OTHER_CASE } from '../vault/support.ts';
import { makeIdentity, makeIdentityVault, PASSPHRASE } from './support.ts';

const failsWith = (code: string) => expect.objectContaining({ name: 'VaultError', code });
const keychain = () => ({ secret: new Uint8Array(32).fill(7), sealed: 'c2VhbGVk' });
const bytes = (text: string) => new TextEncoder().encode(text);

describe('an identity', () => {
  it('is none at first, then unlocked, then locked until the passphrase opens it', async () => {
    const { calls, lock } = makeIdentityVault();
    expect(await calls.describeIdentity(null)).toMatchObject({ state: 'none', self: null });
    const self = await calls.createIdentity({ alias: ' Ana  Berg ', passphrase: PASSPHRASE, keychain: null });
    expect(self.alias).toBe('Ana Berg');
    expect(await calls.describeIdentity(null)).toMatchObject({
      state: 'open',
      passphrase: true,
      keychain: false,
      self,
    });
    lock();
    expect(await calls.describeIdentity(null)).toMatchObject({ state: 'locked', self: null });
    await expect(calls.unlockIdentity({ passphrase: 'another' })).rejects.toEqual(
      failsWith('wrong-passphrase'),
    );
    expect(await calls.unlockIdentity({ passphrase: PASSPHRASE })).toEqual(self);
  });

  it('has an age key as age itself works it out, and keeps it over a restart', async () => {
    const { self, identities, folder } = await makeIdentity();
    const [key = ''] = identities();
    expect(key).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);
    expect(await identityToRecipient(key)).toBe(self.recipient);
    const again = makeIdentityVault({ folder });
    expect(await again.calls.unlockIdentity({ passphrase: PASSPHRASE })).toEqual(self);
    expect(again.identities()).toEqual([key]);
  });

  it('signs with its Ed25519 key; another message or key does not hold', async () => {
    const { self, sign } = await makeIdentity();
    const other = await makeIdentity('Basil');
    const signed = await sign(bytes('heads'));
    if (!signed) throw new Error('It did not sign.');
    expect(signed.publicKey).toBe(self.signingKey);
    expect(verifySignature(self.signingKey, bytes('heads'), signed.value)).toBe(true);
    expect(verifySignature(self.signingKey, bytes('heaps'), signed.value)).toBe(false);
    expect(verifySignature(other.self.signingKey, bytes('heads'), signed.value)).toBe(false);
    expect(verifySignature('no key', bytes('heads'), signed.value)).toBe(false);
  });

  it('vouches for an actor in one case alone', async () => {
    const { calls } = await makeIdentity();
    const vouched = await calls.vouch({ caseId: CASE, actor: OTHER_CASE });
    expect(vouchHolds(CASE, OTHER_CASE, vouched)).toBe(true);
    expect(vouchHolds(CASE, CASE, vouched)).toBe(false);
    expect(vouchHolds(OTHER_CASE, OTHER_CASE, vouched)).toBe(false);
    expect(vouchHolds(CASE, OTHER_CASE, { signingKey: null, vouch: null })).toBe(false);
  });

  it('signs the integrity page of a report, and nothing else by the same call', async () => {
    const { calls, self } = await makeIdentity();
    const heads = [
      { entries: 12, hash: 'b'.repeat(64) },
      { entries: 7, hash: 'a'.repeat(64) },
    ];
    const signed = await calls.signReport({ asOf: '2026-11-23', heads });
    expect(signed.publicKey).toBe(self.signingKey);
    expect(reportSignatureHolds('2026-11-23', [...heads].reverse(), signed)).toBe(true);
    expect(reportSignatureHolds('2026-11-24', heads, signed)).toBe(false);
    expect(reportSignatureHolds('2026-11-23', heads.slice(1), signed)).toBe(false);
    expect(vouchHolds(CASE, CASE, { signingKey: self.signingKey, vouch: signed.value })).toBe(false);
  });

  it('signs nothing, opens nothing and shows nobody while it is locked', async () => {
    const { calls, sign, identities, lock } = await makeIdentity();
    lock();
    expect(await sign(bytes('heads'))).toBeNull();
    expect(identities).toThrow(failsWith('identity-locked'));
    const asked = [
      calls.vouch({ caseId: CASE, actor: CASE }),
      calls.signReport({ asOf: '2026-11-23', heads: [] }),
      calls.listColleagues(null),
      calls.changeAlias({ alias: 'Eva' }),
      calls.exportCard({ path: '/nowhere' }),
      calls.backupIdentity({ path: '/nowhere', passphrase: 'p' }),
    ];
    for (const call of asked) await expect(call).rejects.toEqual(failsWith('identity-locked'));
  });

  it('stays locked when everything is locked while it is being unlocked', async () => {
    const { calls, lock, sign } = await makeIdentity();
    lock();
    const unlocking = calls.unlockIdentity({ passphrase: PASSPHRASE });
    lock();
    await expect(unlocking).rejects.toEqual(failsWith('not-allowed'));
    expect(await sign(bytes('heads'))).toBeNull();
  });

  it('opens by the OS keychain where that was chosen', async () => {
    const { calls, lock } = makeIdentityVault();
    const self = await calls.createIdentity({ alias: 'Ana', passphrase: null, keychain: keychain() });
    lock();
    expect(await calls.describeIdentity(null)).toMatchObject({ keychain: true, sealedSecret: 'c2VhbGVk' });
    expect(await calls.unlockIdentity({ secret: keychain().secret })).toEqual(self);
  });

  it('is not made without protection or name, nor over one that is there', async () => {
    const { calls, folder } = makeIdentityVault();
    const none = calls.createIdentity({ alias: 'Ana', passphrase: null, keychain: null });
    await expect(none).rejects.toEqual(failsWith('no-protection'));
    const nameless = calls.createIdentity({ alias: ' \u202e ', passphrase: PASSPHRASE, keychain: null });
    await expect(nameless).rejects.toEqual(failsWith('name-empty'));
    expect(namesIn(folder)).toEqual([]);
    const self = await calls.createIdentity({ alias: 'Ana', passphrase: PASSPHRASE, keychain: null });
    const second = calls.createIdentity({ alias: 'Eva', passphrase: PASSPHRASE, keychain: null });
    await expect(second).rejects.toEqual(failsWith('identity-exists'));
    expect((await calls.describeIdentity(null)).self).toEqual(self);
  });

  it('changes its alias and keeps its keys', async () => {
    const { calls, self, lock } = await makeIdentity();
    expect(await calls.changeAlias({ alias: 'Ana B.' })).toEqual({ ...self, alias: 'Ana B.' });
    lock();
    expect(await calls.unlockIdentity({ passphrase: PASSPHRASE })).toEqual({ ...self, alias: 'Ana B.' });
  });

  it('is as it was when the disk is full', async () => {
    const { folder, self } = await makeIdentity();
    const { calls } = makeIdentityVault({ folder, disk: diskOf(10) });
    await calls.unlockIdentity({ passphrase: PASSPHRASE });
    await expect(calls.changeAlias({ alias: 'Eva' })).rejects.toEqual(failsWith('disk-full'));
    expect((await calls.describeIdentity(null)).self).toEqual(self);
    expect(namesIn(folder)).toEqual(['identity.json']);
  });

  it('is gone after it was destroyed', async () => {
    const { calls, folder } = await makeIdentity();
    await calls.destroyIdentity(null);
    expect(namesIn(folder)).toEqual([]);
    expect(await calls.describeIdentity(null)).toMatchObject({ state: 'none', self: null });
    await expect(calls.unlockIdentity({ passphrase: PASSPHRASE })).rejects.toEqual(failsWith('no-identity'));
  });

  it('is said to be damaged when its file was altered, and can be started afresh', async () => {
    const { calls, file, lock } = await makeIdentity();
    lock();
    const whole = readFileSync(file, 'utf8');
    const value = JSON.parse(whole);
    const altered = [
      '{',
      '[]',
      JSON.stringify({ ...value, version: 2 }),
      JSON.stringify({ ...value, sealed: null }),
      JSON.stringify({ ...value, keyring: { check: '', keyring: null } }),
    ];
    for (const text of altered) {
      writeFileSync(file, text);
      await expect(calls.describeIdentity(null)).rejects.toEqual(failsWith('identity-damaged'));
    }
    const box = Buffer.from(value.sealed.box, 'base64');
    box[100] = (box[100] ?? 0) ^ 1;
    writeFileSync(
      file,
      JSON.stringify({ ...value, sealed: { ...value.sealed, box: box.toString('base64') } }),
    );
    await expect(calls.unlockIdentity({ passphrase: PASSPHRASE })).rejects.toEqual(
      failsWith('identity-damaged'),
    );
    await calls.destroyIdentity(null);
    expect(await calls.describeIdentity(null)).toMatchObject({ state: 'none' });
  });

  it('is locked with the cases', async () => {
    const { vault } = makeVault({ folder: join(freshFolder(), 'cases') });
    await vault.createIdentity({ alias: 'Ana', passphrase: PASSPHRASE, keychain: null });
    await vault.lock(null);
    expect(await vault.describeIdentity(null)).toMatchObject({ state: 'locked' });
    const own = vault.openFile({ jobId: CASE, path: '/nowhere', secret: null });
    await expect(own).rejects.toEqual(failsWith('identity-locked'));
  });
});

describe('on the disk', () => {
  it('nothing of the person and of their colleagues stands in clear', async () => {
    const { calls, identities, self, file } = await makeIdentity('Ana Zanzibar');
    const { self: basil } = await makeIdentity('Basil');
    const { colleagues } = await calls.addColleague({ ...basil, name: 'Basil Quetzalcoatl' });
    const seed = identities()[0] ?? '';
    const text = readFileSync(file, 'utf8');
    const words = [
      'Zanzibar',
      'Quetzalcoatl',
      basil.recipient,
      basil.signingKey,
      self.recipient,
      self.signingKey,
      colleagues[0]?.added ?? '',
      seed,
      PASSPHRASE,
    ];
    const forms = words.flatMap((word) => [
      word,
      Buffer.from(word).toString('base64').replace(/=+$/, '').slice(0, -1),
      Buffer.from(word).toString('hex'),
    ]);
    expect(forms.filter((form) => form === '' || text.includes(form))).toEqual([]);
  });

  it('the length of the file does not tell how many colleagues there are', async () => {
    const { calls, file } = await makeIdentity();
    const alone = readFileSync(file).length;
    for (const name of ['B', 'C', 'D', 'E', 'F']) {
      const { self } = await makeIdentity(name);
      await calls.addColleague({ ...self, name });
    }
    expect(readFileSync(file).length).toBe(alone);
  });
});
