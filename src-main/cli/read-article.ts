import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportError } from '#renderer/importers/import-error.ts';
import { readTextBytes } from '#renderer/importers/read-text.ts';
import { CliError, EXIT } from './cli-error.ts';
import { reading } from './reading.ts';

const WORDS: Readonly<Record<ImportError['code'], string>> = {
  'empty-file': 'there is no text in it.',
  'binary-file': 'it is no text file.',
  'broken-encoding': 'its characters cannot be read in any encoding known here.',
  'too-large': 'it is too large for an article.',
  'damaged-file': 'it is damaged, or of another kind than its name says.',
  'protected-file': 'it opens with a password only.',
  'old-word': 'it is a Word document of the format before .docx.',
  'scanned-pdf': 'its pages are pictures without text.',
  'slow-file': 'reading it took too long.',
};

/** An article's text as the window would import it. Throws a CliError in words. */
export function readArticleFile(path: string): ReturnType<typeof readTextBytes> {
  const bytes = reading(path, () => new Uint8Array(readFileSync(path)));
  return reading(path, () => {
    try {
      return readTextBytes(basename(path), bytes);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      throw new CliError(EXIT.input, `${path}: ${WORDS[error.code]}`, { cause: error });
    }
  });
}
