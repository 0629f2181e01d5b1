import { unzipSync, zipSync } from 'fflate';
import { ImportError } from '../import-error.ts';

/** Parts that hold words, or say where those are (ECMA-376 part 1, 11.3); pictures and fonts are left packed. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i;

/** What these parts may unpack to, together: a thousand dense pages come to a tenth of it. */
export const MOST_UNPACKED = 64_000_000;
const MOST_PARTS = 500;

/**
 * A Word document with its parts of words alone, not packed any more. No part is unpacked beyond the
 * size it declares, and nothing is unpacked when these are too large. Throws ImportError:
 * `damaged-file`, `too-large`.
 */
export function wordParts(bytes: Uint8Array): Uint8Array {
  let [unpacked, count] = [0, 0];
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!WANTED.test(name)) return false;
    unpacked += originalSize;
    count += 1;
    if (unpacked > MOST_UNPACKED || count > MOST_PARTS) {
      throw new ImportError('too-large', `The document unpacks to more than ${MOST_UNPACKED} bytes.`);
    }
    return true;
  };
  try {
    return zipSync(unzipSync(bytes, { filter }), { level: 0 });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('damaged-file', 'The document cannot be unpacked.', { cause: error });
  }
}
