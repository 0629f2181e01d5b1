import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { CaseFileInput } from '#core/exchange/project-file/case-file.ts';
import type { Disk } from '../files/disk.ts';
import type { OpenCases } from '../open-cases.ts';
import type { Summary } from '../project-file/open-file.ts';
import type { ProjectFiles } from '../project-file/project-files.ts';
import type { EvidenceRef } from '../project-file/sources.ts';
import { VaultError } from '../vault-error.ts';
import { deviceOf, keptFiles, keptName, pruneKept, requireFolder } from './kept-files.ts';
import { earlierThan, holdsSome, type KeptState, stateOf, toEraseBut } from './kept-state.ts';
import { type KeptList, listOf } from './kept-list.ts';
import { type KeptSetting, readSetting, removeSetting, writeSetting } from './setting.ts';
import { recordOf, requireWritten } from './written.ts';

type OfCase = { readonly caseId: string };

/** How many snapshots stay in the folder (DESIGN 4). */
const KEPT = 5;

/**
 * Snapshots of a case in a folder the person chose: project files of their own, which open
 * anywhere. Journal and texts are sent as for a save, under the same job id.
 */
export type KeptSnapshots = {
  /** Null while none were ever kept. */
  keptState(input: OfCase): Promise<KeptState | null>;
  /** Turns it on, or changes it. */
  keepSnapshots(input: OfCase & Pick<KeptSetting, 'folder' | 'protection' | 'evidence'>): Promise<KeptState>;
  /** Turns it off; what was written stays, and a purge still removes it. */
  stopKeeping(input: OfCase): Promise<null>;
  /** Throws VaultErrors `not-kept` and `folder-missing`. */
  beginKept(
    input: OfCase & {
      readonly jobId: string;
      readonly info: CaseFileInput;
      readonly sizes: { readonly journal: number; readonly documents: number };
      readonly evidence: readonly EvidenceRef[];
      readonly sign: boolean;
    },
  ): Promise<null>;
  /**
   * Resolves when the file is whole, verified and in place; then all but the last five go. `mark`
   * names the state of the history it holds.
   */
  endKept(
    input: OfCase & { readonly jobId: string; readonly mark: string },
  ): Promise<{ path: string; bytes: number }>;
  /** Remembers that a try failed, to be told until one succeeds. */
  keptFailed(input: OfCase & { readonly code: string }): Promise<null>;
  /** Those in folders that are away included. */
  listKept(input: OfCase): Promise<KeptList>;
  /**
   * Checks and opens one, by what it was sealed with. Throws a VaultError `kept-unknown` for a file
   * that was not written from here.
   */
  openKept(input: OfCase & { readonly jobId: string; readonly path: string }): Promise<Summary>;
  /**
   * Removes all of them. Those in the folders `left` cannot be reached; they go when the next one is
   * written.
   */
  eraseKept(input: OfCase): Promise<{ removed: number; left: string[] }>;
};

/** Removes all snapshots from these folders; returns those that could not be reached. */
async function eraseIn(disk: Disk, fileId: string, folders: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const folder of folders) {
    // A stick that is away: its turn comes when the next snapshot is written.
    await pruneKept(disk, { folder, fileId }, 0).catch(() => left.push(folder));
  }
  return left;
}

type Options = {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly files: ProjectFiles;
  /** The person's age keys. Throws a VaultError `identity-locked`. */
  readonly identities: () => string[];
  readonly now?: () => number;
};

export function createKeptSnapshots(options: Options): KeptSnapshots {
  const { disk, cases, files, identities, now = Date.now } = options;
  async function settingOf(caseId: string): Promise<KeptSetting> {
    const setting = await readSetting(disk, cases.get(caseId));
    if (!setting || setting.off === true)
      throw new VaultError('not-kept', 'No snapshots are kept of this case');
    return setting;
  }
  const change = async (caseId: string, changes: Partial<KeptSetting>): Promise<KeptSetting> => {
    const setting = { ...(await settingOf(caseId)), ...changes };
    await writeSetting(disk, cases.get(caseId), setting);
    return setting;
  };

  return {
    async keptState({ caseId }) {
      const setting = await readSetting(disk, cases.get(caseId));
      return setting && stateOf(setting);
    },
    async keepSnapshots({ caseId, folder, protection, evidence }) {
      const opened = cases.get(caseId);
      const before = await readSetting(disk, opened);
      const setting = {
        fileId: before?.fileId ?? randomBytes(8).toString('hex'),
        folder,
        protection,
        evidence,
        last: null,
        failed: null,
        device: null,
        written: before?.written ?? [],
        earlier: earlierThan(folder, before),
        eraseEarlier: toEraseBut(folder, before),
        replaceAll: before?.folder === folder && before.replaceAll,
      };
      await writeSetting(disk, opened, setting);
      return stateOf(setting);
    },
    async stopKeeping({ caseId }) {
      const setting = await change(caseId, { off: true, failed: null });
      if (earlierThan(null, setting).length === 0) await removeSetting(disk, cases.get(caseId));
      return null;
    },
    async beginKept({ caseId, jobId, evidence, ...input }) {
      const setting = await settingOf(caseId);
      const { folder, protection, fileId } = setting;
      // A folder that is not there is never made: it would lie on this disk, not on the stick.
      await requireFolder(disk, setting);
      const path = join(folder, keptName(fileId, now()));
      const refs = setting.evidence ? evidence : [];
      return files.beginSave({ ...input, jobId, caseId, path, protection, evidence: refs });
    },
    async endKept({ caseId, jobId, mark }) {
      const { path, bytes } = await files.endSave({ jobId });
      const setting = await settingOf(caseId);
      await pruneKept(disk, setting, setting.replaceAll ? 1 : KEPT);
      const { fileId, eraseEarlier: toErase = [], written = [] } = setting;
      const eraseEarlier = await eraseIn(disk, fileId, toErase);
      const erased = new Set(toErase.filter((one) => !eraseEarlier.includes(one)));
      const earlier = (setting.earlier ?? []).filter((one) => !erased.has(one));
      const here = new Set((await keptFiles(disk, setting)).map((file) => basename(file.path)));
      const still = written.filter((file) =>
        file.folder === setting.folder ? here.has(file.name) : !erased.has(file.folder),
      );
      await change(caseId, {
        written: [...still, await recordOf(disk, path, setting)],
        last: { at: now(), bytes, mark },
        device: await deviceOf(disk, setting.folder),
        failed: null,
        replaceAll: false,
        earlier,
        eraseEarlier,
      });
      return { path, bytes };
    },
    async keptFailed({ caseId, code }) {
      await change(caseId, { failed: { at: now(), code } });
      return null;
    },
    listKept: async ({ caseId }) => listOf(disk, await settingOf(caseId)),
    async openKept({ caseId, jobId, path }) {
      const setting = await settingOf(caseId);
      const { files: listed } = await listOf(disk, setting);
      if (!listed.some((file) => file.bytes !== null && file.path === path))
        throw new VaultError('file-missing', 'There is no such snapshot');
      const { protection } = await requireWritten(disk, path, setting.written ?? []);
      const secret =
        'passphrase' in protection ? { passphrase: protection.passphrase } : { identities: identities() };
      return files.openFile({ jobId, path, secret });
    },
    async eraseKept({ caseId }) {
      const setting = await readSetting(disk, cases.get(caseId));
      if (!setting) return { removed: 0, left: [] };
      const removed = await pruneKept(disk, setting, 0).catch(() => null);
      const eraseEarlier = await eraseIn(disk, setting.fileId, setting.earlier ?? []);
      const left = [...(removed === null && holdsSome(setting) ? [setting.folder] : []), ...eraseEarlier];
      const written = (setting.written ?? []).filter((file) => left.includes(file.folder));
      const replaceAll = removed === null;
      await writeSetting(disk, cases.get(caseId), {
        ...setting,
        last: null,
        replaceAll,
        earlier: eraseEarlier,
        eraseEarlier,
        written,
      });
      return { removed: removed ?? 0, left };
    },
  };
}
