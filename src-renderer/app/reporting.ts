import { v7 as newId } from 'uuid';
import type { Params } from '#contract/methods.ts';
import type { Entry } from '#core/journal/entry.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { FinishedReport, PreviewedReport } from '#core/ports/report-work.ts';
import type { Done } from '#core/ports/workbench.ts';
import { LOGO } from '#core/report/build-report.ts';
import { headsOf } from '#core/report/chains-of.ts';
import type { CaseToReport, LeavingReport } from '#core/report/leaving-report.ts';
import type { ReportView } from '#core/report/excerpt.ts';
import { namesChecker, provesIntegrity, type ReportSetup } from '#core/report/setup.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import { today } from './desk.ts';
import { done, Failure, note } from './failures.ts';
import { stateOfCase } from './state-of-case.ts';
import { leaveAs } from './leaving-files.ts';
import type { Parts } from './parts.ts';
import { type Picture, picturesOf } from './report-pictures.ts';
import type { OpenedCase } from './session.ts';

/** A name every file system takes; the words of the title, not its punctuation. */
export function fileNameOf(title: string, extension = 'pdf'): string {
  const words = title
    .replace(/[^\p{L}\p{N}\p{M} _-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${[...words].slice(0, 80).join('').trim() || (extension === 'pdf' ? 'report' : 'case')}.${extension}`;
}

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** What is read once for all previews of a case as it stands. */
type Held = {
  readonly state: CaseState;
  readonly entries: readonly Entry[];
  readonly evidence: CaseState['evidence'];
  readonly pictures: readonly Picture[];
};
/** Gone with the opened case, at the lock at the latest. */
const heldBy = new WeakMap<OpenedCase, Held>();

async function read(
  parts: Parts,
  opened: OpenedCase | null,
  state: CaseState,
  signal: AbortSignal,
): Promise<Held> {
  if (!opened) return { state, entries: [], evidence: state.evidence, pictures: [] };
  const held = heldBy.get(opened);
  if (held?.state === state) return held;
  const same = held?.evidence === state.evidence;
  const pictures = same ? held.pictures : await picturesOf(parts, opened, state, signal);
  const entries = await opened.desk.open.journal();
  const now = { state, entries, evidence: state.evidence, pictures };
  heldBy.set(opened, now);
  return now;
}

/** What is handed over to be typeset, with every protected name replaced, and the case it is of. */
type HandedOver = Pick<LeavingReport, 'title' | 'leaves' | 'excerpt'> & {
  readonly state: CaseState;
  readonly input: Omit<Params<'report.preview'>, 'near'>;
};

/**
 * The person's signature under the integrity page, null where there is none: nobody is named, there
 * is no identity, or it is locked.
 */
async function signatureUnder(
  { host }: Parts,
  opened: OpenedCase | null,
  entries: readonly Entry[],
  setup: ReportSetup,
): Promise<CaseToReport['signature']> {
  if (!opened || !provesIntegrity(setup) || !namesChecker(setup)) return null;
  const { state } = await host.call('identity.describe', {});
  if (state !== 'open') return null;
  const heads = headsOf(entries).map(({ seq, hash }) => ({ entries: seq, hash }));
  const signed = await host.call('identity.signReport', { asOf: today(), heads });
  return { actor: opened.desk.open.actor, ...signed };
}

async function handedOver(
  parts: Parts,
  opened: OpenedCase | null,
  setup: ReportSetup,
  signal: AbortSignal,
  view: ReportView | null = null,
): Promise<HandedOver> {
  await opened?.desk.open.settled();
  const { texts } = useCase.getState();
  const state = stateOfCase(opened);
  const { entries, pictures } = await read(parts, opened, state, signal);
  const names = pictures.map(({ name }) => name);
  const signature = await signatureUnder(parts, opened, entries, setup);
  const given = { state, texts, entries, pictures: names, signature, today: today(), setup, view };
  const { model, excerpt, title, leaves } = await parts.leaving.report(given, signal);
  const logo = setup.logo === null ? [] : [{ name: LOGO, bytes: bytesOf(setup.logo) }];
  const { paper, standard } = setup;
  const input = { model, paper, standard, thumbnails: [...pictures, ...logo] };
  return { state, title, leaves, excerpt, input };
}

const STOPPED = (): Failure => new Failure('cancelled', 'The person stopped it');

function startJob(host: Host, subject: string): { jobId: string; signal: AbortSignal; end(): void } {
  const jobId = newId();
  const stopping = new AbortController();
  const cancel = (): void => {
    stopping.abort(STOPPED());
    void note('The report could not be stopped.', host.call('report.cancel', { jobId }));
  };
  putJob({ id: jobId, kind: 'report', subject, done: 0, total: 0, cancel });
  return { jobId, signal: stopping.signal, end: () => dropJob(jobId) };
}

/** Exports the report of the case in view, the sample included. */
export async function exportReport(
  parts: Parts,
  opened: OpenedCase | null,
  setup: ReportSetup,
): Promise<Done<FinishedReport>> {
  const { host } = parts;
  const { jobId, signal, end } = startJob(host, useCase.getState().state.case.get(CASE_ITEM_ID)?.title ?? '');
  try {
    const { title, input, leaves, state } = await handedOver(parts, opened, setup, signal);
    let said: Pick<FinishedReport, 'pages' | 'deviation'> = { pages: 0, deviation: null };
    const hidesCheckers = !namesChecker(setup);
    const file = await leaveAs({ opened, state, leaves, hidesCheckers }, async (guard) => {
      const suggestedName = fileNameOf(title);
      const made = await host.call('report.export', { jobId, ...input, suggestedName, guard });
      said = { pages: made.pages, deviation: made.deviation };
      return made.file;
    });
    return done({ file, ...said });
  } finally {
    end();
  }
}

/** The preview that is being made; a later one takes its place. */
let previewing = new AbortController();

/**
 * The same report to look at, nothing written. `near` is told of the part that is looked at, as soon
 * as it is made.
 */
export async function previewReport(
  parts: Parts,
  opened: OpenedCase | null,
  setup: ReportSetup,
  view: ReportView,
  near: (made: PreviewedReport) => void,
): Promise<Done<PreviewedReport>> {
  previewing.abort(new Failure('cancelled', 'A later edit took its place'));
  previewing = new AbortController();
  const { signal } = previewing;
  const { input, excerpt } = await handedOver(parts, opened, setup, signal, view);
  if (excerpt !== null) {
    const thumbnails = input.thumbnails.filter(({ name }) => excerpt.includes(name));
    const asked = { ...input, model: excerpt, thumbnails, near: true };
    const made = await parts.host.call('report.preview', asked);
    // Typing makes many edits: the whole is made when they pause.
    signal.throwIfAborted();
    near(made);
  }
  return done(await parts.host.call('report.preview', { ...input, near: false }));
}
