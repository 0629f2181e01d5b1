import type { FileHandle } from 'node:fs/promises';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import type { CaseFile } from '#core/exchange/project-file/case-file.ts';
import type { Disk } from '../files/disk.ts';
import { systemCode } from '../files/system-errors.ts';
import { VaultError } from '../vault-error.ts';
import { wipe } from '../keys/secret.ts';
import { HEAD_BYTES, headerLength, kindOfHeader, openHeader, type Secret } from './age/header.ts';
import { openPayload, type PayloadReader } from './age/payload-reader.ts';
import { type CheckedBag, checkBag } from './read-bag.ts';

/** What a project file holds, once it was checked. */
export type Summary = {
  readonly info: CaseFile;
  /** `valid`: made by the key named in `info.savedBy`; whether that key is a colleague's is not said. */
  readonly signature: 'valid' | 'none';
  readonly entries: number;
  /** Entries whose body is not in the file: withheld or purged. */
  readonly withheld: number;
  readonly actors: readonly { readonly actor: string; readonly entries: number }[];
  readonly documents: readonly string[];
  readonly evidence: { readonly files: number; readonly bytes: number };
  /** What the history names and the file does not hold: ids of documents, SHA-256 of evidence. */
  readonly missing: { readonly documents: readonly string[]; readonly evidence: readonly string[] };
};

/** A checked project file, still open. `close` must be called: it wipes the key. */
export type OpenedFile = {
  readonly summary: Summary;
  readonly bag: CheckedBag;
  /** A reader of its own for each taker: two would take each other's blocks away. */
  reader(): PayloadReader;
  close(): Promise<void>;
};

export function summaryOf({ info, journal, chains, files }: CheckedBag): Summary {
  const places = files.map(({ place }) => place);
  const documents = places.flatMap((place) => (place.kind === 'document' ? [place.id] : []));
  const evidence = places.flatMap((place) => (place.kind === 'evidence' ? [place.sha256] : []));
  const [texts, blobs] = [new Set(documents), new Set(evidence)];
  const bytes = files.reduce(
    (sum, { place, entry }) => sum + (place.kind === 'evidence' ? entry.size : 0),
    0,
  );
  return {
    info,
    signature: chains.signature === null ? 'none' : 'valid',
    entries: journal.entries,
    withheld: journal.withheld,
    actors: [...journal.chains.counts].map(([actor, entries]) => ({ actor, entries })),
    documents,
    evidence: { files: evidence.length, bytes },
    missing: {
      documents: [...journal.refs.documents.keys()].filter((id) => !texts.has(id)),
      evidence: [...journal.refs.evidence.keys()].filter((sha256) => !blobs.has(sha256)),
    },
  };
}

function readFault(error: unknown): unknown {
  // A VaultError is the reason why it was stopped; its code is none of the system's.
  if (error instanceof ProjectFileFault || error instanceof VaultError) return error;
  const code = systemCode(error);
  if (['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE'].includes(code)) {
    return new ProjectFileFault('file-missing');
  }
  return code === '' ? error : new ProjectFileFault('file-unreadable');
}

/** Opens a person's file for reading; only ordinary files: a named pipe would wait for ever. */
async function openPlain(disk: Disk, path: string): Promise<FileHandle> {
  try {
    if (!(await disk.stat(path)).isFile()) throw new ProjectFileFault('file-unreadable');
    return await disk.open(path, 'r');
  } catch (error) {
    throw readFault(error);
  }
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  return head.subarray(0, bytesRead);
}

/** Whether a passphrase or a key opens this file. Throws `not-age-file` and other header faults. */
export async function inspectFile(disk: Disk, path: string): Promise<{ opensBy: 'passphrase' | 'keys' }> {
  const file = await openPlain(disk, path);
  try {
    const head = await readHead(file);
    return { opensBy: kindOfHeader(head.subarray(0, headerLength(head))) };
  } catch (error) {
    throw readFault(error);
  } finally {
    await file.close();
  }
}

/**
 * Opens a project file and checks all of it before anything is taken. Throws a ProjectFileFault
 * for whatever is wrong with it, or the reason of `signal`.
 */
export async function openProjectFile(
  disk: Disk,
  path: string,
  secret: Secret,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<OpenedFile> {
  const file = await openPlain(disk, path);
  let key: Buffer | null = null;
  const close = async (): Promise<void> => {
    if (key) wipe(key);
    key = null;
    await file.close();
  };
  try {
    const { payloadStart, payloadKey } = await openHeader(await readHead(file), secret);
    key = payloadKey;
    const { size } = await file.stat();
    const reader = () => openPayload(file, payloadStart, size, payloadKey);
    const payload = reader();
    const report = (done: number) => onProgress(done, payload.size);
    const bag = await checkBag(payload, { signal, report });
    return { summary: summaryOf(bag), bag, reader, close };
  } catch (error) {
    await close();
    throw readFault(error);
  }
}
