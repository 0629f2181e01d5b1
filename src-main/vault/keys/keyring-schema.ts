import { MAX_COST, SALT_BYTES } from './passphrase-key.ts';
import type { Wrapped } from './wrap.ts';

export const FORMAT = 'touchstone-keyring';
export const VERSION = 1;

export type PassphraseSlot = Wrapped & {
  readonly kdf: 'argon2id13';
  readonly opslimit: number;
  readonly memlimit: number;
  readonly salt: string;
};

/** `sealed`: the wrapping key as the OS keychain sealed it, base64. */
export type KeychainSlot = Wrapped & { readonly sealed: string };

/** How the key of one case is wrapped: the file `cases/<caseId>/keyring.json`. */
export type Keyring = {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly caseId: string;
  readonly passphrase: PassphraseSlot | null;
  readonly keychain: KeychainSlot | null;
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isBase64 = (value: unknown, bytes: number): boolean =>
  typeof value === 'string' && Buffer.from(value, 'base64').length === bytes;

const isWithin = (value: unknown, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max;

const isWrapped = (slot: Fields): boolean => isBase64(slot['nonce'], 24) && isBase64(slot['wrapped'], 48);

const isPassphraseSlot = (slot: unknown): boolean =>
  isFields(slot) &&
  isWrapped(slot) &&
  slot['kdf'] === 'argon2id13' &&
  isWithin(slot['opslimit'], MAX_COST.opslimit) &&
  isWithin(slot['memlimit'], MAX_COST.memlimit) &&
  isBase64(slot['salt'], SALT_BYTES);

const isKeychainSlot = (slot: unknown): boolean =>
  isFields(slot) && isWrapped(slot) && typeof slot['sealed'] === 'string';

/** Whether a value read from a file is a keyring of this version. */
export const isKeyring = (value: unknown): value is Keyring =>
  isFields(value) &&
  value['format'] === FORMAT &&
  value['version'] === VERSION &&
  typeof value['caseId'] === 'string' &&
  (value['passphrase'] === null || isPassphraseSlot(value['passphrase'])) &&
  (value['keychain'] === null || isKeychainSlot(value['keychain']));
