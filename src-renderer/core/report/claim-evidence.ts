import { independentOrigins, type Voices } from '../finding/origins.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Item } from '../model/item.ts';
import { isOurSource } from '../model/names.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { ReportEvidence } from './report-model.ts';
import { dateWords, joined, nameOf, reportName, term } from './wording.ts';

/** On background, what was said may be used but neither quoted nor attributed. */
const isBackground = ({ receipt }: Evidence): boolean => receipt?.terms === 'background';

function originWords(state: CaseState, evidence: Evidence, labels: ReportLabels): string {
  const origin = state.origin.get(evidence.originId ?? '');
  if (!origin) return labels.lines.originUnknown;
  const party = state.party.get(origin.partyId ?? '');
  // The name somebody typed for an origin may be the true name of a source of ours.
  const shielded = (party && isOurSource(party)) || isBackground(evidence);
  const named = party && isOurSource(party) ? reportName(party, labels) : labels.lines.protectedSource;
  return fill(labels.lines.origin, { origin: shielded ? named : origin.name });
}

function receiptWords(state: CaseState, { receipt }: Evidence, labels: ReportLabels): string[] {
  if (!receipt) return [];
  const { lines } = labels;
  const named = receipt.terms === null || receipt.terms === 'on record';
  const party = state.party.get(receipt.from ?? '');
  const from = named || (party && isOurSource(party)) ? nameOf(state, receipt.from, labels) : '';
  return [
    from ? fill(lines.from, { name: from }) : '',
    receipt.when ? fill(lines.received, { date: dateWords(receipt.when, labels) }) : '',
    receipt.forwarded === true ? lines.forwarded : '',
    receipt.terms ?? '',
  ];
}

type Shown = Pick<Item<'assessment'>, 'stance' | 'locator' | 'note'>;

function factsOf(
  state: CaseState,
  evidence: Item<'evidence'>,
  { stance, locator }: Shown,
  repeats: boolean,
  labels: ReportLabels,
): string[] {
  const { lines } = labels;
  const { capturedAt, file } = evidence;
  return [
    stance,
    repeats ? lines.repeats : '',
    evidence.kind,
    originWords(state, evidence, labels),
    locator ? `${term(labels.locator, locator.kind)} ${locator.value}` : '',
    capturedAt ? fill(lines.captured, { date: dateWords(capturedAt.slice(0, 10), labels) }) : '',
    ...receiptWords(state, evidence, labels),
    file ? fill(lines.sha256, { hash: file.sha256 }) : '',
  ].filter((fact) => fact !== '');
}

const repeating = ({ supports }: Voices): ReadonlySet<string> =>
  new Set(supports.filter(({ onLadder }) => onLadder).flatMap(({ evidenceIds }) => evidenceIds));

/** What bears on a claim, in the order it was attached. The state holds nothing off the record. */
export function evidenceOf(
  state: CaseState,
  claimId: string,
  pictures: ReadonlySet<string>,
  labels: ReportLabels,
): ReportEvidence[] {
  const repeats = repeating(independentOrigins(state, claimId));
  return assessmentsOf(state, claimId).flatMap((assessment) => {
    const evidence = state.evidence.get(assessment.evidenceId);
    if (!evidence) return [];
    const { id, ref, title, url, text, description, receipt } = evidence;
    const said = receipt?.saidToShow ? fill(labels.lines.saidToShow, { words: receipt.saidToShow }) : '';
    const secret = isBackground(evidence);
    return {
      ref,
      title,
      stance: assessment.stance,
      facts: factsOf(state, evidence, assessment, repeats.has(id), labels),
      note: joined([assessment.note, description, secret ? '' : said], '\n'),
      url: url ?? '',
      words: secret ? labels.lines.onBackground : (text ?? ''),
      picture: pictures.has(id) ? id : '',
      alt: fill(labels.lines.thumbnail, { ref, title }),
    };
  });
}

/** Independent origins for and against, counted; '' without evidence. */
export function originsInWords(state: CaseState, claimId: string, { lines }: ReportLabels): string {
  if (assessmentsOf(state, claimId).every(({ stance }) => stance === 'background')) return '';
  const { forCount, againstCount } = independentOrigins(state, claimId);
  const against = againstCount > 0 ? fill(lines.originsAgainst, { count: againstCount }) : '';
  return joined([fill(lines.originsFor, { count: forCount }), against], '; ');
}
