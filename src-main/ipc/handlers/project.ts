import { dirname } from 'node:path';
import { SLICE_BYTES } from '#contract/methods.ts';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import type { KnownPaths } from '#main/services/files/known-paths.ts';
import { fingerprintOf } from '#main/services/files/fingerprint.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { Client } from '#main/services/vault/vault-client.ts';
import type { Vault } from '#main/vault/vault.ts';
import type { HandlersOf } from '../register.ts';

/** Ending of project files. */
export const PROJECT_EXTENSION = 'touchstone';

/**
 * Cost of a guess at a project file's passphrase (scrypt, 2^18): about a second on a laptop; files
 * travel, so it is dearer than a login.
 */
const WORK_FACTOR = 18;

/** Paths the person chose: to write to, to read from; and the file the app was asked to open. */
export type ProjectPaths = {
  readonly known: KnownPaths;
  readonly targets: KnownPaths;
  /** The file the app was asked to open, told once; null when there is none. */
  takeAsked(): string | null;
  /** Hears of every file that was written. */
  wrote(path: string): void;
};

const requireSlice = (bytes: Uint8Array): void => {
  if (bytes.length > SLICE_BYTES)
    throw new ServiceError('bad-request', `A slice holds at most ${SLICE_BYTES} bytes`);
};

type Chosen = { passphrase: string } | { recipients: string[] };
const priced = (protection: Chosen) =>
  'passphrase' in protection ? { ...protection, workFactor: WORK_FACTOR } : protection;

type Summary = Awaited<ReturnType<Vault['openFile']>>;

/** The same summary in lists of its own, as the contract writes them. */
const sent = ({ actors, documents, missing, ...summary }: Summary) => ({
  ...summary,
  actors: [...actors],
  documents: [...documents],
  missing: { documents: [...missing.documents], evidence: [...missing.evidence] },
});

/** Snapshots in a chosen folder. */
function keptHandlers(vault: Client<Vault>, dialogs: Dialogs, { known, targets, wrote }: ProjectPaths) {
  return {
    async 'snapshots.pickFolder'() {
      const path = await dialogs.chooseFolder();
      if (path !== null) targets.add(path);
      return { path };
    },
    'snapshots.kept': ({ caseId }) => vault.call('keptState', { caseId }),
    async 'snapshots.keep'({ protection, ...input }) {
      const before = await vault.call('keptState', { caseId: input.caseId });
      if (before?.folder !== input.folder) targets.require(input.folder);
      return vault.call('keepSnapshots', { ...input, protection: priced(protection) });
    },
    'snapshots.stop': (params) => vault.call('stopKeeping', params),
    'snapshots.beginKept': (params) => vault.call('beginKept', params),
    async 'snapshots.endKept'(params) {
      const written = await vault.call('endKept', params);
      wrote(written.path);
      return written;
    },
    'snapshots.failed': (params) => vault.call('keptFailed', params),
    async 'snapshots.listKept'(params) {
      const { files, away, purged } = await vault.call('listKept', params);
      for (const { bytes, path } of files) if (bytes !== null) known.add(path);
      return { files, away, purged };
    },
    'snapshots.openKept': async (params) => sent(await vault.call('openKept', params)),
    'snapshots.eraseKept': (params) => vault.call('eraseKept', params),
  } satisfies Partial<HandlersOf<'snapshots'>>;
}

/** Project files: dialogs here, everything else in the vault. */
export function projectHandlers(
  vault: Client<Vault>,
  dialogs: Dialogs,
  paths: ProjectPaths,
): HandlersOf<'project' | 'snapshots'> {
  const { known, targets } = paths;
  const written = new Map<string, string>();
  return {
    async 'project.pickTarget'({ suggestedName }) {
      const path = await dialogs.saveFile(suggestedName, PROJECT_EXTENSION);
      if (path !== null) targets.add(path);
      return { path };
    },
    async 'project.space'({ path, ...sizes }) {
      // Before a place is chosen the room there is not known.
      if (path !== null) targets.require(path);
      const { needed, free } = await vault.call('spaceForSave', {
        ...sizes,
        folder: path === null ? null : dirname(path),
      });
      return { needed, free };
    },
    async 'project.beginSave'({ protection, ...input }) {
      targets.require(input.path);
      written.set(input.jobId, input.path);
      return vault.call('beginSave', {
        ...input,
        protection: 'again' in protection ? protection : priced(protection),
      });
    },
    async 'project.fingerprint'({ path }) {
      targets.require(path);
      return fingerprintOf(path);
    },
    async 'project.saveEntries'(params) {
      requireSlice(params.bytes);
      return vault.call('saveEntries', params);
    },
    async 'project.saveText'(params) {
      requireSlice(params.bytes);
      return vault.call('saveText', params);
    },
    async 'project.endSave'({ jobId }) {
      const path = written.get(jobId);
      written.delete(jobId);
      const { bytes, summary } = await vault.call('endSave', { jobId });
      if (path !== undefined) paths.wrote(path);
      return { bytes, summary: sent(summary) };
    },
    async 'project.cancel'({ jobId }) {
      written.delete(jobId);
      return vault.call('cancel', { jobId });
    },
    'project.pickFile': async () => ({ path: (await dialogs.openFiles('project')).at(0) ?? null }),
    'project.asked': async () => ({ path: paths.takeAsked() }),
    async 'project.inspect'({ path }) {
      known.require(path);
      return vault.call('inspectFile', { path });
    },
    async 'project.open'({ jobId, path, passphrase }) {
      known.require(path);
      const secret = passphrase === null ? null : { passphrase };
      return sent(await vault.call('openFile', { jobId, path, secret }));
    },
    'project.entries': (params) => vault.call('takeEntries', params),
    'project.text': (params) => vault.call('takeText', params),
    'project.evidence': (params) => vault.call('takeEvidence', params),
    'project.close': (params) => vault.call('closeFile', params),
    'snapshots.begin': (params) => vault.call('beginSnapshot', params),
    'snapshots.list': (params) => vault.call('listSnapshots', params),
    'snapshots.open': async (params) => sent(await vault.call('openSnapshot', params)),
    'snapshots.prune': (params) => vault.call('pruneSnapshots', params),
    ...keptHandlers(vault, dialogs, paths),
  };
}
