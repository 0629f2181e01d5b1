/**
 * Every code an action of the workbench may fail with, besides the refusals of commands
 * (`command.<code>`). Each has its words under `errors.<code>`; a test holds the two together and
 * this list against the IPC contract.
 */
export const FAILURE_CODES = [
  // The workbench itself.
  'read-only',
  'closed',
  'empty-case',
  'storage-not-lasting',
  'unsaved',
  'failed',
  // The store.
  'quota',
  'newer-version',
  'damaged',
  'wrong-key',
  'in-use',
  // Reading an article.
  'empty-file',
  'binary-file',
  'broken-encoding',
  'too-large',
  // The sample.
  'sample-missing',
  'sample-damaged',
  // The main process.
  'bad-request',
  'not-allowed',
  'no-protection',
  'keychain-unavailable',
  'case-exists',
  'disk-full',
  'write-failed',
  'wrong-passphrase',
  'no-such-case',
  'keyring-damaged',
  'file-missing',
  'file-unreadable',
  'file-too-large',
  'file-changed',
  'not-a-file',
  'cancelled',
  'locked',
  'report-failed',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];
