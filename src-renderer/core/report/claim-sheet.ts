import { statusOf } from '../finding/status-of.ts';
import { WARNINGS, type WarningCode } from '../finding/warnings.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import type { Ladder } from '../model/ladder.ts';
import { partyName } from '../model/names.ts';
import type { PastFinding } from '../queries/history.ts';
import { assessmentsOf, checksOf, notesOf, relationsOf } from '../queries/indexes.ts';
import { inheritedFrom, passageFinder } from '../queries/passage-around.ts';
import { isOffRecord } from './off-record.ts';
import { en } from './labels/en.ts';
import { fill } from './labels/report-labels.ts';
import type { Labelled, ReportClaim, ReportEvidence, ReportMark, ReportQuotation } from './report-model.ts';

/** Characters of the article shown on each side of a quotation. */
const CONTEXT = 160;

type Extras = { readonly pictures: ReadonlySet<string>; readonly earlier: readonly PastFinding[] };

const term = (word: string): string => en.terms[word] ?? word;

/** Labelled words, without what nobody wrote. */
const labelled = (...pairs: readonly (readonly [string, string | null | undefined])[]): Labelled[] =>
  pairs.flatMap(([label, text]) => (text ? [{ label, text }] : []));

function markOf(claim: Item<'claim'>): ReportMark {
  const { status, reason } = statusOf(claim);
  if (claim.skip) return 'skipped';
  if (status !== 'unverified') return status;
  if (reason === 'not started') return 'unverified';
  return reason === 'searched, nothing found' ? 'nothing' : 'unclear';
}

function statusWords(claim: Item<'claim'>): string {
  if (claim.skip) return fill(en.skipped, { reason: claim.skip.reason });
  const { status, reason } = statusOf(claim);
  return `${en.statusNames[status] ?? status}: ${reason}`;
}

const inWords = (finding: Finding): string =>
  `${en.statusNames[finding.status] ?? finding.status}: ${finding.reason}${finding.rationale ? ` – ${finding.rationale}` : ''}`;

function quotationsOf(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  claim: Item<'claim'>,
): ReportQuotation[] {
  return claim.anchors.map(({ documentId, start, end, exact, prefix, suffix }) => {
    const text = texts.get(documentId);
    // The sentence around the words, cut at whole words; without the text, the anchor's own context.
    const before = text === undefined ? prefix : text.slice(Math.max(0, start - CONTEXT), start);
    const after = text === undefined ? suffix : text.slice(end, end + CONTEXT);
    const line = (words: string): string => words.replaceAll(/\s+/gu, ' ');
    return {
      document: state.document.get(documentId)?.ref ?? '',
      before: line(before).replace(/^\S*\s/u, start > CONTEXT ? '… ' : ''),
      exact: line(exact),
      after: line(after).replace(/\s\S*$/u, after.length === CONTEXT ? ' …' : '$&'),
    };
  });
}

function ladderWords(state: CaseState, ladder: Ladder): string[] {
  return ladder.map(({ partyId, unnamed, role, mode, basis, basisNote }) => {
    const name = partyName(state, partyId) || unnamed || en.nobody;
    const parts = [role ? `${name}, ${role}` : name, term(mode), basis.join(', ')];
    return `${parts.filter(Boolean).join(' · ')}${basisNote ? ` (“${basisNote}”)` : ''}`;
  });
}

function evidenceOf(state: CaseState, claim: Item<'claim'>, pictures: ReadonlySet<string>): ReportEvidence[] {
  return assessmentsOf(state, claim.id).flatMap(({ evidenceId, stance, locator, note }) => {
    const evidence = state.evidence.get(evidenceId);
    if (!evidence || isOffRecord(evidence)) return [];
    const origin = state.origin.get(evidence.originId ?? '')?.name;
    return {
      ref: evidence.ref,
      title: evidence.title,
      kind: evidence.kind,
      stance,
      origin: origin ? fill(en.originIs, { origin }) : en.originUnknown,
      locator: locator ? `${locator.kind}: ${locator.value}` : '',
      note: note ?? '',
      url: evidence.url ?? '',
      words: evidence.text ?? '',
      picture: pictures.has(evidenceId) ? evidenceId : '',
    };
  });
}

function findingLines(claim: Item<'claim'>): Labelled[] {
  const { finding, use } = claim;
  return [
    ...labelled(
      [en.part, finding?.part],
      [en.rationale, finding?.rationale],
      [en.confidence, finding?.confidence],
      [en.said, finding?.saidAsReported && term(finding.saidAsReported)],
      [en.wouldChange, finding?.wouldChange],
      [en.reviewBy, finding?.reviewBy],
      [en.use, use?.kind],
      [en.wording, use?.wording],
    ),
  ];
}

const isWarning = (code: string): code is WarningCode => (WARNINGS as readonly string[]).includes(code);

function relationsInWords(state: CaseState, claim: Item<'claim'>) {
  return relationsOf(state, claim.id).flatMap(({ from, to, kind }) => {
    const outward = from === claim.id;
    const other = state.claim.get(outward ? to : from);
    const words = outward ? term(kind) : (en.terms[`back ${kind}`] ?? term(kind));
    return other ? [{ kind: words, ref: other.ref, statement: other.statement }] : [];
  });
}

/** Everything the report says about one claim. */
export function reportClaim(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  claim: Item<'claim'>,
  { pictures, earlier }: Extras,
): ReportClaim {
  const ladder = claim.ladder ?? inheritedFrom(claim, passageFinder(state))?.ladder ?? [];
  const speaker = ladder.findLast(({ partyId }) => partyId !== null);
  const notes = notesOf(state, claim.id);
  const past = earlier.slice(0, claim.finding ? -1 : undefined);
  return {
    ref: claim.ref,
    statement: claim.statement,
    mark: markOf(claim),
    status: statusWords(claim),
    priority: claim.priority,
    accuses: claim.accuses,
    speaker: partyName(state, speaker?.partyId ?? null),
    quotations: quotationsOf(state, texts, claim),
    wording: labelled(
      [en.original, claim.original],
      [en.gloss, claim.gloss],
      [en.reading, claim.reading],
      [en.dates, claim.dates.map(({ edtf, note }) => (note ? `${edtf} (${note})` : edtf)).join('; ')],
    ),
    ladder: ladderWords(state, ladder),
    finding: findingLines(claim),
    warnings: (claim.finding?.warnings ?? []).filter(isWarning).map((code) => en.warningWords[code]),
    earlier: past.flatMap(({ at, alias, finding }) => {
      const day = new Date(at).toISOString().slice(0, 10);
      return finding ? [`${day} ${alias}: ${inWords(finding)}`] : [];
    }),
    evidence: evidenceOf(state, claim, pictures),
    checks: checksOf(state, claim.id).map(
      ({ when, where, words, result, until, next }) =>
        `${when} · ${where}${words ? ` “${words}”` : ''} · ${result}${until ? ` ${until}` : ''}${next ? ` → ${next}` : ''}`,
    ),
    relations: relationsInWords(state, claim),
    questions: notes.flatMap(({ kind, text, answer }) =>
      kind === 'question' ? [{ label: text, text: answer ?? '' }] : [],
    ),
    notes: notes.flatMap(({ kind, text }) => (kind === 'question' ? [] : [{ label: term(kind), text }])),
  };
}
