import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { CaseFileInput } from '#core/exchange/project-file/case-file.ts';
import { type Disk, syncFolder } from '../files/disk.ts';
import { systemCode, writeFailure } from '../files/system-errors.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase, OpenCases } from '../open-cases.ts';
import type { Summary } from '../project-file/open-file.ts';
import type { ProjectFiles } from '../project-file/project-files.ts';
import { VaultError } from '../vault-error.ts';
import { blobsOfCopies, forgetBlobs, rememberBlobs } from './copy-blobs.ts';

type OfCase = { readonly caseId: string };

/** A copy of a case as it once stood: its history and texts. Evidence stays where it is. */
export type Snapshot = { readonly name: string; readonly bytes: number };

/**
 * Copies of a case on the same laptop, as project files that only the case key opens: what a merge
 * is undone with. Journal and texts are sent as for a save, under the same job id.
 */
export type Snapshots = {
  beginSnapshot(
    input: OfCase & {
      readonly jobId: string;
      readonly info: CaseFileInput;
      readonly sizes: { readonly journal: number; readonly documents: number };
      /** SHA-256 of every file its history names: these stay as long as the copy does. */
      readonly names: readonly string[];
    },
  ): Promise<null>;
  /** The latest first. */
  listSnapshots(input: OfCase): Promise<{ snapshots: Snapshot[] }>;
  /** Checks and opens one, as a project file is opened. */
  openSnapshot(input: OfCase & { readonly jobId: string; readonly name: string }): Promise<Summary>;
  /** Removes all but the latest `keep`. What they alone needed goes with the next sweep. */
  pruneSnapshots(input: OfCase & { readonly keep: number }): Promise<{ removed: number }>;
};

const NAME = /^\d{13}\.touchstone$/;

/** The passphrase is no person's: 256 bits of the case key, so that guessing it need not be dear. */
const WORK_FACTOR = 10;

function passphraseOf(caseKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', caseKey, Buffer.alloc(0), 'touchstone-snapshot', 32)).toString(
    'base64',
  );
}

const folderIn = ({ folder }: OpenCase): string => join(folder, '..', 'snapshots');

/** All that lies in the folder of the copies, the latest first. */
async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return (await disk.readdir(folder)).sort().reverse();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

const copiesAmong = (names: readonly string[]): string[] => names.filter((name) => NAME.test(name));

/** Names of the sealed files that the copies of a case need; null when that cannot be told. */
export async function neededByCopies(disk: Disk, opened: OpenCase): Promise<ReadonlySet<string> | null> {
  const folder = folderIn(opened);
  return blobsOfCopies(disk, opened, folder, copiesAmong(await namesIn(disk, folder)));
}

/** Those of the files (SHA-256 in hex) that surely no copy needs. */
export async function neededByNoCopy(
  disk: Disk,
  opened: OpenCase,
  sha256s: readonly string[],
): Promise<readonly string[]> {
  const needed = await neededByCopies(disk, opened);
  if (needed === null) return [];
  return sha256s.filter((sha256) => !needed.has(blobNameOf(opened.keys, Buffer.from(sha256, 'hex'))));
}

export function createSnapshots(options: {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly files: ProjectFiles;
  readonly now?: () => number;
}): Snapshots {
  const { disk, cases, files, now = Date.now } = options;
  const folderOf = (caseId: string): string => folderIn(cases.get(caseId));
  const protectionOf = (caseId: string) => ({
    passphrase: passphraseOf(cases.get(caseId).keys.caseKey),
    workFactor: WORK_FACTOR,
  });

  return {
    async beginSnapshot({ caseId, names, ...input }) {
      const folder = folderOf(caseId);
      try {
        await disk.mkdir(folder, { recursive: true, mode: 0o700 });
        await syncFolder(disk, join(folder, '..'));
      } catch (error) {
        throw writeFailure(error);
      }
      const name = `${String(now()).padStart(13, '0')}.touchstone`;
      await rememberBlobs(disk, cases.get(caseId), { folder, name }, names);
      const path = join(folder, name);
      const protection = protectionOf(caseId);
      return files.beginSave({ ...input, caseId, path, protection, evidence: [], sign: false });
    },
    async listSnapshots({ caseId }) {
      const snapshots: Snapshot[] = [];
      const folder = folderOf(caseId);
      for (const name of copiesAmong(await namesIn(disk, folder))) {
        snapshots.push({ name, bytes: (await disk.stat(join(folder, name))).size });
      }
      return { snapshots };
    },
    async openSnapshot({ jobId, caseId, name }) {
      if (!NAME.test(name)) throw new VaultError('bad-request', 'There is no such snapshot');
      const { passphrase } = protectionOf(caseId);
      return files.openFile({ jobId, path: join(folderOf(caseId), name), secret: { passphrase } });
    },
    async pruneSnapshots({ caseId, keep }) {
      const folder = folderOf(caseId);
      const names = await namesIn(disk, folder);
      const copies = copiesAmong(names);
      const gone = copies.slice(keep);
      for (const name of gone) await disk.rm(join(folder, name), { force: true });
      await forgetBlobs(disk, folder, names, copies.slice(0, keep));
      return { removed: gone.length };
    },
  };
}
