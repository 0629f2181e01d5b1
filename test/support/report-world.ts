import { createChange } from '#core/exchange/create-change.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { Claim } from '#core/model/claim.ts';
import { STANCES } from '#core/model/claim-parts.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { Finding } from '#core/model/finding.ts';
import type { Party } from '#core/model/party.ts';
import { historyOfCase } from '#core/queries/history.ts';
import { pastFindings } from '#core/queries/past-findings.ts';
import { buildReport, type ReportFacts } from '#core/report/build-report.ts';
import { anchorOf, CaseWorld } from './case-world.ts';

export const LONG_URL = `https://archive.example.org/${'a-very-long-path-without-an-end/'.repeat(6)}?capture=${'0123456789abcdef'.repeat(6)}`;
export const ARABIC = 'وصلت مجموعة أخرى من مقاتلي التنظيم إلى تركيا في شهر تموز.';
export const TRUE_NAME = 'Marwan Trueman';
export const OFF_RECORD = 'Words that were given off the record';
export const ON_BACKGROUND = 'Words that were given on background';

const PARAGRAPHS = [
  'A group of deserters crossed the river in September 2014, the reporter said. They were followed by others.',
  ARABIC,
  'Nobody expected the leaders to flee. The checkpoints arrested two men whose names were not given.',
];
export const TEXT = PARAGRAPHS.join('\n\n');

const party = (name: string, more: Partial<Party> = {}): Partial<Party> => ({
  kind: 'person',
  names: [{ text: name, script: 'latin', kind: 'name' }],
  parts: ['speaker'],
  ...more,
});

const finding = (more: Partial<Finding>): Finding => ({
  status: 'corroborated',
  reason: 'in full',
  part: null,
  rationale: 'Two witnesses who do not know each other name the same crossing and the same night.',
  asOf: '2015-03-01',
  confidence: 'moderate',
  saidAsReported: 'confirmed',
  wouldChange: 'A record of the crossing that gives another month.',
  reviewBy: '2015-06-01',
  warnings: ['one-origin', 'evidence-against'],
  ...more,
});

const FINDINGS: readonly (Finding | null)[] = [
  finding({}),
  finding({ reason: 'in part', part: 'The crossing, not the month.', confidence: 'low' }),
  finding({ status: 'disputed', reason: 'contradicted by evidence', confidence: 'high' }),
  finding({
    status: 'unverified',
    reason: 'searched, nothing found',
    confidence: null,
    warnings: ['no-check'],
  }),
  finding({ status: 'unverified', reason: 'insufficient', confidence: null, rationale: '' }),
  null,
];

const received = (terms: NonNullable<Evidence['receipt']>['terms'], from: string): Evidence['receipt'] => ({
  from,
  via: 'messenger',
  when: '2015-02',
  forwarded: true,
  saidToShow: 'The crossing by night',
  terms,
  consent: null,
});

function people(world: CaseWorld): void {
  world.write([
    createChange('case', CASE_ITEM_ID, {
      title: 'Crossings at the river',
      mode: 'desk',
      founder: world.actor,
    }),
    createChange('actor', world.actor, { alias: 'Desk', initials: 'D' }),
    createChange('party', 'outlet', { ...party('The River Herald', { kind: 'organisation' }) }),
    createChange('party', 'reporter', { ...party('Layla Haddad', { affiliation: 'outlet' }) }),
    createChange('party', 'source', {
      ...party(TRUE_NAME, { parts: ['our source'], codeName: 'Source Heron' }),
    }),
    createChange('party', 'nameless', { ...party(TRUE_NAME, { parts: ['our source', 'speaker'] }) }),
    createChange('origin', 'o-source', { name: TRUE_NAME, partyId: 'source', note: null }),
    createChange('origin', 'o-film', { name: 'Film of the ferryman', partyId: null, note: null }),
    createChange('origin', 'o-reporter', { name: 'Layla Haddad', partyId: 'reporter', note: null }),
  ]);
}

function evidence(world: CaseWorld): void {
  const item = (id: string, ref: string, more: Partial<Evidence>) =>
    createChange('evidence', id, { ref, kind: 'testimony', title: `Item ${ref}`, ...more });
  world.write([
    item('e1', 'E-01', {
      title: 'Call with the source',
      text: 'I saw them cross.',
      originId: 'o-source',
      receipt: received('not by name', 'source'),
    }),
    item('e2', 'E-02', {
      kind: 'link',
      title: 'Archived page',
      url: LONG_URL,
      capturedAt: '2015-02-03T10:00:00Z',
      originId: 'o-film',
    }),
    item('e3', 'E-03', { kind: 'quotation', title: 'صورة العبور', text: ARABIC, originId: 'o-reporter' }),
    item('e4', 'E-04', {
      title: 'Secret call',
      text: OFF_RECORD,
      originId: 'o-film',
      receipt: received('off record', 'source'),
    }),
    item('e5', 'E-05', { title: 'Talk', text: ON_BACKGROUND, receipt: received('background', 'source') }),
  ]);
}

const STATEMENTS = [
  'A group of deserters crossed the river in September 2014.',
  ARABIC,
  'Two men were arrested at the checkpoints, whose names were not given in the article or anywhere else.',
  `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft${'x'.repeat(60)} moved them.`,
];

const QUOTED = ['A group of deserters crossed the river in September 2014', ARABIC, 'arrested two men'];

function claim(world: CaseWorld, at: number): void {
  const id = `c${at}`;
  const fields: Partial<Claim> = {
    ref: `C-${String(at).padStart(2, '0')}`,
    statement: STATEMENTS[at % STATEMENTS.length] ?? '',
    original: at % 3 === 0 ? ARABIC : null,
    gloss: at % 4 === 0 ? '“prince” = amir (أمير)' : null,
    anchors: [anchorOf('d1', TEXT, QUOTED[at % QUOTED.length] ?? '')],
    ladder: [
      {
        partyId: 'outlet',
        unnamed: null,
        role: null,
        mode: 'narration',
        basis: ['not stated'],
        basisNote: null,
      },
      {
        partyId: at % 2 ? 'reporter' : 'nameless',
        unnamed: null,
        role: 'our man at the river',
        mode: 'direct',
        basis: ['says saw', 'heard'],
        basisNote: '“we have seen”',
      },
    ],
    priority: 'must',
    accuses: at % 5 === 0,
    dates: [{ edtf: '2014-09~', note: 'from the headline', calendar: 'gregorian' }],
    use: at % 2 ? { kind: 'change wording', wording: 'Deserters are said to have crossed.' } : null,
    skip: at % 7 === 6 ? { reason: 'opinion', note: 'An expectation.' } : null,
    finding: FINDINGS[at % FINDINGS.length] ?? null,
    stage: at % 3 === 1 ? 'signed off' : 'checking',
    secondReads:
      at % 6 === 1 ? [{ by: 'somebody', finding: finding({ rationale: 'Seen anew.' }), settled: null }] : [],
  };
  world.write([createChange('claim', id, { ...fields })]);
  world.write([
    ...['e1', 'e2', 'e3', 'e4', 'e5'].slice(0, at % 6).map((evidenceId, place) =>
      createChange('assessment', `${id}-${evidenceId}`, {
        evidenceId,
        claimId: id,
        stance: STANCES[place % STANCES.length] ?? 'background',
        locator: { kind: 'time', value: '00:12–00:40' },
        note: 'Bears on the month alone.',
      }),
    ),
    createChange('check', `${id}-k`, {
      claimId: id,
      where: 'Archive of ferries',
      words: 'ferry September',
      when: '2015-02-01',
      by: 'Desk',
      result: 'nothing found',
      until: null,
      next: 'Ask the harbour',
    }),
    createChange('note', `${id}-q`, {
      claimId: id,
      kind: 'question',
      text: 'Which of the two ferries?',
      answer: null,
      anchor: null,
    }),
    createChange('note', `${id}-n`, {
      claimId: id,
      kind: 'calculation',
      text: '2 boats × 20 places = 40 people',
      answer: null,
      anchor: null,
    }),
    ...(at > 1
      ? [
          createChange('relation', `${id}-r`, {
            from: id,
            to: `c${at - 1}`,
            kind: 'depends on',
            note: null,
            lookedAt: null,
          }),
        ]
      : []),
  ]);
}

/** A case worked through: every part of a report is in it, and what must never be. */
export function workedCase(claims = 12): { world: CaseWorld; texts: ReadonlyMap<string, string> } {
  const world = new CaseWorld();
  people(world);
  world.write([
    createChange('document', 'd1', {
      ref: 'D-1',
      title: 'Who crossed the river?',
      publisher: 'The River Herald',
      translationOf: { language: 'ar', title: null, held: false },
      defects: [{ note: 'It gives no date.', start: null, end: null }],
      language: 'en',
      length: TEXT.length,
    }),
  ]);
  evidence(world);
  for (let at = 1; at <= claims; at += 1) claim(world, at);
  return { world, texts: new Map([['d1', TEXT]]) };
}

/** Its report, with what was found before and one thumbnail. */
export function workedReport(claims = 12) {
  const { world, texts } = workedCase(claims);
  world.write([
    {
      entity: 'claim',
      entityId: 'c6',
      op: 'update',
      patch: {
        finding: finding({
          status: 'disputed',
          reason: 'sources disagree',
          rationale: 'Looked at once more.',
        }),
      },
    },
  ]);
  world.write([
    { entity: 'claim', entityId: 'c6', op: 'update', patch: { finding: finding({ confidence: 'high' }) } },
  ]);
  const facts: ReportFacts = {
    today: '2015-03-02',
    pictures: new Set(['e2']),
    earlier: pastFindings(historyOfCase(world.entries)),
  };
  return { report: buildReport(world.state, texts, facts), world, texts, facts };
}
