import { NO_FILTER } from '../queries/claim-filter.ts';
import type { ActorInfo, CaseInfo } from './case-info.ts';
import type { Claim } from './claim.ts';
import type { Assessment, Check, Note, Relation } from './claim-parts.ts';
import type { Detail } from './detail.ts';
import type { Document } from './document.ts';
import type { Evidence, Origin } from './evidence.ts';
import { NO_PILLARS } from './grading.ts';
import type { Party } from './party.ts';
import type { Passage } from './passage.ts';
import type { Purge } from './purge.ts';
import type { Redaction } from './redaction.ts';
import type { Release } from './release.ts';
import type { SavedFilter } from './saved-filter.ts';

/** Every kind of item a case holds, by the name it carries in the journal. */
export type Entities = {
  case: CaseInfo;
  actor: ActorInfo;
  document: Document;
  passage: Passage;
  claim: Claim;
  party: Party;
  evidence: Evidence;
  origin: Origin;
  assessment: Assessment;
  check: Check;
  relation: Relation;
  note: Note;
  purge: Purge;
  redaction: Redaction;
  detail: Detail;
  release: Release;
  filter: SavedFilter;
};
export type EntityName = keyof Entities;

/**
 * What each field holds before anybody wrote it. The keys are also the list of known fields:
 * a patch may name no other.
 */
export const DEFAULTS: { readonly [E in EntityName]: Entities[E] } = {
  case: { title: '', mode: 'desk', founder: null, reportSetup: null },
  actor: { alias: '', initials: '', signingKey: null, vouch: null },
  document: {
    ref: '',
    title: '',
    publisher: null,
    publisherId: null,
    author: null,
    url: null,
    published: null,
    retrieved: null,
    language: null,
    translationOf: null,
    alignment: null,
    defects: [],
    origin: null,
    revisionOf: null,
    evidenceId: null,
    pages: null,
    length: 0,
    textHash: '',
  },
  passage: {
    anchor: { documentId: '', start: 0, end: 0, exact: '', prefix: '', suffix: '' },
    voice: 'unclear',
    ladder: [],
    candidates: [],
    why: null,
  },
  claim: {
    ref: '',
    statement: '',
    original: null,
    gloss: null,
    reading: null,
    anchors: [],
    ladder: null,
    priority: 'should',
    accuses: false,
    subjects: [],
    tags: [],
    dates: [],
    use: null,
    skip: null,
    mergedInto: null,
    splitFrom: null,
    finding: null,
    stage: 'to do',
    owner: null,
    secondReads: [],
  },
  party: {
    kind: 'person',
    names: [],
    codeName: null,
    parts: [],
    role: null,
    affiliation: null,
    notToBeConfusedWith: [],
    access: null,
    interest: null,
    safety: 'public',
    pseudonym: null,
    spellings: [],
    note: null,
    sealed: [],
  },
  evidence: {
    ref: '',
    kind: 'file',
    title: '',
    description: null,
    file: null,
    url: null,
    capturedAt: null,
    text: null,
    originId: null,
    receipt: null,
    masks: [],
    capture: null,
    captureNone: [],
    reliability: null,
    pillars: NO_PILLARS,
    handling: null,
    perceptualHash: null,
  },
  origin: { name: '', partyId: null, note: null },
  assessment: {
    evidenceId: '',
    claimId: '',
    stance: 'background',
    locator: null,
    note: null,
    credibility: null,
  },
  check: {
    claimId: '',
    where: '',
    words: null,
    when: '',
    by: null,
    result: 'unclear',
    until: null,
    next: null,
  },
  relation: { from: '', to: '', kind: 'part of', note: null, lookedAt: null },
  note: { claimId: '', kind: 'note', text: '', answer: null, anchor: null },
  purge: { what: 'value', places: [], targets: [], restated: [] },
  redaction: { restated: [] },
  detail: { words: '', spellings: [], replacement: null, partyId: null, note: null },
  release: {
    kind: 'report',
    audience: 'internal',
    madeAt: '',
    fileName: '',
    bytes: 0,
    sha256: '',
    to: null,
    note: null,
    claims: [],
    evidence: [],
    holds: [],
    redactions: [],
    seen: {},
  },
  filter: { name: '', filter: NO_FILTER, sort: 'text' },
};

export const ENTITY_NAMES = Object.keys(DEFAULTS) as EntityName[];
