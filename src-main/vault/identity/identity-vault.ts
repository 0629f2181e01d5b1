import type { Self } from '#core/sharing/colleague.ts';
import { cleanName } from '#core/sharing/names.ts';
import { type PrintedHead, signedHeads } from '#core/sharing/signed-heads.ts';
import { vouchedBytes } from '#core/sharing/vouch.ts';
import type { Disk } from '../files/disk.ts';
import type { Cost } from '../keys/passphrase-key.ts';
import { VaultError } from '../vault-error.ts';
import { type ColleagueCalls, colleagueCalls } from './colleague-calls.ts';
import { type FileCalls, fileCalls } from './file-calls.ts';
import { createHolder, type Holder, type IdentityProtection } from './holder.ts';
import { selfOf } from './identity-file.ts';
import { ageKeyOf, newPair, signWith } from './key-pair.ts';

/** Whether there is an identity, and how it is protected; `sealedSecret` is for the OS keychain to open. */
export type IdentityState = {
  readonly state: 'none' | 'locked' | 'open';
  readonly passphrase: boolean;
  readonly keychain: boolean;
  readonly sealedSecret: string | null;
  readonly self: Self | null;
};

type OwnCalls = {
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
  /** Signs the integrity page of a report (core/sharing/signed-heads.ts). */
  signReport(input: {
    readonly asOf: string;
    readonly heads: readonly PrintedHead[];
  }): Promise<{ publicKey: string; value: string }>;
};

/** The person's identity and colleagues. No call answers with a secret key. */
export type IdentityVault = OwnCalls & FileCalls & ColleagueCalls;

/** The identity as the other parts of the vault use it. */
export type IdentityParts = {
  readonly calls: IdentityVault;
  /** Signs with the person's key; null while it is locked. */
  sign(bytes: Uint8Array): Promise<{ publicKey: string; value: string } | null>;
  /** The person's age key (`AGE-SECRET-KEY-1…`). Throws a VaultError `identity-locked`. */
  identities(): string[];
  lock(): void;
};

function nameFrom(text: string): string {
  const name = cleanName(text);
  if (name === null) throw new VaultError('name-empty', 'A name is needed');
  return name;
}

const ownCalls = (holder: Holder): OwnCalls => ({
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
    const { pair } = holder.require();
    return { signingKey: pair.signingKey, vouch: signWith(pair, vouchedBytes(caseId, actor)) };
  },
  async signReport({ asOf, heads }) {
    const { pair } = holder.require();
    return { publicKey: pair.signingKey, value: signWith(pair, signedHeads(asOf, heads)) };
  },
});

/** `workFactor`: log2 of scrypt's rounds in a backup; tests make it cheap. */
export function createIdentityVault(options: {
  readonly disk: Disk;
  /** `<userData>/identity`. */
  readonly folder: string;
  readonly cost: Cost;
  readonly workFactor?: number;
}): IdentityParts {
  const holder = createHolder(options);
  return {
    calls: {
      ...ownCalls(holder),
      ...fileCalls(holder, options.disk, options.workFactor),
      ...colleagueCalls(holder),
    },
    async sign(bytes) {
      const opened = holder.opened();
      return opened && { publicKey: opened.pair.signingKey, value: signWith(opened.pair, bytes) };
    },
    identities: () => [ageKeyOf(holder.require().pair)],
    lock: holder.lock,
  };
}
