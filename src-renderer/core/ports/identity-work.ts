import type { NewColleague } from '../sharing/colleagues.ts';
import type { Done } from './workbench.ts';

/** By a passphrase, by the OS keychain, or by each. */
export type IdentityProtection = {
  /** Null: the OS keychain alone. */
  readonly passphrase: string | null;
  readonly keychain: boolean;
};

/** `path` null: the person changed their mind. */
type Chosen = Promise<Done<{ readonly path: string | null }>>;

/** What screens may ask of the person's identity and colleagues. Outcomes show in `state/identity-store`. */
export type IdentityWork = {
  /** Reads how things stand; an identity the OS keychain opens is unlocked at once. */
  showIdentity(): Promise<Done>;
  createIdentity(input: IdentityProtection & { readonly alias: string }): Promise<Done>;
  /** `passphrase` null: by the OS keychain. */
  unlockIdentity(passphrase: string | null): Promise<Done>;
  changeAlias(alias: string): Promise<Done>;
  /** Destroys the keys and the list of colleagues. */
  destroyIdentity(): Promise<Done>;
  backupIdentity(passphrase: string): Chosen;
  pickIdentityBackup(): Chosen;
  /** `replace`: an identity that is here goes. */
  restoreIdentity(
    input: IdentityProtection & {
      readonly path: string;
      readonly backupPassphrase: string;
      readonly replace: boolean;
    },
  ): Promise<Done>;
  saveCard(): Chosen;
  /** Lets the person choose a colleague's card; null when they changed their mind. Nothing is added. */
  openCard(): Promise<Done<NewColleague | null>>;
  addColleague(colleague: NewColleague): Promise<Done>;
  renameColleague(recipient: string, name: string): Promise<Done>;
  removeColleague(recipient: string): Promise<Done>;
};
