import { ImportError } from '../import-error.ts';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** First bytes of a compound file ([MS-CFB] 2.2): old Word documents, and any encrypted Office file. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

/** How far into a compound file its directory is looked for. */
const SEARCHED = 4 * 1024 * 1024;

/** Whether the compound file has a stream of that name; names stand there in UTF-16 ([MS-CFB] 2.6.1). */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  const searched = bytes.subarray(0, SEARCHED);
  for (let at = searched.indexOf(first); at !== -1; at = searched.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => searched[at + offset] === byte)) return true;
  }
  return false;
}

/**
 * Throws why this is no Word document that can be read: `protected-file` ([MS-OFFCRYPTO] 2.3: an
 * encrypted package lies in a compound file), `old-word`, `damaged-file`.
 */
export function requireDocx(bytes: Uint8Array): void {
  if (startsWith(bytes, ZIP)) return;
  if (!startsWith(bytes, COMPOUND)) throw new ImportError('damaged-file', 'This is no Word document.');
  throw hasStream(bytes, 'EncryptedPackage')
    ? new ImportError('protected-file', 'The document is encrypted.')
    : new ImportError('old-word', 'This is a Word document of the format before .docx.');
}
