import type {
  ExchangeWork,
  FileToVerify,
  LeavingBag,
  FinishedExport,
  LeavingText,
} from '#core/ports/exchange-work.ts';
import type { LeftFile } from '#core/ports/finished-file.ts';
import type { Leaves } from '#core/release/new-release.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useCase } from '#renderer/state/case-store.ts';
import type { CaseToExport } from '#core/exchange/leaving-export.ts';
import type { Done } from '#core/ports/workbench.ts';
import { SLICE_BYTES } from '#contract/methods.ts';
import { attempt, done, Failure } from './failures.ts';
import type { Parts } from './parts.ts';
import { leaveAs, type SentGuard } from './leaving-files.ts';
import { startProjectJob } from './project/project-job.ts';
import { fileNameOf } from './reporting.ts';
import type { OpenedCase } from './session.ts';
import { stateOfCase } from './state-of-case.ts';

/** The bytes in slices that one message each may hold. */
function slicesOf(bytes: Uint8Array): Uint8Array[] {
  const slices: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) slices.push(bytes.slice(at, at + SLICE_BYTES));
  return slices;
}

/** Asks where to, writes the file and checks it. */
async function write(
  host: Host,
  name: { readonly title: string; readonly what: string; readonly ending: LeavingText['ending'] | 'docx' },
  bytes: Uint8Array,
  guard: SentGuard,
): Promise<LeftFile | null> {
  const { title, what, ending } = name;
  const { file } = await host.call('export.text', {
    suggestedName: fileNameOf(`${title} ${what}`, ending),
    ending,
    slices: slicesOf(bytes),
    guard,
  });
  return file;
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

async function writeBag(
  { host, now }: Parts,
  { caseId }: OpenedCase,
  leaving: LeavingBag,
  guard: SentGuard,
): Promise<{ readonly file: LeftFile | null; readonly leftOut: readonly string[] }> {
  const { title, plan, table, day } = leaving;
  const { version } = await host.call('app.info', {});
  const job = startProjectJob(host, title, now);
  try {
    return await host.call('export.bag', {
      jobId: job.jobId,
      caseId,
      suggestedName: fileNameOf(`${title} evidence`, 'zip'),
      title,
      day,
      software: `Touchstone ${version}`,
      table: new TextEncoder().encode(table),
      files: plan.files.map((held) => ({ ...held, masks: held.masks.map((mask) => ({ ...mask })) })),
      guard,
    });
  } finally {
    job.end();
  }
}

/** The case in view, for readers of this language. */
const inStore = (opened: OpenedCase | null, { language }: Pick<CaseToExport, 'language'>): CaseToExport => ({
  state: stateOfCase(opened),
  texts: useCase.getState().texts,
  language,
});

/** What was stopped says so by its code. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) throw new Failure('cancelled', 'The person stopped it', { cause: error });
    throw error;
  }
}

/** Lets a file leave the case in view, the sample included, under what guards its people. */
async function leaveCase(
  opened: OpenedCase | null,
  leaves: Leaves,
  hidesCheckers: boolean,
  write: (guard: SentGuard) => Promise<LeftFile | null>,
): Promise<Done<FinishedExport | null>> {
  await opened?.desk.open.settled();
  const state = stateOfCase(opened);
  return done(await leaveAs({ opened, state, leaves, hidesCheckers }, write));
}

/** Exports and files of other programs, over the host. `opened`: runs work on the open case. */
export function createExchangeWork(
  parts: Parts,
  opened: <T>(work: (opened: OpenedCase) => Promise<Done<T>>) => Promise<Done<T>>,
): ExchangeWork {
  const { host, leaving } = parts;
  const inView = <T>(work: (held: OpenedCase | null) => Promise<Done<T>>): Promise<Done<T>> =>
    useCase.getState().readOnly ? attempt(() => work(null)) : opened(work);
  const read = (path: string) => host.call('documents.read', { path });
  return {
    exportText: ({ text, ...name }, leaves) =>
      inView((held) =>
        leaveCase(held, leaves, true, (guard) => write(host, name, new TextEncoder().encode(text), guard)),
      ),
    buildText: (setup, signal) =>
      inView(async (held) =>
        done(await unlessStopped(leaving.text(inStore(held, setup), setup, signal), signal)),
      ),
    exportWord: ({ title, setup }, leaves, signal) =>
      inView(async (held) => {
        const name = { title, what: 'report', ending: 'docx' } as const;
        const bytes = await unlessStopped(leaving.word(inStore(held, setup), setup, signal), signal);
        return leaveCase(held, leaves, true, (guard) => write(host, name, bytes, guard));
      }),
    exportBag: (bag, leaves) =>
      // Files that a bag carries as they came may hold the alias as anybody's name: no reason to stop it.
      opened(async (held) => {
        let leftOut: readonly string[] = [];
        const outcome = await leaveCase(held, leaves, false, async (guard) => {
          const written = await writeBag(parts, held, bag, guard);
          ({ leftOut } = written);
          return written.file;
        });
        return outcome.ok ? done(outcome.value && { ...outcome.value, leftOut }) : outcome;
      }),
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
