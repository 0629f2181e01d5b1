import { armor, Decrypter } from 'age-encryption';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { headerLength, kindOfHeader } from './header.ts';
import { passphraseIdentity } from './passphrase.ts';

const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
const MAGIC = 'age-encryption.org/';

/** The age file in `bytes`, armored or not; null when they are none. Throws a fault `age-header-damaged`. */
export function ageFileIn(bytes: Buffer): Uint8Array | null {
  const text = bytes.toString('latin1').trimStart();
  if (!text.startsWith(ARMOR)) return text.startsWith(MAGIC) ? Uint8Array.from(bytes) : null;
  try {
    return armor.decode(text);
  } catch {
    throw new ProjectFileFault('age-header-damaged');
  }
}

/**
 * The text of a small age file sealed under a passphrase, asked for only where one opens it. Throws
 * faults: `wrong-passphrase`, `needs-key`, and those of a damaged file.
 */
export async function openSealedText(file: Uint8Array, passphrase: () => Promise<string>): Promise<string> {
  const head = Buffer.from(file);
  if (kindOfHeader(head.subarray(0, headerLength(head))) === 'keys') throw new ProjectFileFault('needs-key');
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(await passphrase()));
  try {
    return await decrypter.decrypt(file, 'text');
  } catch (error) {
    if (error instanceof ProjectFileFault) throw error;
    // typage tells its failures apart by words alone.
    const wrong = error instanceof Error && error.message.startsWith('no identity matched');
    throw new ProjectFileFault(wrong ? 'wrong-passphrase' : 'age-payload-damaged');
  }
}
