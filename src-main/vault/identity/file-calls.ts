import { cardBytes, cardText, MOST_CARD_BYTES, readCard } from '#core/sharing/card.ts';
import type { Self } from '#core/sharing/colleague.ts';
import type { NewColleague } from '#core/sharing/colleagues.ts';
import type { Disk } from '../files/disk.ts';
import { writeWhole } from '../files/write-whole.ts';
import { VaultError } from '../vault-error.ts';
import { makeBackup, MOST_BACKUP_BYTES, openBackup } from './backup.ts';
import type { Holder, IdentityProtection } from './holder.ts';
import { selfOf } from './identity-file.ts';
import { signWith } from './key-pair.ts';
import { readSmallFile } from './small-file.ts';

type OfFile = { readonly path: string };

/** Cards and backups, as files that the person chose. */
export type FileCalls = {
  backupIdentity(input: OfFile & { readonly passphrase: string }): Promise<null>;
  /** `replace`: an identity that is here goes. */
  restoreIdentity(
    input: OfFile & IdentityProtection & { readonly backupPassphrase: string; readonly replace: boolean },
  ): Promise<Self>;
  exportCard(input: OfFile): Promise<null>;
  readCard(input: OfFile): Promise<NewColleague>;
};

/** `workFactor`: log2 of scrypt's rounds in a backup. */
export function fileCalls(holder: Holder, disk: Disk, workFactor?: number): FileCalls {
  return {
    async backupIdentity({ path, passphrase }) {
      await writeWhole(disk, path, await makeBackup(holder.require(), passphrase, workFactor));
      return null;
    },
    async restoreIdentity({ path, backupPassphrase, replace, ...protection }) {
      const open = async () =>
        openBackup(await readSmallFile(disk, path, MOST_BACKUP_BYTES), backupPassphrase);
      return selfOf(await holder.found(open, protection, replace));
    },
    async exportCard({ path }) {
      const opened = holder.require();
      const { alias, ...keys } = selfOf(opened);
      const card = { name: alias, ...keys };
      const text = cardText(card, signWith(opened.pair, cardBytes(card)));
      await writeWhole(disk, path, Buffer.from(text));
      return null;
    },
    async readCard({ path }) {
      const bytes = await readSmallFile(disk, path, MOST_CARD_BYTES);
      const read = readCard(new TextDecoder().decode(bytes));
      if (!read.ok) throw new VaultError(read.fault, 'The card is not taken');
      return read.card;
    },
  };
}
