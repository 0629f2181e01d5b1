import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Disk, realDisk } from '#main/vault/files/disk.ts';
import { createIdentityVault, type IdentityParts } from '#main/vault/identity/identity-vault.ts';
import { CHEAP, freshFolder } from '../vault/support.ts';

export { PASSPHRASE } from '../vault/support.ts';

/** An identity vault over a fresh folder, or over `folder`. */
export function makeIdentityVault(
  options: { readonly folder?: string; readonly disk?: Disk } = {},
): IdentityParts & { readonly folder: string; readonly file: string } {
  const { folder = join(freshFolder(), 'identity'), disk = realDisk } = options;
  const parts = createIdentityVault({ disk, folder, cost: CHEAP, workFactor: 2 });
  onTestFinished(() => parts.lock());
  return { ...parts, folder, file: join(folder, 'identity.json') };
}

/** A vault with an unlocked identity under a passphrase. */
export async function makeIdentity(alias = 'Ana', options: Parameters<typeof makeIdentityVault>[0] = {}) {
  const made = makeIdentityVault(options);
  const passphrase = 'correct horse battery';
  const self = await made.calls.createIdentity({ alias, passphrase, keychain: null });
  return { ...made, self };
}
