import type { BlobRef } from '#core/model/evidence.ts';
import { VaultError } from '../vault-error.ts';
import type { Disk } from '../files/disk.ts';
import type { OpenCase, OpenCases } from '../open-cases.ts';
import { startSealing, type Sealer } from '../sealed/sealer.ts';
import type { Job, Jobs } from './jobs.ts';
import { mediaTypeOf } from './media-type.ts';

const HEAD_BYTES = 64;

/** Bytes that come without a path, in slices. */
export type Pastes = {
  begin(input: {
    readonly caseId: string;
    readonly jobId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
  }): Promise<null>;
  /** Resolves when the slice is written, so that a sender that waits never runs ahead. */
  slice(input: { readonly jobId: string; readonly bytes: Uint8Array }): Promise<null>;
  end(input: { readonly jobId: string }): Promise<BlobRef>;
};

type Paste = {
  readonly job: Job;
  readonly opened: OpenCase;
  readonly sealer: Sealer;
  readonly name: string;
  readonly mediaType: string;
  readonly report: (done: number) => void;
  head: Buffer;
  done: number;
  /** The calls of one paste, one after the other. */
  queue: Promise<unknown>;
};

export function createPastes(options: {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly jobs: Jobs;
  readonly progress: (jobId: string, total: number) => (done: number) => void;
}): Pastes {
  const { disk, cases, jobs, progress } = options;
  const pastes = new Map<string, Paste>();

  const finishJob = async (jobId: string, paste: Paste): Promise<void> => {
    if (!pastes.delete(jobId)) return;
    try {
      await paste.sealer.abort();
    } finally {
      paste.opened.temporary.delete(paste.sealer.temporary);
      paste.job.end();
    }
  };

  /** Runs `work` after the calls before it. A failure ends the paste. */
  const enqueue = <T>(jobId: string, work: (paste: Paste) => Promise<T>): Promise<T> => {
    const paste = pastes.get(jobId);
    if (!paste) throw new VaultError('cancelled', 'There is no such paste, or it was given up');
    const run = async (): Promise<T> => {
      try {
        paste.job.signal.throwIfAborted();
        return await work(paste);
      } catch (error) {
        await finishJob(jobId, paste);
        throw error;
      }
    };
    const result = paste.queue.then(run, run);
    paste.queue = result.catch(() => undefined);
    return result;
  };

  return {
    async begin({ caseId, jobId, name, mediaType, size }) {
      const opened = cases.get(caseId);
      const job = jobs.start(jobId, caseId);
      try {
        const sealer = await startSealing(disk, opened.folder, opened.keys, size);
        opened.temporary.add(sealer.temporary);
        const report = progress(jobId, size);
        const head = Buffer.alloc(0);
        const paste: Paste = {
          job,
          opened,
          sealer,
          name,
          mediaType,
          report,
          head,
          done: 0,
          queue: Promise.resolve(),
        };
        pastes.set(jobId, paste);
        const giveUp = () => {
          paste.queue = paste.queue.then(() => finishJob(jobId, paste));
        };
        job.signal.addEventListener('abort', giveUp, { once: true });
        if (job.signal.aborted) giveUp();
        return null;
      } catch (error) {
        job.end();
        throw error;
      }
    },
    async slice({ jobId, bytes }) {
      return enqueue(jobId, async (paste) => {
        const missing = HEAD_BYTES - paste.head.length;
        if (missing > 0) paste.head = Buffer.concat([paste.head, bytes.subarray(0, missing)]);
        await paste.sealer.write(bytes);
        paste.done += bytes.length;
        paste.report(paste.done);
        return null;
      });
    },
    async end({ jobId }) {
      return enqueue(jobId, async (paste) => {
        const { blob, ...content } = await paste.sealer.finish();
        paste.opened.fresh.add(blob);
        await finishJob(jobId, paste);
        const { name, head, mediaType } = paste;
        return { ...content, name, mediaType: mediaTypeOf(name, head, mediaType), modified: null };
      });
    },
  };
}
