/**
 * Why the vault could not do it. `code` is one of the IPC contract's codes; `message` is for the
 * log and must hold nothing of the case: no path, no name, no text.
 */
export class VaultError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'VaultError';
    this.code = code;
  }
}
