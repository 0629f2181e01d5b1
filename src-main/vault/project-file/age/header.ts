import { hkdfSync } from 'node:crypto';
import { Decrypter, Encrypter, type Recipient } from 'age-encryption';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { newSecret } from '../../keys/secret.ts';
import '../../keys/web-crypto.ts';
import { passphraseIdentity, passphraseRecipient } from './passphrase.ts';

/** Who can open the file: whoever knows the passphrase, or holds one of the keys. */
export type Protection =
  | { readonly passphrase: string; readonly workFactor?: number }
  | { readonly recipients: readonly string[] };

/** What opens a file: a passphrase, or age secret keys (`AGE-SECRET-KEY-1…`). */
export type Secret = { readonly passphrase: string } | { readonly identities: readonly string[] };

/** Length of the nonce between the header and the payload (age v1). */
export const NONCE_BYTES = 16;
const MAGIC = 'age-encryption.org/v1\n';
/** Longest header that is read: about 600 recipients. */
const MOST_HEADER_BYTES = 64 * 1024;
const MAC_LINE = /\n--- [A-Za-z0-9+/]{43}\n/;

/** A header with the nonce that follows it, and the key of the payload. The caller wipes the key. */
export type MadeHeader = { readonly bytes: Buffer; readonly payloadKey: Buffer };

function payloadKeyOf(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  const key = newSecret();
  key.set(new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', key.length)));
  fileKey.fill(0);
  return key;
}

/**
 * Makes the header of a new file. typage draws the file key and shows it to each recipient; one
 * that only listens gets it for us, so that the payload can be written by libsodium.
 * Throws a fault `bad-recipient`.
 */
export async function makeHeader(protection: Protection): Promise<MadeHeader> {
  const encrypter = new Encrypter();
  let heard = new Uint8Array();
  const listener: Recipient = {
    wrapFileKey(fileKey) {
      heard = Uint8Array.from(fileKey);
      return [];
    },
  };
  if ('passphrase' in protection) {
    encrypter.addRecipient(passphraseRecipient(protection.passphrase, protection.workFactor));
  } else {
    if (protection.recipients.length === 0) throw new ProjectFileFault('bad-recipient', 'none was given');
    for (const recipient of protection.recipients) addRecipient(encrypter, recipient);
  }
  encrypter.addRecipient(listener);
  const whole = Buffer.from(await encrypter.encrypt(new Uint8Array()));
  const end = headerLength(whole) + NONCE_BYTES;
  const bytes = whole.subarray(0, end);
  return { bytes, payloadKey: payloadKeyOf(heard, bytes.subarray(end - NONCE_BYTES)) };
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch {
    // What typage says of it is for programmers.
    const isSecret = /AGE-SECRET-KEY-/i.test(recipient);
    throw new ProjectFileFault('bad-recipient', isSecret ? 'it is a secret key' : recipient.slice(0, 80));
  }
}

/** Length of the header at the start of `head`. Throws `not-age-file` and the other header faults. */
export function headerLength(head: Buffer): number {
  const text = head.toString('latin1', 0, MOST_HEADER_BYTES);
  if (text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----')) throw new ProjectFileFault('age-armored');
  if (!text.startsWith(MAGIC)) {
    const other = /^age-encryption\.org\/v(?!1\n)\d/.test(text);
    throw new ProjectFileFault(other ? 'age-newer-version' : 'not-age-file');
  }
  const mac = MAC_LINE.exec(text);
  if (!mac) throw new ProjectFileFault('age-header-damaged');
  return mac.index + mac[0].length;
}

/** Whether a passphrase or a key opens the file with this header. */
export const kindOfHeader = (header: Buffer): 'passphrase' | 'keys' =>
  /^-> scrypt /m.test(header.toString('latin1')) ? 'passphrase' : 'keys';

/** First bytes of a file to read its header from. */
export const HEAD_BYTES = MOST_HEADER_BYTES + NONCE_BYTES;

function decrypterFor(secret: Secret, kind: 'passphrase' | 'keys'): Decrypter {
  const decrypter = new Decrypter();
  if ('passphrase' in secret) {
    if (kind === 'keys') throw new ProjectFileFault('needs-key');
    decrypter.addIdentity(passphraseIdentity(secret.passphrase));
    return decrypter;
  }
  if (kind === 'passphrase') throw new ProjectFileFault('needs-passphrase');
  for (const identity of secret.identities) {
    try {
      decrypter.addIdentity(identity);
    } catch {
      // Its words may hold the key.
      throw new ProjectFileFault('bad-identity');
    }
  }
  return decrypter;
}

/** typage tells its failures apart by words alone. */
function headerFault(error: unknown, secret: Secret): unknown {
  if (error instanceof ProjectFileFault) return error;
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('no identity matched')) {
    return new ProjectFileFault('passphrase' in secret ? 'wrong-passphrase' : 'wrong-key');
  }
  return new ProjectFileFault('age-header-damaged');
}

/** Where the payload starts, and its key. The caller wipes the key. */
export type OpenedHeader = { readonly payloadStart: number; readonly payloadKey: Buffer };

/**
 * Opens the header in the first bytes of a file. Throws faults: `not-age-file`, `wrong-passphrase`,
 * `wrong-key`, `work-factor-too-high` and the other header faults.
 */
export async function openHeader(head: Buffer, secret: Secret): Promise<OpenedHeader> {
  const length = headerLength(head);
  const header = head.subarray(0, length);
  const payloadStart = length + NONCE_BYTES;
  if (head.length < payloadStart) throw new ProjectFileFault('age-payload-damaged', 'the file is cut');
  const decrypter = decrypterFor(secret, kindOfHeader(header));
  let fileKey: Uint8Array;
  try {
    fileKey = await decrypter.decryptHeader(Uint8Array.from(header));
  } catch (error) {
    throw headerFault(error, secret);
  }
  return { payloadStart, payloadKey: payloadKeyOf(fileKey, head.subarray(length, payloadStart)) };
}
