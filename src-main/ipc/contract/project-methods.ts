import * as v from 'valibot';
import { FAULT_CODES } from '#core/exchange/project-file/faults.ts';
import { method } from './method.ts';
import { bytes, count, id, nothing, passphrase, path, sha256 } from './shapes.ts';

const SAVE_ERRORS = [
  'disk-full',
  'write-failed',
  'cancelled',
  'locked',
  'blob-missing',
  'blob-damaged',
] as const;
const OPEN_ERRORS = [
  ...FAULT_CODES,
  'not-a-file',
  'file-changed',
  'cancelled',
  'locked',
  'identity-locked',
] as const;

const none = v.object({});
const job = v.object({ jobId: id });
const ofCase = v.object({ caseId: id });

/** As core/exchange/project-file has them. */
const FILE_SCOPES = ['whole', 'part', 'redacted'] as const;

const actorInfo = v.object({
  actor: v.string(),
  alias: v.string(),
  publicKey: v.nullable(v.string()),
});

/** `CaseFileInput` of core/exchange/project-file. */
const info = v.object({
  caseId: id,
  title: v.string(),
  savedAt: v.string(),
  savedBy: actorInfo,
  scope: v.picklist(FILE_SCOPES),
  program: v.object({ name: v.string(), version: v.string() }),
});

/** What a checked project file holds, and who vouches for it. */
const summary = v.object({
  info: v.object({ ...info.entries, format: v.string(), formatVersion: count }),
  signature: v.picklist(['valid', 'none']),
  entries: count,
  withheld: count,
  actors: v.array(v.object({ actor: v.string(), entries: count })),
  documents: v.array(v.string()),
  evidence: v.object({ files: count, bytes: count }),
  missing: v.object({ documents: v.array(v.string()), evidence: v.array(sha256) }),
});

const sizes = v.object({ journal: count, documents: count });
const evidence = v.array(v.object({ sha256, crc32: count, size: count, ext: v.string() }));

/** Whom a project file is encrypted for. */
const protection = v.union([
  v.object({ passphrase }),
  v.object({ recipients: v.pipe(v.array(v.string()), v.minLength(1)) }),
]);

/** The same, or as the file at this path was sealed since the case was unlocked. */
const savedFor = v.union([...protection.options, v.object({ again: v.literal(true) })]);

const time = count;

/** Where snapshots of a case go by themselves; `mark` names the state of the history the last one holds. */
const kept = v.object({
  on: v.boolean(),
  folder: v.string(),
  earlier: v.pipe(v.array(v.string()), v.readonly()),
  evidence: v.boolean(),
  by: v.picklist(['passphrase', 'keys']),
  last: v.nullable(v.object({ at: time, bytes: count, mark: v.string() })),
  failed: v.nullable(v.object({ at: time, code: v.string() })),
});

/** Saving a case as a project file and opening one (docs/project-file.md). */
export const PROJECT_METHODS = {
  /** Asks where to save; null: the person changed their mind. */
  'project.pickTarget': method(
    v.object({ suggestedName: v.string() }),
    v.object({ path: v.nullable(path) }),
    [],
  ),
  /** Bytes that must be free where the file is to be, and how many are (null: the system does not say). */
  'project.space': method(
    v.object({ path: v.nullable(path), ...sizes.entries, evidence: v.array(count) }),
    v.object({ needed: count, free: v.nullable(count) }),
    ['write-failed'],
  ),
  /** Begins a save; the journal and the texts follow in slices, then `project.endSave`. */
  'project.beginSave': method(
    v.object({ jobId: id, caseId: id, path, info, protection: savedFor, evidence, sizes, sign: v.boolean() }),
    nothing,
    [...SAVE_ERRORS, 'not-saved-yet'],
  ),
  'project.saveEntries': method(v.object({ jobId: id, bytes }), nothing, SAVE_ERRORS),
  'project.saveText': method(v.object({ jobId: id, id: v.string(), bytes }), nothing, SAVE_ERRORS),
  /** Resolves when the file is whole, verified by reading it back, and in place. */
  'project.endSave': method(job, v.object({ bytes: count, summary }), [...SAVE_ERRORS, ...FAULT_CODES]),
  /** SHA-256 of a project file that was written since the app was started. */
  'project.fingerprint': method(v.object({ path }), v.object({ sha256, bytes: count }), ['file-unreadable']),
  'project.cancel': method(job, nothing, []),

  /** Asks for a project file; null: the person changed their mind. */
  'project.pickFile': method(none, v.object({ path: v.nullable(path) }), []),
  /** The project file the app was started with or was asked to open meanwhile, told once. */
  'project.asked': method(none, v.object({ path: v.nullable(path) }), []),
  'project.inspect': method(
    v.object({ path }),
    v.object({ opensBy: v.picklist(['passphrase', 'keys']) }),
    OPEN_ERRORS,
  ),
  /** Checks the whole file; `passphrase` null: by the person's own key. Nothing is stored by it. */
  'project.open': method(
    v.object({ jobId: id, path, passphrase: v.nullable(passphrase) }),
    summary,
    OPEN_ERRORS,
  ),
  /** The next lines of the journal of an open file. */
  'project.entries': method(job, v.object({ bytes, done: v.boolean() }), OPEN_ERRORS),
  'project.text': method(
    v.object({ jobId: id, id: v.string() }),
    v.object({ text: v.string() }),
    OPEN_ERRORS,
  ),
  /** Seals the evidence of an open file into an unlocked case. */
  'project.evidence': method(v.object({ jobId: id, caseId: id }), v.object({ taken: count, held: count }), [
    ...OPEN_ERRORS,
    'disk-full',
    'write-failed',
  ]),
  'project.close': method(job, nothing, []),

  /** Copies of a case on this laptop that only its key opens; begun here, then sent as a save is. */
  'snapshots.begin': method(
    v.object({ jobId: id, caseId: id, info, sizes, names: v.array(sha256) }),
    nothing,
    SAVE_ERRORS,
  ),
  /** The latest first. `name` is the time it was made, in milliseconds since 1970. */
  'snapshots.list': method(
    v.object({ caseId: id }),
    v.object({ snapshots: v.array(v.object({ name: v.string(), bytes: count })) }),
    ['locked'],
  ),
  'snapshots.open': method(v.object({ jobId: id, caseId: id, name: v.string() }), summary, OPEN_ERRORS),
  'snapshots.prune': method(v.object({ caseId: id, keep: count }), v.object({ removed: count }), ['locked']),

  /** Asks for the folder that snapshots are to go to; null: the person changed their mind. */
  'snapshots.pickFolder': method(none, v.object({ path: v.nullable(path) }), []),
  /** Whether and how snapshots of a case are kept in a folder; null while none ever were. */
  'snapshots.kept': method(ofCase, v.nullable(kept), ['locked']),
  /** Turns it on or changes it; `folder` must have been chosen, or be the one they go to already. */
  'snapshots.keep': method(v.object({ caseId: id, folder: path, protection, evidence: v.boolean() }), kept, [
    'locked',
    'disk-full',
    'write-failed',
  ]),
  'snapshots.stop': method(ofCase, nothing, ['locked', 'disk-full', 'write-failed', 'not-kept']),
  /** Begins a snapshot in the folder; the journal and the texts follow as for a save. */
  'snapshots.beginKept': method(
    v.object({ jobId: id, caseId: id, info, sizes, evidence, sign: v.boolean() }),
    nothing,
    [...SAVE_ERRORS, 'folder-missing', 'not-kept'],
  ),
  /** Resolves when it is whole and verified and all but the last five are gone. */
  'snapshots.endKept': method(
    v.object({ jobId: id, caseId: id, mark: v.string() }),
    v.object({ path, bytes: count }),
    [...SAVE_ERRORS, ...FAULT_CODES, 'folder-missing', 'not-kept'],
  ),
  /** Remembers that a try failed. */
  'snapshots.failed': method(v.object({ caseId: id, code: v.string() }), nothing, [
    'locked',
    'disk-full',
    'write-failed',
    'not-kept',
  ]),
  /**
   * All snapshots, the latest first. Each may be opened as a project file from now on, but for
   * those without `bytes`: they lie in the folders `away`, which cannot be reached. Those in the folders
   * `purged` are from before a purge and are not told: they go when the next one is written.
   */
  'snapshots.listKept': method(
    ofCase,
    v.object({
      files: v.array(v.object({ path, at: time, bytes: v.nullable(count) })),
      away: v.array(v.string()),
      purged: v.array(v.string()),
    }),
    ['locked', 'not-kept'],
  ),
  'snapshots.openKept': method(v.object({ jobId: id, caseId: id, path }), summary, [
    ...OPEN_ERRORS,
    'folder-missing',
    'not-kept',
    'kept-unknown',
  ]),
  /** Removes those that can be reached; those in the folders `left` go when the next one is written. */
  'snapshots.eraseKept': method(ofCase, v.object({ removed: count, left: v.array(v.string()) }), [
    'locked',
    'disk-full',
    'write-failed',
  ]),
} as const;
