import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { ServiceError } from '../../services/service-error.ts';
import { type Cost, MAX_COST, passphraseKey, SALT_BYTES } from './passphrase-key.ts';
import { wipe } from './secret.ts';
import { unwrapKey, wrapKey } from './wrap.ts';

const FORMAT = 'touchstone-keyring';
const VERSION = 1;

const base64 = (bytes: number) =>
  v.pipe(
    v.string(),
    v.check((text) => Buffer.from(text, 'base64').length === bytes),
  );
const wrapped = { nonce: base64(24), wrapped: base64(48) };
const cost = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));

const passphraseSlot = v.object({
  kdf: v.literal('argon2id13'),
  opslimit: cost(MAX_COST.opslimit),
  memlimit: cost(MAX_COST.memlimit),
  salt: base64(SALT_BYTES),
  ...wrapped,
});
const keychainSlot = v.object({
  /** The wrapping key as the OS keychain sealed it, base64. */
  sealed: v.pipe(v.string(), v.base64(), v.maxLength(65_536)),
  ...wrapped,
});
const keyringSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  caseId: v.string(),
  passphrase: v.nullable(passphraseSlot),
  keychain: v.nullable(keychainSlot),
});

/** How the key of one case is wrapped: the file `cases/<caseId>/keyring.json`. */
export type Keyring = v.InferOutput<typeof keyringSchema>;

/** A random key and the same key as the OS keychain sealed it. */
export type KeychainSecret = { readonly key: Uint8Array; readonly sealed: Uint8Array };

/** What is authenticated beside a wrapped key, so that no slot can be moved to another case. */
const context = (caseId: string, slot: 'passphrase' | 'keychain'): string =>
  `${FORMAT}/${VERSION}:${caseId}:${slot}`;

async function wrapByPassphrase(caseId: string, caseKey: Buffer, passphrase: string, cost: Cost) {
  const salt = randomBytes(SALT_BYTES);
  const key = await passphraseKey(passphrase, salt, cost);
  const seal = wrapKey(caseKey, key, context(caseId, 'passphrase'));
  wipe(key);
  return { kdf: 'argon2id13', ...cost, salt: salt.toString('base64'), ...seal } as const;
}

function wrapByKeychain(caseId: string, caseKey: Buffer, keychain: KeychainSecret) {
  const key = Buffer.from(keychain.key);
  const seal = wrapKey(caseKey, key, context(caseId, 'keychain'));
  wipe(key);
  return { sealed: Buffer.from(keychain.sealed).toString('base64'), ...seal };
}

/** Wraps a case key by a passphrase, by the OS keychain, or by each. */
export async function makeKeyring(
  caseId: string,
  caseKey: Buffer,
  protection: { readonly passphrase: string | null; readonly keychain: KeychainSecret | null },
  cost: Cost,
): Promise<Keyring> {
  const { passphrase, keychain } = protection;
  if (passphrase === null && keychain === null)
    throw new ServiceError('no-protection', 'A case needs a passphrase or the OS keychain');
  return {
    format: FORMAT,
    version: VERSION,
    caseId,
    passphrase: passphrase === null ? null : await wrapByPassphrase(caseId, caseKey, passphrase, cost),
    keychain: keychain === null ? null : wrapByKeychain(caseId, caseKey, keychain),
  };
}

/** The case key. Throws a ServiceError `wrong-passphrase`. */
export async function openByPassphrase(keyring: Keyring, passphrase: string): Promise<Buffer> {
  const slot = keyring.passphrase;
  const wrong = () => new ServiceError('wrong-passphrase', 'The passphrase does not open the keyring');
  if (!slot) throw wrong();
  const key = await passphraseKey(passphrase, Buffer.from(slot.salt, 'base64'), slot);
  const caseKey = unwrapKey(slot, key, context(keyring.caseId, 'passphrase'));
  wipe(key);
  if (!caseKey) throw wrong();
  return caseKey;
}

/** The case key, given the wrapping key that the OS keychain opened. */
export function openByKeychain(keyring: Keyring, keychainKey: Uint8Array): Buffer {
  const slot = keyring.keychain;
  if (!slot) throw new ServiceError('keychain-unavailable', 'The OS keychain holds no key of this case');
  const key = Buffer.from(keychainKey);
  const caseKey = key.length === 32 ? unwrapKey(slot, key, context(keyring.caseId, 'keychain')) : null;
  wipe(key);
  if (!caseKey) throw new ServiceError('keyring-damaged', 'The key of the OS keychain does not fit');
  return caseKey;
}

const checksum = (body: string): string => createHash('sha256').update(body).digest('hex');

/**
 * The file's text: `{check, keyring}`. `check` is the SHA-256 of the keyring's JSON, so that a bad
 * disk is told apart from a wrong passphrase; it is no protection against a forger.
 */
export function formatKeyring(keyring: Keyring): string {
  return `${JSON.stringify({ check: checksum(JSON.stringify(keyring)), keyring }, null, 2)}\n`;
}

/** Reads the file's text. Throws a ServiceError `keyring-damaged`. */
export function parseKeyring(text: string, caseId: string): Keyring {
  const damaged = (why: string) => new ServiceError('keyring-damaged', `The keyring ${why}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('is no JSON');
  }
  const outer = v.safeParse(v.object({ check: v.string(), keyring: v.unknown() }), value);
  if (!outer.success) throw damaged('lacks its parts');
  if (checksum(JSON.stringify(outer.output.keyring)) !== outer.output.check) throw damaged('was altered');
  const inner = v.safeParse(keyringSchema, outer.output.keyring);
  if (!inner.success) throw damaged('has a form that this version does not know');
  if (inner.output.caseId !== caseId) throw damaged('belongs to another case');
  return inner.output;
}
