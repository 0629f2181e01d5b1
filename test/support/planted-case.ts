import type { FoldedItem } from '#core/journal/folded.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { type CaseState, stateOf } from '#core/model/case-state.ts';
import { ENTITY_NAMES, type Entities, type EntityName } from '#core/model/entities.ts';
import type { Json } from '#core/model/json.ts';
import type { Ladder } from '#core/model/ladder.ts';
import { NO_FILTER } from '#core/queries/claim-filter.ts';
import { leavingCase, type Leaving, type LeavingSetup } from '#core/protection/leaving.ts';

/** A row with these fields, as one person wrote it. */
export function rowOf<E extends EntityName>(entity: E, id: string, values: Partial<Entities[E]>): FoldedItem {
  const stamp = { actor: 'a', seq: 1, at: '1' };
  const fields = Object.entries(values) as [string, Json][];
  return {
    entity,
    id,
    fields: Object.fromEntries(fields.map(([field, value]) => [field, [{ ...stamp, value }] as const])),
    heads: [{ ...stamp, deletes: false }],
  };
}

const ladderOf = (words: string): Ladder => [
  { partyId: null, unnamed: words, role: words, mode: 'direct', basis: ['heard'], basisNote: words },
];

/** The text of the planted document: the name stands in the middle and at both ends. */
export const plantedText = (words: string): string =>
  `${words} went home. On that day ${words} was seen in the market with others. It ended with ${words}`;

/**
 * Every kind of item with the words planted in every field a person writes in. A new field does
 * not compile until it is planted here.
 */
export function plantedItems(words: string): Entities {
  const text = plantedText(words);
  const at = text.indexOf(words, words.length);
  const anchor = makeAnchor('document', text, at, at + words.length);
  return {
    case: {
      title: words,
      mode: 'legal',
      founder: 'actor',
      reportSetup: { ...DEFAULT_SETUP, organisation: words, mark: words },
    },
    actor: { alias: words, initials: 'AB', signingKey: 'key', vouch: 'vouch' },
    document: {
      ref: 'D-1',
      title: words,
      publisher: words,
      publisherId: null,
      author: words,
      url: `https://example.org/${words}`,
      published: '2014-09-03',
      retrieved: '2014-09-04',
      language: words,
      translationOf: { language: words, title: words, held: false },
      defects: [{ note: words, start: 2, end: 4 }],
      origin: { fileName: `${words}.txt`, encoding: 'utf-8', bytes: 9, sha256: 'hash' },
      alignment: { originalId: 'original', beads: [[1, 1]] },
      revisionOf: 'earlier',
      evidenceId: 'evidence',
      pages: [0, 5],
      length: text.length,
      textHash: 'hash of the text',
    },
    passage: { anchor, voice: 'unclear', ladder: ladderOf(words), candidates: ['hidden'], why: words },
    claim: {
      ref: 'C-01',
      statement: `They say ${words} was there.`,
      original: words,
      gloss: words,
      reading: words,
      anchors: [anchor, makeAnchor('document', text, at + words.length, at + words.length + 9)],
      ladder: ladderOf(words),
      priority: 'must',
      accuses: true,
      subjects: ['hidden'],
      tags: [words],
      dates: [{ edtf: '2014', note: words, calendar: 'gregorian' }],
      use: { kind: 'attribute', wording: words },
      skip: { reason: 'opinion', note: words },
      mergedInto: null,
      splitFrom: null,
      finding: {
        status: 'disputed',
        reason: 'sources disagree',
        part: words,
        rationale: words,
        asOf: '2015-03-01',
        confidence: 'low',
        saidAsReported: 'no',
        wouldChange: words,
        reviewBy: null,
        warnings: ['one-origin'],
      },
      stage: 'second read',
      owner: words,
      secondReads: [
        {
          by: 'second',
          finding: {
            status: 'unverified',
            reason: 'insufficient',
            part: words,
            rationale: words,
            asOf: '2015-03-02',
            confidence: null,
            saidAsReported: null,
            wouldChange: words,
            reviewBy: null,
            warnings: [],
          },
          settled: { by: 'actor', status: 'disputed', reason: 'sources disagree', why: words },
        },
      ],
    },
    party: {
      kind: 'person',
      names: [{ text: words, script: 'latin', kind: 'variant' }],
      codeName: null,
      parts: ['speaker'],
      role: words,
      affiliation: null,
      notToBeConfusedWith: [],
      access: words,
      interest: words,
      safety: 'public',
      pseudonym: null,
      spellings: [words],
      note: words,
      sealed: [
        { id: words, kdf: 'argon2id13', opslimit: 1, memlimit: 8192, salt: words, nonce: words, box: words },
      ],
    },
    evidence: {
      ref: 'E-01',
      kind: 'file',
      title: words,
      description: words,
      file: {
        sha256: 'hash',
        crc32: 1,
        size: 2,
        name: `${words}.jpg`,
        mediaType: 'image/jpeg',
        modified: null,
      },
      url: `https://example.org/watch?q=${encodeURIComponent(words)}`,
      capturedAt: null,
      text: words,
      originId: 'origin',
      receipt: {
        from: null,
        via: words,
        when: null,
        forwarded: true,
        saidToShow: words,
        terms: 'on record',
        consent: words,
      },
      masks: [{ x: 0, y: 0, width: 0.5, height: 0.5 }],
      capture: { linkId: 'evidence', shows: ['full page'], at: null, tool: words, by: words },
      captureNone: ['context'],
      reliability: 'B',
      pillars: {
        provenance: { state: 'established', note: words },
        source: { state: null, note: words },
        date: null,
        location: { state: 'in part', note: words },
        motivation: { state: 'not established', note: words },
      },
      handling: { what: 'viewed outside', at: '2015-03-01T12:00:00.000Z' },
      perceptualHash: 'a'.repeat(64),
    },
    origin: { name: words, partyId: null, note: words },
    assessment: {
      evidenceId: 'evidence',
      claimId: 'claim',
      stance: 'supports',
      locator: { kind: 'text', value: words },
      note: words,
      credibility: 2,
    },
    check: {
      claimId: 'claim',
      where: words,
      words,
      when: '2015-03-01',
      by: words,
      result: 'found',
      until: null,
      next: words,
    },
    relation: { from: 'claim', to: 'claim', kind: 'same as', note: words, lookedAt: null },
    note: { claimId: 'claim', kind: 'question', text: words, answer: words, anchor },
    purge: { what: 'value', places: [], targets: [], restated: [] },
    redaction: { restated: [] },
    detail: {
      words: 'the brothers of the guard',
      spellings: [],
      replacement: null,
      partyId: null,
      note: words,
    },
    filter: {
      name: words,
      filter: { ...NO_FILTER, text: words, tags: [words], owners: [words], speakers: ['hidden'] },
      sort: 'text',
    },
    release: {
      kind: 'report',
      audience: 'public',
      madeAt: '2015-03-01T12:00:00.000Z',
      fileName: `${words}.pdf`,
      bytes: 9,
      sha256: 'hash of the release',
      to: words,
      note: words,
      claims: [{ claimId: 'claim', status: 'unverified', reason: 'not started' }],
      evidence: ['evidence'],
      holds: ['party'],
      redactions: [{ itemId: 'party', as: words, count: 2 }],
      seen: { actor: 1 },
    },
  };
}

/** The planted case, with the party `hidden` of these names protected. */
export function plantedCase(words: string, hidden: Partial<Entities['party']>): CaseState {
  const items = plantedItems(words);
  return stateOf([
    ...ENTITY_NAMES.map((entity) => rowOf(entity, entity, items[entity])),
    // What was skipped leaves in few formats.
    rowOf('claim', 'open', { ...items.claim, ref: 'C-02', skip: null }),
    rowOf('assessment', 'of the open', { ...items.assessment, claimId: 'open' }),
    rowOf('party', 'hidden', { kind: 'person', safety: 'protected', ...hidden }),
  ]);
}

/** The planted case as it leaves. */
export const leavingPlanted = (
  words: string,
  hidden: Partial<Entities['party']>,
  setup: LeavingSetup = { language: 'en' },
): Leaving => leavingCase(plantedCase(words, hidden), new Map([['document', plantedText(words)]]), setup);

/** Everything of a case in one text, folds included. */
export function allOf({ state, texts }: Pick<Leaving, 'state' | 'texts'>, entity?: EntityName): string {
  const kinds = entity ? [entity] : ENTITY_NAMES;
  const items = kinds.map((kind) => [...state[kind].values()]);
  return JSON.stringify([items, [...state.deleted.values()], entity ? [] : [...texts.values()]]);
}
