import { createChange } from '#core/exchange/create-change.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Change } from '#core/journal/entry.ts';
import { sha256Text } from '#core/journal/hash.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Claim } from '#core/model/claim.ts';
import { CHECK_RESULTS, RELATIONS, STANCES } from '#core/model/claim-parts.ts';
import { REASONS, STATUSES } from '#core/model/finding.ts';
import { CaseWorld } from './case-world.ts';

const SENTENCES = [
  'The council said that nine trucks had crossed the bridge before dawn, although nobody at the checkpoint wrote their number down.',
  'A field activist from the town reported that “the oil office was emptied in a single night and its ledgers burned”.',
  'قال ناشط ميداني من دير الزور إن عدداً من القادة فرّوا بأموال الزكاة (أكثر من مليار ليرة).',
  'Witnesses described the convoy as long; others, among them Abū Muḥammad al-Ḥasan bin ʿAbd al-Raḥmān, counted two cars only.',
];
const LONG_URL = `https://archive.example.org/${'deir-ezzor-desertions/'.repeat(6)}?id=${'0123456789abcdef'.repeat(5)}`;
const LONG_NAME = 'Abū Muḥammad ʿAbd al-Raḥmān bin Khālid al-Fārūq al-Naʿīmī al-Deiri';
const pick = <T>(values: readonly [T, ...T[]] | readonly T[], at: number): T => {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('Nothing to pick from.');
  return value;
};

function findingAt(at: number, asOf: string): Claim['finding'] {
  if (at % 7 === 6) return null;
  const status = pick(STATUSES, at);
  const reason = pick(REASONS[status], status === 'unverified' ? (at % 4) + 1 : at);
  return {
    status,
    reason,
    part: reason === 'in part' ? 'the flight, not the sum' : null,
    rationale: `Two reports of the same week agree on this point ${at}; the third differs in the number of vehicles only.`,
    asOf,
    confidence: status === 'unverified' ? null : pick(['low', 'moderate', 'high'], at),
    saidAsReported: pick(['confirmed', 'no', 'unknown'], at),
    wouldChange: at % 5 === 0 ? 'A bank record of the withdrawal.' : null,
    reviewBy: at % 6 === 0 ? '2027-01-15' : null,
    warnings: pick([['one-origin'], [], ['evidence-against', 'repeats-claim']], at),
  };
}

function partyChanges(): Change[] {
  return [
    createChange('party', 'outlet', {
      kind: 'organisation',
      names: [{ text: 'Sound and Picture', script: 'latin', kind: 'name' }],
      parts: ['speaker'],
    }),
    createChange('party', 'activist', {
      names: [{ text: LONG_NAME, script: 'latin', kind: 'name' }],
      parts: ['speaker'],
      role: 'field activist from Deir Ezzor, currently residing in Turkey',
    }),
    createChange('party', 'source', {
      names: [{ text: 'TRUE-NAME Khalil', script: 'latin', kind: 'name' }],
      codeName: 'Source A',
      parts: ['our source'],
      safety: 'protected',
    }),
    createChange('origin', 'origin-bank', { name: 'Central Bank of Syria, ledger', partyId: null }),
    createChange('origin', 'origin-source', { name: 'What our source saw', partyId: 'source' }),
  ];
}

const receipt = (terms: 'on record' | 'off record' | 'not by name') => ({
  from: 'source',
  via: 'Signal',
  when: '2026-10-02',
  forwarded: true,
  saidToShow: 'the convoy on the bridge',
  terms,
  consent: 'given',
});

function evidenceChanges(at: number): Change[] {
  const id = `evidence-${at}`;
  const ref = `E-${String(at + 1).padStart(2, '0')}`;
  const kinds = [
    { kind: 'link', title: `Archived page ${at}`, url: LONG_URL, capturedAt: '2026-10-01' },
    { kind: 'file', title: `صورة القافلة ${at}.jpg`, originId: 'origin-bank', receipt: receipt('on record') },
    { kind: 'quotation', title: 'Radio bulletin', text: pick(SENTENCES, at + 1), originId: 'origin-bank' },
    {
      kind: 'testimony',
      title: 'Call',
      text: 'He counted them himself. 🚩',
      originId: 'origin-source',
      receipt: receipt('not by name'),
    },
    {
      kind: 'testimony',
      title: 'SECRET call',
      text: 'SECRET words',
      originId: 'origin-source',
      receipt: receipt('off record'),
    },
  ] as const;
  return [createChange('evidence', id, { ref, ...pick(kinds, at) })];
}

function claimParts(at: number, claims: number): Change[] {
  const claimId = `claim-${at}`;
  const to = `claim-${(at + 3) % claims}`;
  return [
    ...[at, at + 2].map((evidence, side) =>
      createChange('assessment', `assessment-${at}-${side}`, {
        evidenceId: `evidence-${evidence % claims}`,
        claimId,
        stance: pick(STANCES, at + side),
        locator: side === 0 ? { kind: 'page', value: String(at + 2) } : { kind: 'time', value: '00:01:20' },
        note: 'The second paragraph, where the number stands.',
      }),
    ),
    createChange('check', `check-${at}`, {
      claimId,
      where: 'National archive, press collection',
      words: 'جسر الميادين شاحنات 2014',
      when: '2026-10-03',
      by: 'Ana',
      result: pick(CHECK_RESULTS, at),
      until: pick(CHECK_RESULTS, at) === 'waiting until' ? '2026-12-01' : null,
      next: 'Ask the librarian for the second reel.',
    }),
    createChange('relation', `relation-${at}`, { from: claimId, to, kind: pick(RELATIONS, at) }),
    createChange('note', `note-${at}`, {
      claimId,
      kind: pick(['note', 'calculation', 'question'] as const, at),
      text: 'Nine trucks at 20 tonnes: 180 tonnes.',
    }),
  ];
}

/** The claims' sentences, one a paragraph. */
const textOf = (claims: number): string =>
  Array.from({ length: claims }, (_, at) => pick(SENTENCES, at)).join('\n\n');

function claimChanges(text: string, claims: number): Change[] {
  let from = 0;
  return Array.from({ length: claims }, (_, at) => {
    const sentence = pick(SENTENCES, at);
    const anchor = makeAnchor('document-1', text, from, from + sentence.length);
    from += sentence.length + 2;
    return createChange('claim', `claim-${at}`, {
      ref: `C-${String(at + 1).padStart(2, '0')}`,
      statement: `${sentence.slice(0, 90)} (${at})`,
      original: at % 4 === 0 ? 'فرّ القادة بأموال الزكاة' : null,
      gloss: at % 4 === 0 ? '“prince” = amir (أمير)' : null,
      anchors: [anchor],
      ladder: pick([['outlet'], ['outlet', 'activist'], ['outlet', 'source']], at).map((partyId) => ({
        partyId,
        unnamed: null,
        role: partyId === 'activist' ? 'field activist' : null,
        mode: 'direct' as const,
        basis: ['says saw' as const],
        basisNote: null,
      })),
      priority: pick(['must', 'should', 'could'] as const, at),
      accuses: at % 3 === 0,
      dates: [{ edtf: 'XXXX-07', note: '“July”', calendar: 'gregorian' as const }],
      use: {
        kind: 'attribute' as const,
        wording: 'According to an activist, the leaders fled with the money.',
      },
      skip: at % 11 === 10 ? { reason: 'opinion' as const, note: null } : null,
      finding: findingAt(at, '2026-10-04'),
    });
  });
}

/** A case as it stands after long work: findings, evidence, Arabic, long names and addresses. */
export function workedCase(claims = 60): {
  readonly state: CaseState;
  readonly texts: ReadonlyMap<string, string>;
  readonly world: CaseWorld;
} {
  const text = textOf(claims);
  const world = new CaseWorld();
  const each = <T>(make: (at: number) => T[]): T[] =>
    Array.from({ length: claims }, (_, at) => make(at)).flat();
  world.write([
    createChange('case', 'case', { title: 'Desertions – دير الزور', founder: 'founder' }),
    createChange('actor', 'founder', { alias: 'Ana', initials: 'AN' }),
    ...partyChanges(),
    createChange('document', 'document-1', {
      ref: 'D-1',
      title: 'What is the reality behind the desertion of foreign troops?',
      publisher: 'Sound and Picture',
      url: LONG_URL,
      language: 'en',
      translationOf: { language: 'ar', title: 'ما حقيقة الانشقاقات؟', held: false },
      defects: [{ note: 'No publication date.', start: null, end: null }],
      length: text.length,
      textHash: sha256Text(text),
    }),
    ...claimChanges(text, claims),
    ...each(evidenceChanges),
    ...each((at) => claimParts(at, claims)),
  ]);
  return { state: world.state, texts: new Map([['document-1', text]]), world };
}
