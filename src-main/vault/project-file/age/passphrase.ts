import { randomBytes, scrypt } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import sodium from 'sodium-native';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { NONCE_BYTES, open, seal, TAG_BYTES } from './chacha.ts';

/*
 * The scrypt recipient of age (age-encryption.org/v1, section "scrypt recipient type"), worked out
 * by Node's own scrypt: typage's takes several times as long and holds up everything meanwhile.
 */

const LABEL = 'age-encryption.org/v1/scrypt';
const SALT_BYTES = 16;
const MIB = 1024 * 1024;

/** 2^18 rounds, as the age command takes: about a second on a small laptop. */
export const WORK_FACTOR = 18;
export const MOST_WORK_FACTOR = 20;

/** The key is used once, so the format fixes the nonce. */
const nonce = Buffer.alloc(NONCE_BYTES);

function keyFrom(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const options = { N: 2 ** workFactor, r: 8, p: 1, maxmem: 2 ** workFactor * 1024 + 32 * MIB };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([Buffer.from(LABEL), salt]), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Wraps the file key for a passphrase. */
export const passphraseRecipient = (passphrase: string, workFactor = WORK_FACTOR): Recipient => ({
  async wrapFileKey(fileKey) {
    const salt = randomBytes(SALT_BYTES);
    const key = await keyFrom(passphrase, salt, workFactor);
    const body = Buffer.alloc(fileKey.length + TAG_BYTES);
    seal(body, Buffer.from(fileKey), nonce, key);
    sodium.sodium_memzero(key);
    return [new Stanza(['scrypt', unpadded(salt), String(workFactor)], body)];
  },
});

const damaged = () => new ProjectFileFault('age-header-damaged');

function readStanza({ args, body }: Stanza): { salt: Buffer; workFactor: number } {
  const [, saltText = '', factorText = ''] = args;
  const salt = Buffer.from(saltText, 'base64');
  const factor = Number(factorText);
  const sound = args.length === 3 && unpadded(salt) === saltText && /^[1-9]\d{0,5}$/.test(factorText);
  if (!sound || salt.length !== SALT_BYTES || body.length !== 16 + TAG_BYTES) throw damaged();
  if (factor > MOST_WORK_FACTOR) throw new ProjectFileFault('work-factor-too-high', factorText);
  return { salt, workFactor: factor };
}

/** Unwraps the file key by a passphrase; a wrong one gives null. */
export const passphraseIdentity = (passphrase: string): Identity => ({
  async unwrapFileKey(stanzas) {
    const [stanza] = stanzas;
    // The format has a passphrase stand alone: else whoever else can open the file could be guessed at.
    if (!stanza || stanza.args[0] !== 'scrypt' || stanzas.length !== 1) throw damaged();
    const { salt, workFactor } = readStanza(stanza);
    const key = await keyFrom(passphrase, salt, workFactor);
    const fileKey = Buffer.alloc(16);
    const fits = open(fileKey, Buffer.from(stanza.body), nonce, key);
    sodium.sodium_memzero(key);
    return fits ? fileKey : null;
  },
});
