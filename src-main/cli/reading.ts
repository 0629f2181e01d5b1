import { CliError, EXIT } from './cli-error.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist.',
  ENOTDIR: 'it does not exist.',
  EBADF: 'it is not open.',
  EACCES: 'reading it is not allowed.',
  EPERM: 'reading it is not allowed.',
  EISDIR: 'it is a folder.',
};

/** Runs a reading; what fails becomes words about this path. */
export function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = WORDS[code] ?? (error instanceof Error ? error.message : String(error));
    throw new CliError(EXIT.input, `${path}: ${why}`, { cause: error });
  }
}
