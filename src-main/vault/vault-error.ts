/** Why the vault could not do it; `code` is one of the IPC contract's codes. */
export class VaultError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultError';
    this.code = code;
  }
}

/** The code of a failed system call (`ENOSPC`), or null. */
export function systemCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** A failed write in the contract's words: a full disk apart from everything else. */
export function writeFailure(error: unknown, what: string): VaultError {
  if (error instanceof VaultError) return error;
  const code = systemCode(error);
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new VaultError(full ? 'disk-full' : 'write-failed', `${what}: ${code ?? String(error)}`, {
    cause: error,
  });
}

/** A failed read of a person's file in the contract's words. */
export function readFailure(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new VaultError('file-missing', 'The file is gone.', { cause: error });
  if (code === 'EISDIR') return new VaultError('not-a-file', 'This is a folder.', { cause: error });
  return new VaultError('file-unreadable', `The file cannot be read: ${code ?? String(error)}`, {
    cause: error,
  });
}
