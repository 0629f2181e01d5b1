import { v7 as newId } from 'uuid';
import type { Params } from '#contract/methods.ts';
import type { Entry } from '#core/journal/entry.ts';
import { hashHeader } from '#core/journal/hash.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import type { Done } from '#core/ports/workbench.ts';
import { type Leaving, leavingCase } from '#core/protection/leaving.ts';
import { historyOfCase } from '#core/queries/history.ts';
import { pastFindings } from '#core/queries/past-findings.ts';
import { buildReport, LOGO } from '#core/report/build-report.ts';
import type { ReportChains } from '#core/report/integrity-page.ts';
import { isOffRecord } from '#core/report/off-record.ts';
import { leavesOf } from '#core/release/new-release.ts';
import { namesChecker, provesIntegrity, type ReportSetup } from '#core/report/setup.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import { today } from './desk.ts';
import { done, note } from './failures.ts';
import { leaveAs } from './leaving-files.ts';
import { maskedPicture } from './masked-picture.ts';
import type { OpenedCase } from './session.ts';

/** A name every file system takes; the words of the title, not its punctuation. */
export function fileNameOf(title: string, extension = 'pdf'): string {
  const words = title
    .replace(/[^\p{L}\p{N}\p{M} _-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${[...words].slice(0, 80).join('').trim() || (extension === 'pdf' ? 'report' : 'case')}.${extension}`;
}

type Picture = { readonly name: string; readonly bytes: Uint8Array };

/** Thumbnails by evidence id, masks burned in; what may not be shown does not even leave the window. */
async function picturesOf(opened: OpenedCase, { evidence }: CaseState): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const item of evidence.values()) {
    const held = isOffRecord(item) ? null : await opened.desk.open.thumbnail(item.id);
    const bytes = held && item.masks.length > 0 ? await maskedPicture(held, item.masks) : held;
    if (bytes) pictures.push({ name: item.id, bytes });
  }
  return pictures;
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

async function read(opened: OpenedCase | null, state: CaseState): Promise<Held> {
  if (!opened) return { state, entries: [], evidence: state.evidence, pictures: [] };
  const held = heldBy.get(opened);
  if (held?.state === state) return held;
  const pictures = held?.evidence === state.evidence ? held.pictures : await picturesOf(opened, state);
  const entries = await opened.desk.open.journal();
  const now = { state, entries, evidence: state.evidence, pictures };
  heldBy.set(opened, now);
  return now;
}

/** The history as it may leave: earlier findings name nobody who is protected. */
const leavingEntries = (entries: readonly Entry[], { redact }: Leaving): Entry[] =>
  entries.map((entry) => {
    const patch = entry.body && redact(entry.body);
    return { ...entry, body: entry.body && patch ? { ...entry.body, patch } : null };
  });

function chainsOf(entries: readonly Entry[]): ReportChains {
  const heads = new Map<string, ReportChains['heads'][number]>();
  for (const { header } of entries) {
    const { actor, seq } = header;
    if (seq > (heads.get(actor)?.seq ?? 0)) heads.set(actor, { actor, seq, hash: '' });
  }
  return {
    heads: entries
      .filter(({ header }) => heads.get(header.actor)?.seq === header.seq)
      .map(({ header }) => ({ actor: header.actor, seq: header.seq, hash: hashHeader(header) })),
    signature: null,
  };
}

/** What is handed over to be typeset, with every protected name replaced. */
async function handedOver(
  opened: OpenedCase | null,
  setup: ReportSetup,
): Promise<{ title: string; input: Params<'report.preview'>; leaving: Leaving; state: CaseState }> {
  await opened?.desk.open.settled();
  const { state, texts } = useCase.getState();
  const { entries, pictures } = await read(opened, state);
  const leaving = leavingCase(state, texts, {
    language: setup.language,
    hidesActors: !namesChecker(setup),
  });
  const model = buildReport(
    leaving.state,
    leaving.texts,
    {
      today: today(),
      pictures: new Set(pictures.map(({ name }) => name)),
      earlier: pastFindings(historyOfCase(leavingEntries(entries, leaving))),
      chains: provesIntegrity(setup) && entries.length > 0 ? chainsOf(entries) : null,
      leftOut: leaving.leftOut,
    },
    setup,
  );
  const logo = setup.logo === null ? [] : [{ name: LOGO, bytes: bytesOf(setup.logo) }];
  return {
    state,
    leaving,
    title: leaving.state.case.get(CASE_ITEM_ID)?.title ?? '',
    input: {
      model: JSON.stringify(model),
      paper: setup.paper,
      standard: setup.standard,
      thumbnails: [...pictures, ...logo],
    },
  };
}

function startJob(host: Host, subject: string): { jobId: string; end(): void } {
  const jobId = newId();
  const cancel = (): void =>
    void note('The report could not be stopped.', host.call('report.cancel', { jobId }));
  putJob({ id: jobId, kind: 'report', subject, done: 0, total: 0, cancel });
  return { jobId, end: () => dropJob(jobId) };
}

/** Exports the report of the case in view, the sample included. */
export async function exportReport(
  host: Host,
  opened: OpenedCase | null,
  setup: ReportSetup,
): Promise<Done<{ file: FinishedExport | null; pages: number }>> {
  const { jobId, end } = startJob(host, useCase.getState().state.case.get(CASE_ITEM_ID)?.title ?? '');
  try {
    const { title, input, leaving, state } = await handedOver(opened, setup);
    const { audience, claimIds } = setup;
    const leaves = leavesOf(leaving, { kind: 'report', audience, claimIds });
    let pages = 0;
    const file = await leaveAs({ opened, state, leaves }, async (guard) => {
      const suggestedName = fileNameOf(title);
      const made = await host.call('report.export', { jobId, ...input, suggestedName, guard });
      pages = made.pages;
      return made.file;
    });
    return done({ file, pages });
  } finally {
    end();
  }
}

/** The same report to look at, nothing written. */
export async function previewReport(
  host: Host,
  opened: OpenedCase | null,
  setup: ReportSetup,
): Promise<Done<{ pdf: Uint8Array; pages: number }>> {
  const { input } = await handedOver(opened, setup);
  return done(await host.call('report.preview', input));
}
