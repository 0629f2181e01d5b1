import type { CaseState } from '../model/case-state.ts';
import type { Check } from '../model/claim-parts.ts';
import type { Item } from '../model/item.ts';
import type { PastFinding } from '../queries/past-findings.ts';
import { checksOf, notesOf, relationsOf } from '../queries/indexes.ts';
import { evidenceOf, originsInWords } from './claim-evidence.ts';
import { conflictOf, earlierOf, findingFacts, markOf, statusWords, warningsOf } from './claim-finding.ts';
import { quotationsOf, voicesOf } from './claim-voices.ts';
import { gapsOf } from './capture-gaps.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { Labelled, ReportClaim } from './report-model.ts';
import { deskWork } from './second-reads.ts';
import { namesChecker, provesIntegrity, type ReportSetup } from './setup.ts';
import { claimDateWords, dateWords, isolated, joined, labelled, nameOf, term } from './wording.ts';

/** What a sheet is worded with besides the claim. */
export type Extras = {
  readonly labels: ReportLabels;
  readonly setup: ReportSetup;
  /** Ids of the claims that have a sheet in this report: only those can be linked to. */
  readonly shown: ReadonlySet<string>;
  readonly pictures: ReadonlySet<string>;
  /** The case to count independent origins in. */
  readonly counted: CaseState;
  readonly earlier: readonly PastFinding[];
};

function wordingOf(state: CaseState, claim: Item<'claim'>, labels: ReportLabels): Labelled[] {
  const { lines } = labels;
  const dates = claim.dates.map(({ edtf, calendar, note }) => {
    const date = claimDateWords({ edtf, calendar }, labels);
    return note ? `${date} (${isolated(note, labels)})` : date;
  });
  return labelled(
    [lines.original, claim.original],
    [lines.gloss, claim.gloss],
    [lines.reading, claim.reading],
    [lines.dates, dates.join(labels.semicolon)],
    [
      lines.subjects,
      joined(
        claim.subjects.map((id) => isolated(nameOf(state, id, labels), labels)),
        labels.comma,
      ),
    ],
  );
}

function checkWords({ when, where, words, result, until, next }: Check, labels: ReportLabels): string {
  const { lines } = labels;
  const outcome =
    result === 'waiting until' && until
      ? fill(lines.until, { date: dateWords(until, labels) })
      : term(labels.result, result);
  return joined([
    dateWords(when, labels),
    joined([isolated(where, labels), words ? isolated(labels.quoted(words), labels) : ''], ' '),
    outcome,
    next ? fill(lines.next, { step: isolated(next, labels) }) : '',
  ]);
}

function relationsInWords(
  state: CaseState,
  claimId: string,
  { labels, shown }: Extras,
): ReportClaim['relations'] {
  return relationsOf(state, claimId).flatMap(({ from, to, kind }) => {
    const other = state.claim.get(from === claimId ? to : from);
    if (!other || other.mergedInto !== null) return [];
    const words = from === claimId ? labels.relation : labels.relationBack;
    return {
      kind: term(words, kind),
      key: shown.has(other.id) ? other.id : '',
      ref: other.ref,
      statement: other.statement,
    };
  });
}

const when = <T>(wanted: boolean, list: readonly T[]): readonly T[] => (wanted ? list : []);

function partsOf(state: CaseState, claim: Item<'claim'>, extras: Extras) {
  const { labels, setup, pictures, earlier, counted } = extras;
  const { sections } = setup;
  const notes = notesOf(state, claim.id);
  return {
    warnings: when(sections.warnings, warningsOf(claim, labels)),
    earlier: when(sections.earlier, earlierOf(claim, earlier, labels, namesChecker(setup))),
    evidence: when(
      sections.evidence,
      evidenceOf(state, claim.id, pictures, { labels, hashes: provesIntegrity(setup), counted }),
    ),
    gaps: when(sections.gaps, gapsOf(state, claim.id, labels)),
    checks: when(
      sections.checks,
      checksOf(state, claim.id).map((check) => checkWords(check, labels)),
    ),
    relations: when(sections.relations, relationsInWords(state, claim.id, extras)),
    questions: when(
      sections.questions,
      notes.flatMap(({ kind, text, answer }) =>
        kind === 'question' ? [{ label: text, text: answer ?? '' }] : [],
      ),
    ),
    notes: when(
      sections.notes,
      notes.flatMap(({ kind, text }) =>
        kind === 'question' ? [] : [{ label: term(labels.note, kind), text }],
      ),
    ),
  };
}

/** Everything the report says about one claim. The state holds nothing off the record. */
export function reportClaim(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  claim: Item<'claim'>,
  extras: Extras,
): ReportClaim {
  const { labels, setup } = extras;
  return {
    key: claim.id,
    ref: claim.ref,
    statement: claim.statement,
    mark: markOf(claim),
    status: statusWords(claim, labels),
    priority: term(labels.priority, claim.priority),
    accuses: claim.accuses ? labels.lines.accuses : '',
    ...voicesOf(state, claim, labels),
    quotations: quotationsOf(state, texts, claim, labels),
    wording: wordingOf(state, claim, labels),
    rationale: claim.finding?.rationale ?? '',
    finding: findingFacts(claim, labels),
    conflict: conflictOf(claim, labels),
    ...deskWork(state, claim, extras),
    origins: setup.sections.evidence ? originsInWords(extras.counted, claim.id, labels) : '',
    ...partsOf(state, claim, extras),
  };
}
