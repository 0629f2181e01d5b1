import * as v from 'valibot';
import { EXPORT_METHODS } from './export-methods.ts';
import { IDENTITY_METHODS } from './identity-methods.ts';
import { method, type ParamsOf, type ResultOf } from './method.ts';
import { PROJECT_METHODS } from './project-methods.ts';
import { SOURCE_METHODS } from './source-methods.ts';
import {
  blobRef,
  bytes,
  caseKey,
  count,
  guard,
  id,
  LEAVING_ERRORS,
  leftFile,
  nothing,
  passphrase,
  path,
  sha256,
} from './shapes.ts';

const none = v.object({});

/** Largest slice of pasted bytes in one message (DESIGN 2). */
export const SLICE_BYTES = 4 * 1024 * 1024;

/** Largest article text that is read, in bytes. */
export const DOCUMENT_BYTES = 64 * 1024 * 1024;

const FILE_ERRORS = [
  'file-missing',
  'file-unreadable',
  'file-too-large',
  'file-changed',
  'not-a-file',
] as const;
const STORE_ERRORS = [...FILE_ERRORS, 'disk-full', 'write-failed', 'cancelled', 'locked'] as const;

/**
 * Every method between the window and the main process. Preload, handlers and test fakes derive
 * from this table; a method that is not here does not exist.
 */
export const METHODS = {
  'app.info': method(
    none,
    v.object({
      version: v.string(),
      platform: v.string(),
      locale: v.string(),
      /** Whether an OS keychain that really seals is there (DESIGN 7). */
      keychain: v.boolean(),
      /** Where cases are kept. */
      dataPath: v.string(),
    }),
    [],
  ),
  'app.freeSpace': method(none, v.object({ bytes: v.nullable(count) }), []),
  /** Window title; the app's name alone while locked. */
  'app.setTitle': method(v.object({ title: v.nullable(v.string()) }), nothing, []),
  /** Answer to `app.closing`: everything typed is stored, the window may go. */
  'app.readyToClose': method(none, nothing, []),
  /** While `app.closing` takes longer: what is waited for goes on. */
  'app.stillClosing': method(none, nothing, []),
  /** Loads the window anew, as at a start; whoever asks has locked the case before. */
  'app.startAnew': method(none, nothing, []),
  /** Shows a file this app wrote in the file manager. */
  'app.showInFolder': method(v.object({ path }), nothing, ['file-missing']),
  /** The sample case as it stands in `seeds/deir-ezzor`. */
  'sample.read': method(none, v.object({ article: v.string(), caseJson: v.string() }), ['sample-missing']),

  /** Makes a case key, wrapped by the passphrase and/or the OS keychain, and opens the vault with it. */
  'keys.create': method(
    v.object({ caseId: id, passphrase: v.nullable(passphrase), keychain: v.boolean() }),
    v.object({ key: caseKey }),
    ['no-protection', 'keychain-unavailable', 'case-exists', 'disk-full', 'write-failed'],
  ),
  /** Unwraps the case key; `passphrase` null means by the OS keychain. */
  'keys.unlock': method(
    v.object({ caseId: id, passphrase: v.nullable(passphrase) }),
    v.object({ key: caseKey }),
    ['wrong-passphrase', 'keychain-unavailable', 'no-such-case', 'keyring-damaged'],
  ),
  'keys.describe': method(
    v.object({ caseId: id }),
    v.object({ passphrase: v.boolean(), keychain: v.boolean() }),
    ['no-such-case', 'keyring-damaged'],
  ),
  /** A new case is whole; until then a start of the app sweeps it away. */
  'keys.finish': method(v.object({ caseId: id }), nothing, ['disk-full', 'write-failed']),
  /** Destroys what a crash left of cases that were being made. */
  'keys.sweepUnfinished': method(none, v.object({ caseIds: v.array(id) }), ['write-failed']),
  /** Cases that have a key here, whether their database is there or not. */
  'keys.list': method(none, v.object({ caseIds: v.array(id) }), []),
  /** Wipes every case key the vault holds; a project file being taken in may stay open. */
  'keys.lock': method(v.object({ keepFile: v.optional(v.nullable(id)) }), nothing, []),
  /** Wipes the keys of one case; the others stay unlocked. */
  'keys.letGo': method(v.object({ caseId: id }), nothing, []),
  /** Destroys the keyring and the sealed files of a case. */
  'keys.destroy': method(v.object({ caseId: id }), nothing, ['no-such-case', 'write-failed']),

  'documents.pick': method(none, v.object({ paths: v.array(path) }), []),
  'documents.read': method(v.object({ path }), v.object({ name: v.string(), bytes }), FILE_ERRORS),

  'evidence.pick': method(none, v.object({ paths: v.array(path) }), []),
  /** Reads, hashes and seals one file in one pass; `evidence.progress` tells how far. */
  'evidence.store': method(v.object({ caseId: id, jobId: id, path }), blobRef, STORE_ERRORS),
  /** The same for bytes without a path (pasted): begin, slices in order, end. */
  'evidence.begin': method(
    v.object({ caseId: id, jobId: id, name: v.string(), mediaType: v.string(), size: count }),
    nothing,
    STORE_ERRORS,
  ),
  'evidence.slice': method(v.object({ jobId: id, bytes }), nothing, STORE_ERRORS),
  'evidence.end': method(v.object({ jobId: id }), blobRef, STORE_ERRORS),
  'evidence.cancel': method(v.object({ jobId: id }), nothing, []),
  /**
   * Reads a sealed file from end to end and hashes it again: whether it is what was stored. Progress
   * and cancelling as for storing.
   */
  'evidence.check': method(
    v.object({ caseId: id, jobId: id, sha256, size: count, slow: v.optional(v.boolean()) }),
    v.object({ verdict: v.picklist(['same', 'altered', 'missing']) }),
    ['cancelled', 'locked'],
  ),
  /** Those of the files that have no sealed file on this laptop. */
  'evidence.missing': method(
    v.object({ caseId: id, sha256s: v.array(sha256) }),
    v.object({ sha256s: v.array(sha256) }),
    ['locked'],
  ),
  /** Those of the files that were found altered, moved aside, and not replaced by a good copy since. */
  'evidence.quarantined': method(
    v.object({ caseId: id, sha256s: v.array(sha256) }),
    v.object({ sha256s: v.array(sha256) }),
    ['locked'],
  ),
  /** Opens a read-only copy in the system's program for it; it is wiped at lock and at the app's end. */
  'evidence.openOutside': method(
    v.object({ caseId: id, jobId: id, sha256, size: count, name: v.string() }),
    nothing,
    [
      'not-openable',
      'no-program',
      'blob-missing',
      'blob-damaged',
      'disk-full',
      'write-failed',
      'cancelled',
      'locked',
    ],
  ),
  /** Removes sealed files whose content was purged; `unlessCopied`: but for those a copy of the case here needs. */
  'evidence.erase': method(
    v.object({ caseId: id, sha256s: v.array(sha256), unlessCopied: v.optional(v.boolean()) }),
    nothing,
    ['locked', 'write-failed'],
  ),
  /** Removes sealed files that nothing in the case or its copies here names (left by a crash), and temporary ones. */
  'evidence.sweep': method(v.object({ caseId: id, keep: v.array(sha256) }), v.object({ removed: count }), [
    'locked',
  ]),

  /**
   * Asks where to, typesets the report (JSON of core/report's model) and writes it whole or not at
   * all, checked. `thumbnails` are pictures the model names.
   */
  'report.export': method(
    v.object({
      jobId: id,
      model: v.string(),
      paper: v.picklist(['a4', 'us-letter']),
      standard: v.picklist(['ua-1', 'a-3a']),
      suggestedName: v.string(),
      thumbnails: v.array(v.object({ name: v.string(), bytes })),
      guard,
    }),
    v.object({
      file: leftFile,
      pages: count,
      /** Why the file is tagged but not to the standard asked for, null when it is. */
      deviation: v.nullable(v.string()),
    }),
    ['report-failed', ...LEAVING_ERRORS, 'cancelled'],
  ),
  /**
   * The same PDF to look at, and where its items stand; a later call takes the place of one that waits
   * (`cancelled`). `near`: it is a stretch of a report (core/report's excerpt), made beside the whole.
   */
  'report.preview': method(
    v.object({
      model: v.string(),
      paper: v.picklist(['a4', 'us-letter']),
      standard: v.picklist(['ua-1', 'a-3a']),
      thumbnails: v.array(v.object({ name: v.string(), bytes })),
      near: v.boolean(),
    }),
    v.object({
      pdf: bytes,
      pages: count,
      places: v.array(
        v.object({ kind: v.picklist(['claim', 'item']), page: count, top: v.number(), height: v.number() }),
      ),
    }),
    ['report-failed', 'cancelled'],
  ),
  'report.cancel': method(v.object({ jobId: id }), nothing, []),

  ...EXPORT_METHODS,
  ...IDENTITY_METHODS,
  ...PROJECT_METHODS,
  ...SOURCE_METHODS,
} as const;

export type MethodName = keyof typeof METHODS;
export type Params<M extends MethodName> = ParamsOf<(typeof METHODS)[M]>;
export type Result<M extends MethodName> = ResultOf<(typeof METHODS)[M]>;
