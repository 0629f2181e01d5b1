import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { VaultError } from '../vault/vault-error.ts';
import { CliError, EXIT } from './cli-error.ts';

/** Faults of what was given to open the file, or of the place it lies in; any other is of the file itself. */
const CODES: Readonly<Record<string, number>> = {
  'file-missing': EXIT.input,
  'file-unreadable': EXIT.input,
  'wrong-passphrase': EXIT.secret,
  'wrong-key': EXIT.secret,
  'needs-key': EXIT.secret,
  'needs-passphrase': EXIT.secret,
  'bad-identity': EXIT.secret,
  'bad-recipient': EXIT.usage,
};

const WRITING: Readonly<Record<string, string>> = {
  'disk-full': 'there is not enough room on the disk.',
  'write-failed': 'it cannot be written there.',
};

/** A failure about `path`, in words. */
export function failure(path: string, error: unknown): unknown {
  if (error instanceof ProjectFileFault) {
    const code = CODES[error.code] ?? EXIT.refused;
    return new CliError(code, `${path}: ${error.message} [${error.code}]`, { cause: error });
  }
  if (error instanceof VaultError) {
    const words = WRITING[error.code] ?? error.message;
    return new CliError(EXIT.output, `${path}: ${words} [${error.code}]`, { cause: error });
  }
  return error;
}
