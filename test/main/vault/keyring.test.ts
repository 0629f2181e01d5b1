import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '#main/vault/files/disk.ts';
import {
  CASE,
  diskWith,
  makeCase,
  makeVault,
  namesIn,
  OTHER_CASE,
  PASSPHRASE,
  systemError,
} from './support.ts';

const failsWith = (code: string) => expect.objectContaining({ name: 'VaultError', code });

/** A keychain secret as the main process makes it. */
const keychain = () => ({
  secret: new Uint8Array(32).fill(7),
  sealed: Buffer.from('sealed by the OS').toString('base64'),
});

const keyringOf = (folder: string, caseId = CASE): string => join(folder, caseId, 'keyring.json');

/** Changes the keyring as someone would who also knows how its checksum is made. */
async function forge(path: string, change: (keyring: Record<string, unknown>) => void): Promise<void> {
  const { keyring } = JSON.parse(readFileSync(path, 'utf8'));
  change(keyring);
  const { createHash } = await import('node:crypto');
  const check = createHash('sha256').update(JSON.stringify(keyring)).digest('hex');
  writeFileSync(path, JSON.stringify({ check, keyring }));
}

describe('a new case', () => {
  it('gets a random key that its passphrase gives back', async () => {
    const { vault, folder, key } = await makeCase();
    expect(key).toHaveLength(32);
    const second = makeVault({ folder });
    const opened = await second.vault.unlock({ caseId: CASE, passphrase: PASSPHRASE });
    expect(opened.key).toEqual(key);
    const other = await vault.create({ caseId: OTHER_CASE, passphrase: PASSPHRASE, keychain: null });
    expect(other.key).not.toEqual(key);
  });

  it('is refused without passphrase and keychain, and leaves nothing', async () => {
    const { vault, folder } = makeVault();
    const made = vault.create({ caseId: CASE, passphrase: null, keychain: null });
    await expect(made).rejects.toEqual(failsWith('no-protection'));
    expect(namesIn(folder)).toEqual([]);
  });

  it('is refused where there is one already', async () => {
    const { vault, folder } = await makeCase();
    const before = readFileSync(keyringOf(folder));
    const again = vault.create({ caseId: CASE, passphrase: 'another', keychain: null });
    await expect(again).rejects.toEqual(failsWith('case-exists'));
    expect(readFileSync(keyringOf(folder))).toEqual(before);
  });

  it('keeps neither the key nor the passphrase in the file', async () => {
    const { folder, key } = await makeCase();
    const text = readFileSync(keyringOf(folder), 'utf8');
    expect(text).not.toContain(Buffer.from(key).toString('base64'));
    expect(text).not.toContain(Buffer.from(key).toString('hex'));
    expect(text).not.toContain(PASSPHRASE);
  });

  it('opens by the OS keychain where that was chosen, alone or beside a passphrase', async () => {
    const { vault, folder } = makeVault();
    const { key } = await vault.create({ caseId: CASE, passphrase: null, keychain: keychain() });
    const again = makeVault({ folder }).vault;
    expect(await again.describe({ caseId: CASE })).toEqual({
      passphrase: false,
      keychain: true,
      sealedSecret: keychain().sealed,
    });
    expect((await again.unlock({ caseId: CASE, secret: keychain().secret })).key).toEqual(key);
    const both = await vault.create({ caseId: OTHER_CASE, passphrase: 'p', keychain: keychain() });
    expect((await again.unlock({ caseId: OTHER_CASE, passphrase: 'p' })).key).toEqual(both.key);
    expect((await again.unlock({ caseId: OTHER_CASE, secret: keychain().secret })).key).toEqual(both.key);
  });
});

describe('unlocking', () => {
  it('says so when the passphrase is wrong', async () => {
    const { vault } = await makeCase();
    const opened = vault.unlock({ caseId: CASE, passphrase: 'Correct horse battery' });
    await expect(opened).rejects.toEqual(failsWith('wrong-passphrase'));
  });

  it('takes the same letters in another Unicode form', async () => {
    const { vault } = makeVault();
    const { key } = await vault.create({ caseId: CASE, passphrase: 'caf\u00e9', keychain: null });
    expect((await vault.unlock({ caseId: CASE, passphrase: 'cafe\u0301' })).key).toEqual(key);
  });

  it('is offered for every case that has a keyring, and for nothing else in the folder', async () => {
    const { vault, folder } = await makeCase();
    mkdirSync(join(folder, OTHER_CASE));
    mkdirSync(join(folder, 'lost+found'));
    expect(await vault.listCases(null)).toEqual({ caseIds: [CASE] });
    expect(await makeVault({ folder: join(folder, 'none') }).vault.listCases(null)).toEqual({ caseIds: [] });
  });

  it('is swept away when its making was cut short, and never once it was finished', async () => {
    const { vault, folder } = await makeCase();
    const { vault: restarted } = makeVault({ folder });
    expect(await vault.sweepUnfinished(null)).toEqual({ caseIds: [] });
    expect(await restarted.sweepUnfinished(null)).toEqual({ caseIds: [CASE] });
    expect(namesIn(folder)).toEqual([]);
    await vault.lock(null);
    await vault.create({ caseId: OTHER_CASE, passphrase: PASSPHRASE, keychain: null });
    await vault.finish({ caseId: OTHER_CASE });
    expect(await makeVault({ folder }).vault.sweepUnfinished(null)).toEqual({ caseIds: [] });
    expect(await restarted.listCases(null)).toEqual({ caseIds: [OTHER_CASE] });
  });

  it('of a second case ends by itself, and leaves the first unlocked', async () => {
    const { vault } = await makeCase();
    await vault.create({ caseId: OTHER_CASE, passphrase: 'another', keychain: null });
    await vault.letGo({ caseId: OTHER_CASE });
    const sweep = (caseId: string) => vault.sweep({ caseId, keep: [] });
    await expect(sweep(OTHER_CASE)).rejects.toEqual(failsWith('locked'));
    expect(await sweep(CASE)).toEqual({ removed: 0 });
  });

  it('says so when the keyring is missing', async () => {
    const { vault, folder } = await makeCase();
    rmSync(keyringOf(folder));
    await expect(vault.unlock({ caseId: CASE, passphrase: PASSPHRASE })).rejects.toEqual(
      failsWith('no-such-case'),
    );
    await expect(vault.describe({ caseId: CASE })).rejects.toEqual(failsWith('no-such-case'));
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -40)],
    ['empty', () => ''],
    ['no JSON', () => 'PK\u0003\u0004'],
    ['another JSON', () => '[1,2,3]'],
    [
      'one letter off',
      (text: string) =>
        text.replace(/"wrapped": "./, (found) => `${found.slice(0, -1)}${found.endsWith('A') ? 'B' : 'A'}`),
    ],
  ])('calls a keyring damaged that is %s, not the passphrase wrong', async (_how, damage) => {
    const { vault, folder } = await makeCase();
    const text = readFileSync(keyringOf(folder), 'utf8');
    expect(damage(text)).not.toBe(text);
    writeFileSync(keyringOf(folder), damage(text));
    await expect(vault.unlock({ caseId: CASE, passphrase: PASSPHRASE })).rejects.toEqual(
      failsWith('keyring-damaged'),
    );
  });

  it('refuses a keyring moved from another case, also when its case id was rewritten', async () => {
    const { vault, folder } = await makeCase();
    await vault.create({ caseId: OTHER_CASE, passphrase: PASSPHRASE, keychain: null });
    writeFileSync(keyringOf(folder), readFileSync(keyringOf(folder, OTHER_CASE)));
    await expect(vault.unlock({ caseId: CASE, passphrase: PASSPHRASE })).rejects.toEqual(
      failsWith('keyring-damaged'),
    );
    await forge(keyringOf(folder), (keyring) => {
      keyring['caseId'] = CASE;
    });
    await expect(vault.unlock({ caseId: CASE, passphrase: PASSPHRASE })).rejects.toEqual(
      failsWith('wrong-passphrase'),
    );
  });

  it('refuses costs that would exhaust the laptop, and versions it does not know', async () => {
    const { vault, folder } = await makeCase();
    await forge(keyringOf(folder), (keyring) => {
      Object.assign(keyring['passphrase'] ?? {}, { memlimit: 64 * 2 ** 30 });
    });
    await expect(vault.unlock({ caseId: CASE, passphrase: PASSPHRASE })).rejects.toEqual(
      failsWith('keyring-damaged'),
    );
    await forge(keyringOf(folder), (keyring) => {
      keyring['version'] = 2;
    });
    await expect(vault.describe({ caseId: CASE })).rejects.toEqual(failsWith('keyring-damaged'));
  });

  it('by keychain is refused where the keychain holds no key of the case', async () => {
    const { vault } = await makeCase();
    const opened = vault.unlock({ caseId: CASE, secret: new Uint8Array(32) });
    await expect(opened).rejects.toEqual(failsWith('keychain-unavailable'));
  });

  it('is undone by a lock that comes while the key is being worked out', async () => {
    const { vault } = await makeCase();
    const opened = vault.unlock({ caseId: CASE, passphrase: PASSPHRASE });
    await vault.lock(null);
    await expect(opened).rejects.toEqual(failsWith('not-allowed'));
    await expect(vault.sweep({ caseId: CASE, keep: [] })).rejects.toEqual(failsWith('locked'));
  });
});

describe('writing the keyring', () => {
  it.each([
    [
      'a crash before the new file is in place',
      { rename: () => Promise.reject(systemError('EIO')) },
      'write-failed',
    ],
    ['a full disk', { rename: () => Promise.reject(systemError('ENOSPC')) }, 'disk-full'],
  ])('leaves no half keyring after %s', async (_what, changes, code) => {
    const { vault, folder } = makeVault({ disk: diskWith(changes) });
    const made = vault.create({ caseId: CASE, passphrase: PASSPHRASE, keychain: null });
    await expect(made).rejects.toEqual(failsWith(code));
    expect(namesIn(join(folder, CASE))).toEqual([]);
    const retried = makeVault({ folder }).vault;
    await expect(
      retried.create({ caseId: CASE, passphrase: PASSPHRASE, keychain: null }),
    ).resolves.toBeDefined();
  });

  it('syncs the file before it is renamed, and the folder after', async () => {
    const steps: string[] = [];
    const disk = diskWith({
      async open(path, flags, mode) {
        const file = await realDisk.open(path, flags, mode);
        const sync = file.sync.bind(file);
        file.sync = async () => {
          steps.push(flags === 'r' ? 'sync folder' : 'sync file');
          await sync();
        };
        return file;
      },
      rename(from, to) {
        steps.push('rename');
        return realDisk.rename(from, to);
      },
    });
    await makeCase({ disk });
    expect(steps.slice(-3)).toEqual(['sync file', 'rename', 'sync folder']);
  });
});

describe('destroying a case', () => {
  it('overwrites the keyring, then removes all that is the case', async () => {
    const overwritten: string[] = [];
    const disk = diskWith({
      rm(path, options) {
        if (String(path).endsWith('keyring.json')) overwritten.push(readFileSync(String(path), 'latin1'));
        return realDisk.rm(path, options);
      },
    });
    const { vault, folder } = await makeCase({ disk });
    await vault.create({ caseId: OTHER_CASE, passphrase: PASSPHRASE, keychain: null });
    await vault.destroy({ caseId: CASE });
    expect(namesIn(folder)).toEqual([OTHER_CASE]);
    expect(overwritten).toHaveLength(1);
    expect(overwritten[0]).not.toContain('wrapped');
    await expect(vault.sweep({ caseId: CASE, keep: [] })).rejects.toEqual(failsWith('locked'));
    await expect(vault.destroy({ caseId: CASE })).rejects.toEqual(failsWith('no-such-case'));
  });
});
