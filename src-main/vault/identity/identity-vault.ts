import { cardBytes, cardText, MOST_CARD_BYTES, readCard } from '#core/sharing/card.ts';
import type { Colleague, Self } from '#core/sharing/colleague.ts';
import { addColleague, type NewColleague, renameColleague } from '#core/sharing/colleagues.ts';
import { cleanName } from '#core/sharing/names.ts';
import { vouchedBytes } from '#core/sharing/vouch.ts';
import type { Disk } from '../files/disk.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Cost } from '../keys/passphrase-key.ts';
import { VaultError } from '../vault-error.ts';
import { makeBackup, MOST_BACKUP_BYTES, openBackup } from './backup.ts';
import { createHolder, identityLocked, type IdentityProtection } from './holder.ts';
import type { Opened } from './identity-file.ts';
import { ageKeyOf, newPair, signWith } from './key-pair.ts';
import { readSmallFile } from './small-file.ts';

type Colleagues = { readonly colleagues: readonly Colleague[] };

/** Whether there is an identity, and how it is protected; `sealedSecret` is for the OS keychain to open. */
export type IdentityState = {
  readonly state: 'none' | 'locked' | 'open';
  readonly passphrase: boolean;
  readonly keychain: boolean;
  readonly sealedSecret: string | null;
  readonly self: Self | null;
};

/** The person's identity and colleagues. No call answers with a secret key. */
export type IdentityVault = {
  describeIdentity(input: null): Promise<IdentityState>;
  createIdentity(input: IdentityProtection & { readonly alias: string }): Promise<Self>;
  unlockIdentity(input: { readonly passphrase: string } | { readonly secret: Uint8Array }): Promise<Self>;
  changeAlias(input: { readonly alias: string }): Promise<Self>;
  destroyIdentity(input: null): Promise<null>;
  /** The person's word that an actor of a case is them (core/sharing/vouch.ts). */
  vouch(input: {
    readonly caseId: string;
    readonly actor: string;
  }): Promise<{ signingKey: string; vouch: string }>;
  backupIdentity(input: { readonly path: string; readonly passphrase: string }): Promise<null>;
  /** `replace`: an identity that is here goes. */
  restoreIdentity(
    input: IdentityProtection & {
      readonly path: string;
      readonly backupPassphrase: string;
      readonly replace: boolean;
    },
  ): Promise<Self>;
  exportCard(input: { readonly path: string }): Promise<null>;
  readCard(input: { readonly path: string }): Promise<NewColleague>;
  listColleagues(input: null): Promise<Colleagues>;
  addColleague(input: NewColleague): Promise<Colleagues>;
  renameColleague(input: { readonly recipient: string; readonly name: string }): Promise<Colleagues>;
  removeColleague(input: { readonly recipient: string }): Promise<Colleagues>;
};

/** The identity as the other parts of the vault use it. */
export type IdentityParts = {
  readonly calls: IdentityVault;
  /** Signs with the person's key; null while it is locked. */
  sign(bytes: Uint8Array): Promise<{ publicKey: string; value: string } | null>;
  /** The person's age key (`AGE-SECRET-KEY-1…`). Throws a VaultError `identity-locked`. */
  identities(): string[];
  lock(): void;
};

const selfOf = ({ pair, details }: Opened): Self => ({
  alias: details.alias,
  recipient: pair.recipient,
  signingKey: pair.signingKey,
});

const colleaguesOf = ({ details }: Opened): Colleagues => ({ colleagues: details.colleagues });

function nameFrom(text: string): string {
  const name = cleanName(text);
  if (name === null) throw new VaultError('name-empty', 'A name is needed');
  return name;
}

type Outcome = ReturnType<typeof addColleague>;
function taken(outcome: Outcome): readonly Colleague[] {
  if (!outcome.ok) throw new VaultError(outcome.fault, 'The colleague is not taken');
  return outcome.colleagues;
}

/** `workFactor`: log2 of scrypt's rounds in a backup; tests make it cheap. */
export function createIdentityVault(options: {
  readonly disk: Disk;
  /** `<userData>/identity`. */
  readonly folder: string;
  readonly cost: Cost;
  readonly workFactor?: number;
}): IdentityParts {
  const { disk, workFactor } = options;
  const holder = createHolder(options);

  const requireOpened = (): Opened => {
    const opened = holder.opened();
    if (!opened) throw identityLocked();
    return opened;
  };

  const ofSelf: Omit<IdentityVault, keyof typeof ofFiles | keyof typeof ofColleagues> = {
    async describeIdentity() {
      const file = await holder.file();
      const opened = holder.opened();
      const { passphrase = null, keychain = null } = file?.keyring ?? {};
      return {
        state: opened ? 'open' : file ? 'locked' : 'none',
        passphrase: passphrase !== null,
        keychain: keychain !== null,
        sealedSecret: keychain?.sealed ?? null,
        self: opened && selfOf(opened),
      };
    },
    async createIdentity({ alias, ...protection }) {
      const details = { alias: nameFrom(alias), colleagues: [] };
      return selfOf(await holder.found(async () => ({ pair: newPair(), details }), protection, false));
    },
    unlockIdentity: async (input) => selfOf(await holder.unlock(input)),
    async changeAlias({ alias }) {
      const name = nameFrom(alias);
      return selfOf(await holder.change((details) => ({ ...details, alias: name })));
    },
    async destroyIdentity() {
      await holder.destroy();
      return null;
    },
    async vouch({ caseId, actor }) {
      const { pair } = requireOpened();
      return { signingKey: pair.signingKey, vouch: signWith(pair, vouchedBytes(caseId, actor)) };
    },
  };

  const ofFiles = {
    async backupIdentity({ path, passphrase }: { readonly path: string; readonly passphrase: string }) {
      await writeWhole(disk, path, await makeBackup(requireOpened(), passphrase, workFactor));
      return null;
    },
    async restoreIdentity(input: Parameters<IdentityVault['restoreIdentity']>[0]) {
      const { path, backupPassphrase, replace, ...protection } = input;
      const open = async () =>
        openBackup(await readSmallFile(disk, path, MOST_BACKUP_BYTES), backupPassphrase);
      return selfOf(await holder.found(open, protection, replace));
    },
    async exportCard({ path }: { readonly path: string }) {
      const opened = requireOpened();
      const { alias, ...keys } = selfOf(opened);
      const card = { name: alias, ...keys };
      const text = cardText(card, signWith(opened.pair, cardBytes(card)));
      await writeWhole(disk, path, Buffer.from(text));
      return null;
    },
    async readCard({ path }: { readonly path: string }) {
      const bytes = await readSmallFile(disk, path, MOST_CARD_BYTES);
      const read = readCard(new TextDecoder().decode(bytes));
      if (!read.ok) throw new VaultError(read.fault, 'The card is not taken');
      return read.card;
    },
  };

  const ofColleagues = {
    listColleagues: async () => colleaguesOf(requireOpened()),
    addColleague: async (asked: NewColleague) =>
      colleaguesOf(
        await holder.change(({ alias, colleagues }, own) => ({
          alias,
          colleagues: taken(addColleague(colleagues, asked, own, new Date().toISOString())),
        })),
      ),
    renameColleague: async ({ recipient, name }: { readonly recipient: string; readonly name: string }) =>
      colleaguesOf(
        await holder.change(({ alias, colleagues }) => ({
          alias,
          colleagues: taken(renameColleague(colleagues, recipient, name)),
        })),
      ),
    removeColleague: async ({ recipient }: { readonly recipient: string }) =>
      colleaguesOf(
        await holder.change(({ alias, colleagues }) => ({
          alias,
          colleagues: colleagues.filter((one) => one.recipient !== recipient),
        })),
      ),
  };

  return {
    calls: { ...ofSelf, ...ofFiles, ...ofColleagues },
    async sign(bytes) {
      const opened = holder.opened();
      return opened && { publicKey: opened.pair.signingKey, value: signWith(opened.pair, bytes) };
    },
    identities: () => [ageKeyOf(requireOpened().pair)],
    lock: holder.lock,
  };
}
