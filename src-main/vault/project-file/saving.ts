import type { CaseFileInput } from '#core/exchange/project-file/case-file.ts';
import type { Job, Jobs } from '../evidence/jobs.ts';
import type { Disk } from '../files/disk.ts';
import type { OpenCase, OpenCases } from '../open-cases.ts';
import { VaultError } from '../vault-error.ts';
import type { Protection } from './age/header.ts';
import { type Channel, createChannel } from './channel.ts';
import { type Summary, summaryOf } from './open-file.ts';
import { refusing } from './refusal.ts';
import { type EvidenceRef, sealedEvidence } from './sources.ts';
import { type Sizes, spaceIn, spaceNeeded } from './space.ts';
import type { DocumentSource, Signer } from './write-bag.ts';
import { type FileProgress, type Written, writeProjectFile } from './write-file.ts';

/** What is to be saved, and where. */
export type SaveInput = {
  readonly jobId: string;
  readonly caseId: string;
  /** Place of the file; what stands there stays until the new one is whole. */
  readonly path: string;
  readonly info: CaseFileInput;
  /** `again`: as the file at this path was sealed since the case was unlocked. */
  readonly protection: Protection | { readonly again: true };
  readonly evidence: readonly EvidenceRef[];
  /** About how long the texts are, in bytes: for the space needed and for progress. */
  readonly sizes: Pick<Sizes, 'journal' | 'documents'>;
  /** Whether the chain ends are to be signed by the person's key. */
  readonly sign: boolean;
};

/** What was saved, and where. */
export type Saved = { readonly path: string; readonly bytes: number; readonly summary: Summary };

/**
 * Saves a case as a project file. The journal and the texts come in slices: all entries first (by
 * actor and number, cut anywhere), then the documents one after the other.
 */
export type Saving = {
  /** Bytes that must be free in the folder of `path`, and how many are (null: the system does not say). */
  spaceForSave(
    input: Sizes & { readonly folder: string | null },
  ): Promise<{ needed: number; free: number | null }>;
  /** Throws `not-saved-yet` when it is to be sealed as before and never was. */
  beginSave(input: SaveInput): Promise<null>;
  /** Resolves when the slice is taken, so that a sender that waits never runs ahead. */
  saveEntries(input: { readonly jobId: string; readonly bytes: Uint8Array }): Promise<null>;
  /** A document's text in UTF-8, whole or in slices one after the other under one id. */
  saveText(input: { readonly jobId: string; readonly id: string; readonly bytes: Uint8Array }): Promise<null>;
  /** Resolves when the file is whole, verified and in place. Tells what went wrong, once. */
  endSave(input: { readonly jobId: string }): Promise<Saved>;
  /** Forgets a save whose end nobody will ask for. What is under way is not stopped by it. */
  forgetSave(input: { readonly jobId: string }): Promise<null>;
};

type Slice = { readonly id: string; readonly bytes: Uint8Array };
type Save = {
  readonly path: string;
  readonly journal: Channel<Uint8Array>;
  readonly texts: Channel<Slice>;
  readonly written: Promise<Written>;
};

/** Slices of texts as documents: those of one id that follow each other are one text. */
async function* documentsFrom(slices: AsyncGenerator<Slice, void>): AsyncGenerator<DocumentSource> {
  let current = await slices.next();
  while (!current.done) {
    const { id } = current.value;
    const read = async function* () {
      while (!current.done && current.value.id === id) {
        yield current.value.bytes;
        current = await slices.next();
      }
    };
    yield { id, read };
  }
}

export function createSaving(options: {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly jobs: Jobs;
  readonly report: (progress: FileProgress & { readonly jobId: string }) => void;
  readonly signer: () => Signer | null;
}): Saving {
  const { disk, cases, jobs, report, signer } = options;
  const saves = new Map<string, Save>();
  /** How files were sealed, by path: gone with the opened case. */
  const sealedBy = new WeakMap<OpenCase, Map<string, Protection>>();

  const protectionFor = ({ caseId, path, protection }: SaveInput): Protection => {
    if (!('again' in protection)) return protection;
    const before = sealedBy.get(cases.get(caseId))?.get(path);
    if (!before) throw new VaultError('not-saved-yet', 'This file was not written since the case was opened');
    return before;
  };
  const remember = ({ caseId, path }: SaveInput, protection: Protection): void => {
    const opened = cases.get(caseId);
    sealedBy.set(opened, new Map([...(sealedBy.get(opened) ?? []), [path, protection]]));
  };

  const saveOf = (jobId: string): Save => {
    const save = saves.get(jobId);
    if (!save) throw new VaultError('cancelled', 'There is no such save, or it was given up');
    return save;
  };
  const writing = (input: SaveInput, job: Job, { journal, texts }: Pick<Save, 'journal' | 'texts'>) => {
    const { jobId, caseId, path, info, evidence, sizes } = input;
    const protection = protectionFor(input);
    const opened = cases.get(caseId);
    const content = {
      info,
      journal: journal.items(),
      documents: documentsFrom(texts.items()),
      evidence: evidence.map((ref) => sealedEvidence(disk, opened, ref)),
      sign: input.sign ? signer() : null,
    };
    const expected = spaceNeeded({ ...sizes, evidence: evidence.map(({ size }) => size) });
    const onProgress = (progress: FileProgress) => report({ jobId, ...progress });
    const { signal } = job;
    return writeProjectFile(disk, { path, protection, content, expected, signal, onProgress }).then(
      (written) => {
        if (cases.ids().includes(caseId)) remember(input, protection);
        return written;
      },
    );
  };

  return {
    async spaceForSave({ folder, ...sizes }) {
      return { needed: spaceNeeded(sizes), free: folder === null ? null : await spaceIn(folder) };
    },
    async beginSave(input) {
      const { jobId, caseId, path } = input;
      const job = jobs.start(jobId, caseId);
      const channels = { journal: createChannel<Uint8Array>(), texts: createChannel<Slice>() };
      const stop = (reason: unknown): void => {
        channels.journal.fail(reason);
        channels.texts.fail(reason);
      };
      job.signal.addEventListener('abort', () => stop(job.signal.reason), { once: true });
      const written = refusing(() => writing(input, job, channels));
      const ended = written.then(
        () => undefined,
        (error: unknown) => stop(error),
      );
      void ended.then(() => {
        if (job.signal.aborted) saves.delete(jobId);
        job.end();
      });
      saves.set(jobId, { path, ...channels, written });
      return null;
    },
    async saveEntries({ jobId, bytes }) {
      await saveOf(jobId).journal.send(bytes);
      return null;
    },
    async saveText({ jobId, id, bytes }) {
      const save = saveOf(jobId);
      save.journal.end();
      await save.texts.send({ id, bytes });
      return null;
    },
    async endSave({ jobId }) {
      const { path, journal, texts, written } = saveOf(jobId);
      journal.end();
      texts.end();
      try {
        const { bytes, bag } = await written;
        return { path, bytes, summary: summaryOf(bag) };
      } finally {
        saves.delete(jobId);
      }
    },
    async forgetSave({ jobId }) {
      saves.delete(jobId);
      return null;
    },
  };
}
