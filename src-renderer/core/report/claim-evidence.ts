import { capturesOf } from '../finding/capture-set.ts';
import { independentOrigins, type Voices } from '../finding/origins.ts';
import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Credibility, gradeOf, PILLARS } from '../model/grading.ts';
import type { Item } from '../model/item.ts';
import { isOurSource } from '../model/names.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { counted, fill, type ReportLabels } from './labels/report-labels.ts';
import type { ReportEvidence } from './report-model.ts';
import { dateWords, isolated, joined, nameOf, reportName, term } from './wording.ts';

/** On background, what was said may be used but neither quoted nor attributed. */
const isBackground = ({ receipt }: Evidence): boolean => receipt?.terms === 'background';

function originWords(state: CaseState, evidence: Evidence, labels: ReportLabels): string {
  const origin = state.origin.get(evidence.originId ?? '');
  if (!origin) return labels.lines.originUnknown;
  const party = state.party.get(origin.partyId ?? '');
  // The name somebody typed for an origin may be the true name of a source of ours.
  const shielded = (party && isOurSource(party)) || isBackground(evidence);
  const named = party && isOurSource(party) ? reportName(party, labels) : labels.lines.protectedSource;
  return fill(labels.lines.origin, { origin: isolated(shielded ? named : origin.name, labels) });
}

function receiptWords(state: CaseState, { receipt }: Evidence, labels: ReportLabels): string[] {
  if (!receipt) return [];
  const { lines } = labels;
  const named = receipt.terms === null || receipt.terms === 'on record';
  const party = state.party.get(receipt.from ?? '');
  const from = named || (party && isOurSource(party)) ? nameOf(state, receipt.from, labels) : '';
  return [
    from ? fill(lines.from, { name: isolated(from, labels) }) : '',
    receipt.when ? fill(lines.received, { date: dateWords(receipt.when, labels) }) : '',
    receipt.forwarded === true ? lines.forwarded : '',
    receipt.terms ? term(labels.terms, receipt.terms) : '',
  ];
}

/** The words of a report; `hashes`: whether it may prove who holds what. */
export type Wording = { readonly labels: ReportLabels; readonly hashes: boolean };

/** A capture of a link: its reference, what it shows, when, with what and by whom it was taken. */
function captureWords({ ref, capture, file }: Item<'evidence'>, { labels, hashes }: Wording): string {
  const shows = (capture?.shows ?? []).map((part) => labels.capturePart[part]);
  const facts = joined(
    [
      ...shows,
      capture?.at && dateWords(capture.at.slice(0, 10), labels),
      capture?.tool && isolated(capture.tool, labels),
      capture?.by && isolated(capture.by, labels),
      file && hashes ? fill(labels.lines.sha256, { hash: file.sha256 }) : '',
    ],
    labels.comma,
  );
  return fill(labels.lines.capture, { ref, facts });
}

const isLegal = (state: CaseState): boolean => state.case.get(CASE_ITEM_ID)?.mode === 'legal';

/** Both judgements of the Admiralty system with their words; under full grading only. */
export function gradeWords(
  state: CaseState,
  { reliability }: Evidence,
  credibility: Credibility | null,
  labels: ReportLabels,
): string {
  const grade = isLegal(state) ? gradeOf(reliability, credibility) : '';
  if (grade === '') return '';
  const words = [
    reliability && `${reliability} ${labels.reliability[reliability]}`,
    credibility && `${credibility} ${labels.credibility[credibility]}`,
  ];
  return fill(labels.grade, { grade: `${grade} (${joined(words, labels.comma)})` });
}

function pillarWords(state: CaseState, { pillars }: Evidence, labels: ReportLabels): string[] {
  if (!isLegal(state)) return [];
  return PILLARS.flatMap((pillar) => {
    const finding = pillars[pillar];
    if (!finding) return [];
    const said = finding.state && labels.pillarState[finding.state];
    return [
      `${labels.pillar[pillar]}: ${joined([said, finding.note && isolated(finding.note, labels)], ', ')}`,
    ];
  });
}

function factsOf(state: CaseState, evidence: Item<'evidence'>, wording: Wording): string[] {
  const { labels, hashes } = wording;
  const { lines } = labels;
  const { capturedAt, file } = evidence;
  return [
    term(labels.kind, evidence.kind),
    originWords(state, evidence, labels),
    capturedAt ? fill(lines.captured, { date: dateWords(capturedAt.slice(0, 10), labels) }) : '',
    ...receiptWords(state, evidence, labels),
    file && hashes ? fill(lines.sha256, { hash: file.sha256 }) : '',
    ...pillarWords(state, evidence, labels),
    ...capturesOf(state, evidence.id).map((capture) => captureWords(capture, wording)),
  ].filter((fact) => fact !== '');
}

const repeating = ({ supports }: Voices): ReadonlySet<string> =>
  new Set(supports.filter(({ onLadder }) => onLadder).flatMap(({ evidenceIds }) => evidenceIds));

/** In the place of a picture's name when the picture is missing or cannot be read. */
const NO_PICTURE = 'missing';

const isPicture = ({ file }: Evidence): boolean => file?.mediaType.startsWith('image/') ?? false;

/** What stands in the report of an item whatever it bears on. */
export function evidenceItem(
  state: CaseState,
  evidence: Item<'evidence'>,
  pictures: ReadonlySet<string>,
  wording: Wording,
): Omit<ReportEvidence, 'note' | 'stance'> {
  const { id, ref, title, url, text } = evidence;
  const { labels } = wording;
  return {
    key: id,
    ref,
    title,
    facts: factsOf(state, evidence, wording),
    url: url ?? '',
    words: isBackground(evidence) ? labels.lines.onBackground : (text ?? ''),
    picture: pictures.has(id) ? id : isPicture(evidence) ? NO_PICTURE : '',
    alt: fill(labels.lines.thumbnail, { ref, title }),
  };
}

/**
 * What bears on a claim, in the order it was attached. The state holds nothing off the record.
 * `counted`: the case to tell in who repeats the claim.
 */
export function evidenceOf(
  state: CaseState,
  claimId: string,
  pictures: ReadonlySet<string>,
  { counted, ...wording }: Wording & { readonly counted: CaseState },
): ReportEvidence[] {
  const { labels } = wording;
  const repeats = repeating(independentOrigins(counted, claimId));
  return assessmentsOf(state, claimId).flatMap(({ evidenceId, stance, locator, note, credibility }) => {
    const evidence = state.evidence.get(evidenceId);
    if (!evidence) return [];
    const { description, receipt } = evidence;
    const said = receipt?.saidToShow
      ? fill(labels.lines.saidToShow, { words: isolated(receipt.saidToShow, labels) })
      : '';
    const item = evidenceItem(state, evidence, pictures, wording);
    const where = locator ? `${term(labels.locator, locator.kind)} ${isolated(locator.value, labels)}` : '';
    const bearing = [
      term(labels.stance, stance),
      repeats.has(evidence.id) ? labels.lines.repeats : '',
      where,
      gradeWords(state, evidence, credibility, labels),
    ].filter((words) => words !== '');
    return {
      ...item,
      stance,
      facts: [...bearing, ...item.facts],
      note: joined([note, description, isBackground(evidence) ? '' : said], '\n'),
    };
  });
}

/** Independent origins for and against, counted; '' without evidence. */
export function originsInWords(state: CaseState, claimId: string, labels: ReportLabels): string {
  if (assessmentsOf(state, claimId).every(({ stance }) => stance === 'background')) return '';
  const { forCount, againstCount } = independentOrigins(state, claimId);
  const against = againstCount > 0 ? counted(labels, 'originsAgainst', againstCount) : '';
  return joined([counted(labels, 'originsFor', forCount), against], labels.semicolon);
}
