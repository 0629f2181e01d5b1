import type { Entry } from '../journal/entry.ts';
import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { CaseState } from '../model/case-state.ts';
import { type Leaving, leavingCase } from '../protection/leaving.ts';
import { historyOfCase } from '../queries/history.ts';
import { pastFindings } from '../queries/past-findings.ts';
import { type Leaves, leavesOf } from '../release/new-release.ts';
import { buildReport } from './build-report.ts';
import { headsOf } from './chains-of.ts';
import type { ReportChains } from './integrity-page.ts';
import { excerptOf, type ReportView } from './excerpt.ts';
import { namesChecker, provesIntegrity, type ReportSetup } from './setup.ts';

/** A case with its history, and how its report is to be. */
export type CaseToReport = {
  readonly state: CaseState;
  readonly texts: ReadonlyMap<string, string>;
  /** Empty where there is no history (the sample). */
  readonly entries: readonly Entry[];
  /** Evidence items that have a picture to show. */
  readonly pictures: readonly string[];
  /** By whom the ends of the chains are signed; null: by nobody. */
  readonly signature: ReportChains['signature'];
  /** ISO 8601 day. */
  readonly today: string;
  readonly setup: ReportSetup;
  /** The part of it that is looked at; null: nothing is. */
  readonly view?: ReportView | null;
};

/** A report as it may leave: every protected name replaced. */
export type LeavingReport = {
  /** JSON of the report's model, for the typesetter. */
  readonly model: string;
  /** The same of the part that is looked at, null where that is hardly less. */
  readonly excerpt: string | null;
  /** The case's title as it may leave. */
  readonly title: string;
  readonly leaves: Leaves;
};

/** The history as it may leave: earlier findings name nobody who is protected. */
const leavingEntries = (entries: readonly Entry[], { redact }: Leaving): Entry[] =>
  entries.map((entry) => {
    const patch = entry.body && redact(entry.body);
    return { ...entry, body: entry.body && patch ? { ...entry.body, patch } : null };
  });

/** Builds the report of a case from what may leave of it. */
export function leavingReport(given: CaseToReport): LeavingReport {
  const { state, texts, entries, pictures, signature, today, setup, view } = given;
  const { language, audience, claimIds } = setup;
  const leaving = leavingCase(state, texts, { language, hidesActors: !namesChecker(setup) });
  const model = buildReport(
    leaving.state,
    leaving.texts,
    {
      today,
      pictures: new Set(pictures),
      earlier: pastFindings(historyOfCase(leavingEntries(entries, leaving))),
      chains: provesIntegrity(setup) && entries.length > 0 ? { heads: headsOf(entries), signature } : null,
      leftOut: leaving.leftOut,
      counted: leaving.counted,
    },
    setup,
  );
  const excerpt = view ? excerptOf(model, view) : null;
  return {
    model: JSON.stringify(model),
    excerpt: excerpt && JSON.stringify(excerpt),
    title: leaving.state.case.get(CASE_ITEM_ID)?.title ?? '',
    leaves: leavesOf(leaving, { kind: 'report', audience, claimIds }),
  };
}
