import { VaultError } from '../vault-error.ts';

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE']);
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** The operating system's code of a failed call, '' when it has none. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** What a failure to read a person's file means to them. */
export function readFailure(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const code = systemCode(error);
  if (MISSING.has(code)) return new VaultError('file-missing', `Reading failed: ${code}`);
  if (code === 'EISDIR') return new VaultError('not-a-file', 'A folder cannot be read as a file');
  return new VaultError('file-unreadable', `Reading failed: ${code || 'unknown reason'}`);
}

/** What a failure to write one of our own files means to the person. */
export function writeFailure(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const code = systemCode(error);
  if (FULL.has(code)) return new VaultError('disk-full', `Writing failed: ${code}`);
  return new VaultError('write-failed', `Writing failed: ${code || 'unknown reason'}`);
}
