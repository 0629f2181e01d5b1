import type {
  ExchangeWork,
  FileToVerify,
  LeavingBag,
  LeavingText,
  WrittenFile,
} from '#core/ports/exchange-work.ts';
import type { Host } from '#renderer/platform/host.ts';
import type { Done } from '#core/ports/workbench.ts';
import { SLICE_BYTES } from '#contract/methods.ts';
import { attempt, done } from './failures.ts';
import type { Parts } from './parts.ts';
import { startProjectJob } from './project/project-job.ts';
import { fileNameOf } from './reporting.ts';
import type { OpenedCase } from './session.ts';

/** The bytes in slices that one message each may hold. */
function slicesOf(bytes: Uint8Array): Uint8Array[] {
  const slices: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) slices.push(bytes.slice(at, at + SLICE_BYTES));
  return slices;
}

/** Asks where to and writes the file. */
async function write(
  host: Host,
  name: { readonly title: string; readonly what: string; readonly ending: LeavingText['ending'] | 'docx' },
  bytes: Uint8Array,
): Promise<Done<WrittenFile | null>> {
  const { title, what, ending } = name;
  const { path, ...written } = await host.call('export.text', {
    suggestedName: fileNameOf(`${title} ${what}`, ending),
    ending,
    slices: slicesOf(bytes),
  });
  return done(path === null ? null : { path, ...written });
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

async function exportBag({ host, now }: Parts, { caseId }: OpenedCase, leaving: LeavingBag) {
  const { title, plan, table, day } = leaving;
  const { version } = await host.call('app.info', {});
  const job = startProjectJob(host, title, now);
  try {
    const { path, bytes } = await host.call('export.bag', {
      jobId: job.jobId,
      caseId,
      suggestedName: fileNameOf(`${title} evidence`, 'zip'),
      title,
      day,
      software: `Touchstone ${version}`,
      table: new TextEncoder().encode(table),
      files: plan.files.map((file) => ({ ...file })),
    });
    return done(path === null ? null : { path, bytes });
  } finally {
    job.end();
  }
}

/** Exports and files of other programs, over the host. `opened`: runs work on the open case. */
export function createExchangeWork(
  parts: Parts,
  opened: <T>(work: (opened: OpenedCase) => Promise<Done<T>>) => Promise<Done<T>>,
): ExchangeWork {
  const { host } = parts;
  const read = (path: string) => host.call('documents.read', { path });
  return {
    exportText: ({ text, ...name }) => attempt(() => write(host, name, new TextEncoder().encode(text))),
    exportWord: ({ flow, day }) =>
      attempt(async () => {
        // A large library for few: it is loaded when it is wanted.
        const { docxFile } = await import('./word/docx-file.ts');
        const name = { title: flow.title, what: 'report', ending: 'docx' } as const;
        return write(host, name, await docxFile(flow, day));
      }),
    exportBag: (leaving) => opened((held) => exportBag(parts, held, leaving)),
    pickClaims: () =>
      attempt(async () => {
        const { path } = await host.call('export.pick', { what: 'claims' });
        return done(path === null ? null : await read(path));
      }),
    pickToVerify: () =>
      attempt<FileToVerify | null>(async () => {
        const { path } = await host.call('export.pick', { what: 'exported' });
        if (path === null) return done(null);
        const { bag } = await host.call('export.checkBag', { path });
        if (bag) return done({ kind: 'bag', name: nameOf(path), bag });
        return done({ kind: 'read', file: await read(path) });
      }),
  };
}
