import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { CaseFileInput } from '#core/exchange/project-file/case-file.ts';
import { type Disk, syncFolder } from '../files/disk.ts';
import { systemCode, writeFailure } from '../files/system-errors.ts';
import type { OpenCases } from '../open-cases.ts';
import type { Summary } from '../project-file/open-file.ts';
import type { ProjectFiles } from '../project-file/project-files.ts';
import { VaultError } from '../vault-error.ts';

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
    },
  ): Promise<null>;
  /** The latest first. */
  listSnapshots(input: OfCase): Promise<{ snapshots: Snapshot[] }>;
  /** Checks and opens one, as a project file is opened. */
  openSnapshot(input: OfCase & { readonly jobId: string; readonly name: string }): Promise<Summary>;
  /** Removes all but the latest `keep`. */
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

export function createSnapshots(options: {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly files: ProjectFiles;
  readonly now?: () => number;
}): Snapshots {
  const { disk, cases, files, now = Date.now } = options;
  const folderOf = (caseId: string): string => join(cases.get(caseId).folder, '..', 'snapshots');
  const protectionOf = (caseId: string) => ({
    passphrase: passphraseOf(cases.get(caseId).keys.caseKey),
    workFactor: WORK_FACTOR,
  });

  async function namesOf(caseId: string): Promise<string[]> {
    try {
      const names = await disk.readdir(folderOf(caseId));
      return names
        .filter((name) => NAME.test(name))
        .sort()
        .reverse();
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  return {
    async beginSnapshot({ caseId, ...input }) {
      const folder = folderOf(caseId);
      try {
        await disk.mkdir(folder, { recursive: true, mode: 0o700 });
        await syncFolder(disk, join(folder, '..'));
      } catch (error) {
        throw writeFailure(error);
      }
      const path = join(folder, `${String(now()).padStart(13, '0')}.touchstone`);
      const protection = protectionOf(caseId);
      return files.beginSave({ ...input, caseId, path, protection, evidence: [], sign: false });
    },
    async listSnapshots({ caseId }) {
      const snapshots: Snapshot[] = [];
      for (const name of await namesOf(caseId)) {
        snapshots.push({ name, bytes: (await disk.stat(join(folderOf(caseId), name))).size });
      }
      return { snapshots };
    },
    async openSnapshot({ jobId, caseId, name }) {
      if (!NAME.test(name)) throw new VaultError('bad-request', 'There is no such snapshot');
      const { passphrase } = protectionOf(caseId);
      return files.openFile({ jobId, path: join(folderOf(caseId), name), secret: { passphrase } });
    },
    async pruneSnapshots({ caseId, keep }) {
      const gone = (await namesOf(caseId)).slice(keep);
      for (const name of gone) await disk.rm(join(folderOf(caseId), name), { force: true });
      return { removed: gone.length };
    },
  };
}
