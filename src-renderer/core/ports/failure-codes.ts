import { FAULT_CODES } from '../exchange/project-file/faults.ts';

/**
 * Every code an action of the workbench may fail with, besides the refusals of commands
 * (`command.<code>`). Each has its words under `errors.<code>`; a test holds the two together and
 * this list against the IPC contract.
 */
export const FAILURE_CODES = [
  // A project file.
  ...FAULT_CODES,
  'wrong-record-passphrase',
  'not-openable',
  'no-program',
  'blob-missing',
  'blob-damaged',
  'identity-locked',
  'forked-chain',
  'folder-missing',
  // Looking at a file.
  'not-viewable',
  'too-large-to-show',
  'not-kept',
  'kept-unknown',
  'other-case-locked',
  'export-leaks',
  'export-leaks-at',
  'not-checked',
  'not-saved-yet',
  'no-room',
  'left-file-gone',
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
  'in-use',
  // Reading an article.
  'empty-file',
  'binary-file',
  'broken-encoding',
  'too-large',
  'damaged-file',
  'protected-file',
  'old-word',
  'scanned-pdf',
  'slow-file',
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
  'no-such-case',
  'keyring-damaged',
  'file-too-large',
  'file-changed',
  'not-a-file',
  'cancelled',
  'locked',
  'report-failed',
  // The person's identity and colleagues.
  'no-identity',
  'identity-exists',
  'identity-damaged',
  'not-a-backup',
  'backup-damaged',
  'name-empty',
  'name-taken',
  'key-unreadable',
  'key-secret',
  'key-own',
  'colleague-known',
  'card-unreadable',
  'card-newer',
  'card-forged',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];
