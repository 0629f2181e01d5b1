import { Decrypter, Encrypter } from 'age-encryption';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { backupText, readBackupText } from '#core/sharing/identity-file.ts';
import { headerLength, kindOfHeader } from '../project-file/age/header.ts';
import { passphraseIdentity, passphraseRecipient } from '../project-file/age/passphrase.ts';
import { VaultError } from '../vault-error.ts';
import type { Opened } from './identity-file.ts';
import { ageKeyOf, readPair } from './key-pair.ts';

/** A backup with thousands of colleagues is smaller than this. */
export const MOST_BACKUP_BYTES = 4 * 1024 * 1024;

/** A backup: an age file under a passphrase around the text of core/sharing/identity-file.ts. */
export async function makeBackup(
  { pair, details }: Opened,
  passphrase: string,
  workFactor?: number,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase.normalize('NFC'), workFactor));
  const signingSeed = pair.seed.toString('base64');
  return encrypter.encrypt(
    backupText({ recipient: pair.recipient, ageKey: ageKeyOf(pair), signingSeed, details }),
  );
}

const notABackup = () => new VaultError('not-a-backup', 'The file is no backup of an identity');

function checkHeader(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    if (kindOfHeader(file.subarray(0, headerLength(file))) === 'passphrase') return;
  } catch (error) {
    if (!(error instanceof ProjectFileFault)) throw error;
  }
  throw notABackup();
}

/** typage tells its failures apart by words alone. */
function openingFailure(error: unknown): VaultError {
  if (error instanceof Error && error.message.startsWith('no identity matched'))
    return new VaultError('wrong-passphrase', 'The passphrase does not open the backup');
  return new VaultError('backup-damaged', 'The backup is damaged');
}

/**
 * Opens a backup. Throws a VaultError `not-a-backup`, `wrong-passphrase` or `backup-damaged`.
 */
export async function openBackup(bytes: Uint8Array, passphrase: string): Promise<Opened> {
  checkHeader(bytes);
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase.normalize('NFC')));
  let text: string;
  try {
    text = await decrypter.decrypt(bytes, 'text');
  } catch (error) {
    throw openingFailure(error);
  }
  const content = readBackupText(text);
  if (!content) throw notABackup();
  const pair = readPair(content.ageKey, content.signingSeed);
  if (!pair) throw new VaultError('backup-damaged', 'The backup holds keys that are none');
  return { pair, details: content.details };
}
