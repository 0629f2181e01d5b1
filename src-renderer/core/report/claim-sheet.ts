import type { CaseState } from '../model/case-state.ts';
import type { Check } from '../model/claim-parts.ts';
import type { Item } from '../model/item.ts';
import type { PastFinding } from '../queries/past-findings.ts';
import { checksOf, notesOf, relationsOf } from '../queries/indexes.ts';
import { evidenceOf, originsInWords } from './claim-evidence.ts';
import { conflictOf, earlierOf, findingFacts, markOf, statusWords, warningsOf } from './claim-finding.ts';
import { quotationsOf, voicesOf } from './claim-voices.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { Labelled, ReportClaim } from './report-model.ts';
import { dateWords, isolated, joined, labelled, nameOf, term } from './wording.ts';

type Extras = {
  readonly labels: ReportLabels;
  readonly pictures: ReadonlySet<string>;
  readonly earlier: readonly PastFinding[];
};

function wordingOf(state: CaseState, claim: Item<'claim'>, labels: ReportLabels): Labelled[] {
  const { lines } = labels;
  const dates = claim.dates.map(({ edtf, note }) => {
    const date = dateWords(edtf, labels);
    return note ? `${date} (${isolated(note)})` : date;
  });
  return labelled(
    [lines.original, claim.original],
    [lines.gloss, claim.gloss],
    [lines.reading, claim.reading],
    [lines.dates, dates.join('; ')],
    [
      lines.subjects,
      joined(
        claim.subjects.map((id) => isolated(nameOf(state, id, labels))),
        ', ',
      ),
    ],
  );
}

function checkWords({ when, where, words, result, until, next }: Check, labels: ReportLabels): string {
  const { lines } = labels;
  const outcome =
    result === 'waiting until' && until ? fill(lines.until, { date: dateWords(until, labels) }) : result;
  return joined([
    dateWords(when, labels),
    joined([isolated(where), words ? isolated(`“${words}”`) : ''], ' '),
    outcome,
    next ? fill(lines.next, { step: isolated(next) }) : '',
  ]);
}

function relationsInWords(state: CaseState, claimId: string, labels: ReportLabels): ReportClaim['relations'] {
  return relationsOf(state, claimId).flatMap(({ from, to, kind }) => {
    const other = state.claim.get(from === claimId ? to : from);
    if (!other || other.mergedInto !== null) return [];
    const words = from === claimId ? labels.relation : labels.relationBack;
    return { kind: term(words, kind), ref: other.ref, statement: other.statement };
  });
}

/** Everything the report says about one claim. The state holds nothing off the record. */
export function reportClaim(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  claim: Item<'claim'>,
  { labels, pictures, earlier }: Extras,
): ReportClaim {
  const notes = notesOf(state, claim.id);
  return {
    ref: claim.ref,
    statement: claim.statement,
    mark: markOf(claim),
    status: statusWords(claim, labels),
    priority: claim.priority,
    accuses: claim.accuses ? labels.lines.accuses : '',
    ...voicesOf(state, claim, labels),
    quotations: quotationsOf(state, texts, claim),
    wording: wordingOf(state, claim, labels),
    rationale: claim.finding?.rationale ?? '',
    finding: findingFacts(claim, labels),
    conflict: conflictOf(claim, labels),
    warnings: warningsOf(claim, labels),
    earlier: earlierOf(claim, earlier, labels),
    origins: originsInWords(state, claim.id, labels),
    evidence: evidenceOf(state, claim.id, pictures, labels),
    checks: checksOf(state, claim.id).map((check) => checkWords(check, labels)),
    relations: relationsInWords(state, claim.id, labels),
    questions: notes.flatMap(({ kind, text, answer }) =>
      kind === 'question' ? [{ label: text, text: answer ?? '' }] : [],
    ),
    notes: notes.flatMap(({ kind, text }) =>
      kind === 'question' ? [] : [{ label: term(labels.note, kind), text }],
    ),
  };
}
