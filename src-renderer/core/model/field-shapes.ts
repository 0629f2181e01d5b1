import * as v from 'valibot';
import { AUDIENCES, LANGUAGES, ORDERS, PAPERS, PRODUCTS, SECTIONS, STANDARDS } from '../report/setup.ts';
import { CAPTURE_PARTS, OPTIONAL_PARTS } from './capture.ts';
import { GRADING_MODES } from './case-info.ts';
import { PRIORITIES, SKIP_REASONS, STAGES, USES } from './claim.ts';
import { CHECK_RESULTS, RELATIONS, STANCES } from './claim-parts.ts';
import { DEFAULTS, type Entities, type EntityName } from './entities.ts';
import { EVIDENCE_KINDS, HANDLINGS, TERMS } from './evidence.ts';
import { CONFIDENCES, REASONS, SAID_AS_REPORTED, STATUSES } from './finding.ts';
import { CREDIBILITIES, PILLAR_STATES, PILLARS, RELIABILITIES } from './grading.ts';
import type { Json } from './json.ts';
import { BASES, VOICES } from './ladder.ts';
import { NAME_KINDS, PARTS, SAFETY, SCRIPTS } from './party.ts';
import { isPerceptualHash } from './perceptual-hash.ts';
import { PURGE_KINDS } from './purge.ts';
import { RELEASE_AUDIENCES, RELEASE_KINDS } from './release.ts';

const text = v.string();
const maybe = v.nullable(text);
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const flag = v.boolean();
const reason = v.picklist(Object.values(REASONS).flat());

const anchor = v.object({
  documentId: text,
  start: count,
  end: count,
  exact: text,
  prefix: text,
  suffix: text,
  notIn: v.optional(text),
});
const ladder = v.array(
  v.object({
    partyId: maybe,
    unnamed: maybe,
    role: maybe,
    mode: v.picklist(VOICES),
    basis: v.array(v.picklist(BASES)),
    basisNote: maybe,
  }),
);
const finding = v.object({
  status: v.picklist(STATUSES),
  reason,
  part: maybe,
  rationale: text,
  asOf: text,
  confidence: v.nullable(v.picklist(CONFIDENCES)),
  saidAsReported: v.nullable(v.picklist(SAID_AS_REPORTED)),
  wouldChange: maybe,
  reviewBy: maybe,
  warnings: texts,
});
const secondRead = v.object({
  by: text,
  finding,
  settled: v.nullable(v.object({ by: text, status: v.picklist(STATUSES), reason, why: text })),
});
const sealedRecord = v.object({
  id: text,
  kdf: v.literal('argon2id13'),
  opslimit: count,
  memlimit: count,
  salt: text,
  nonce: text,
  box: text,
});
const pillar = v.nullable(v.object({ state: v.nullable(v.picklist(PILLAR_STATES)), note: maybe }));
const restated = v.array(v.strictTuple([text, count, count]));
/** A record without any required key: a list would pass for one. */
const partial = <S extends v.ObjectEntries>(entries: S) =>
  v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value)),
    v.partial(v.object(entries)),
  );
/** Parts of it came one after another: what an older one lacks is filled in where it is read. */
const reportSetup = partial({
  product: v.picklist(PRODUCTS),
  claimIds: v.nullable(texts),
  sections: partial(v.entriesFromList(SECTIONS, flag)),
  order: v.picklist(ORDERS),
  language: v.picklist(LANGUAGES),
  paper: v.picklist(PAPERS),
  organisation: text,
  logo: maybe,
  mark: maybe,
  audience: v.picklist(AUDIENCES),
  named: v.nullable(flag),
  standard: v.picklist(STANDARDS),
});

const savedFilter = partial({
  text,
  statuses: v.array(v.picklist(STATUSES)),
  reasons: v.array(reason),
  speakers: texts,
  subjects: texts,
  priorities: v.array(v.picklist(PRIORITIES)),
  tags: texts,
  documents: texts,
  hasEvidence: v.nullable(flag),
  dependsOnChanged: flag,
  conflict: flag,
  unfinishedMust: flag,
  stages: v.array(v.picklist(STAGES)),
  owners: texts,
  due: flag,
  skipped: v.picklist(['hide', 'only', 'show']),
});

type Shapes = {
  readonly [E in EntityName]: { readonly [F in keyof Entities[E]]: v.GenericSchema };
};

/**
 * What each field may hold, besides null (not set). A new field does not compile until it stands
 * here: screens trust the shape of what they show, and entries come from strangers too.
 */
const SHAPES: Shapes = {
  case: { title: text, mode: v.picklist(GRADING_MODES), founder: text, reportSetup },
  actor: { alias: text, initials: text, signingKey: text, vouch: text },
  document: {
    ref: text,
    title: text,
    publisher: text,
    publisherId: text,
    author: text,
    url: text,
    published: text,
    retrieved: text,
    language: text,
    translationOf: v.object({ language: maybe, title: maybe, held: flag }),
    alignment: v.object({ originalId: text, beads: v.array(v.strictTuple([count, count])) }),
    defects: v.array(v.object({ note: text, start: v.nullable(count), end: v.nullable(count) })),
    origin: v.object({ fileName: maybe, encoding: text, bytes: count, sha256: text }),
    revisionOf: text,
    evidenceId: text,
    pages: v.array(count),
    length: count,
    textHash: text,
  },
  passage: { anchor, voice: v.picklist(VOICES), ladder, candidates: texts, why: text },
  claim: {
    ref: text,
    statement: text,
    original: text,
    gloss: text,
    reading: text,
    anchors: v.array(anchor),
    ladder,
    priority: v.picklist(PRIORITIES),
    accuses: flag,
    subjects: texts,
    tags: texts,
    dates: v.array(v.object({ edtf: text, note: maybe, calendar: v.picklist(['gregorian', 'hijri']) })),
    use: v.object({ kind: v.picklist(USES), wording: maybe }),
    skip: v.object({ reason: v.picklist(SKIP_REASONS), note: maybe }),
    mergedInto: text,
    splitFrom: text,
    finding,
    stage: v.picklist(STAGES),
    owner: text,
    secondReads: v.array(secondRead),
  },
  party: {
    kind: v.picklist(['person', 'organisation', 'document']),
    names: v.array(v.object({ text, script: v.picklist(SCRIPTS), kind: v.picklist(NAME_KINDS) })),
    codeName: text,
    parts: v.array(v.picklist(PARTS)),
    role: text,
    affiliation: text,
    notToBeConfusedWith: texts,
    access: text,
    interest: text,
    safety: v.picklist(SAFETY),
    pseudonym: text,
    spellings: texts,
    note: text,
    sealed: v.array(sealedRecord),
  },
  evidence: {
    ref: text,
    kind: v.picklist(EVIDENCE_KINDS),
    title: text,
    description: text,
    file: v.object({
      sha256: text,
      crc32: count,
      size: count,
      name: text,
      mediaType: text,
      modified: maybe,
    }),
    url: text,
    capturedAt: text,
    text,
    originId: text,
    receipt: v.object({
      from: maybe,
      via: maybe,
      when: maybe,
      forwarded: v.nullable(flag),
      saidToShow: maybe,
      terms: v.nullable(v.picklist(TERMS)),
      consent: maybe,
    }),
    masks: v.array(v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })),
    capture: v.object({
      linkId: text,
      shows: v.array(v.picklist(CAPTURE_PARTS)),
      at: maybe,
      tool: maybe,
      by: maybe,
    }),
    captureNone: v.array(v.picklist(OPTIONAL_PARTS)),
    reliability: v.picklist(RELIABILITIES),
    pillars: partial(v.entriesFromList(PILLARS, pillar)),
    handling: v.object({ what: v.picklist(HANDLINGS), at: text }),
    perceptualHash: v.pipe(text, v.check(isPerceptualHash)),
  },
  origin: { name: text, partyId: text, note: text },
  assessment: {
    evidenceId: text,
    claimId: text,
    stance: v.picklist(STANCES),
    locator: v.object({ kind: v.picklist(['page', 'time', 'region', 'text']), value: text }),
    note: text,
    credibility: v.picklist(CREDIBILITIES),
  },
  check: {
    claimId: text,
    where: text,
    words: text,
    when: text,
    by: text,
    result: v.picklist(CHECK_RESULTS),
    until: text,
    next: text,
  },
  relation: { from: text, to: text, kind: v.picklist(RELATIONS), note: text, lookedAt: text },
  note: {
    claimId: text,
    kind: v.picklist(['note', 'calculation', 'question']),
    text,
    answer: text,
    anchor,
  },
  purge: {
    what: v.picklist(PURGE_KINDS),
    places: v.array(v.strictTuple([text, count, count])),
    targets: v.array(v.strictTuple([text, text, maybe])),
    restated,
  },
  redaction: { restated },
  detail: { words: text, spellings: texts, replacement: text, partyId: text, note: text },
  filter: {
    name: text,
    filter: savedFilter,
    sort: v.picklist(['text', 'reference', 'priority', 'status', 'changed']),
  },
  release: {
    kind: v.picklist(RELEASE_KINDS),
    audience: v.picklist(RELEASE_AUDIENCES),
    madeAt: text,
    fileName: text,
    bytes: count,
    sha256: text,
    to: text,
    note: text,
    claims: v.array(v.object({ claimId: text, status: v.picklist(STATUSES), reason })),
    evidence: texts,
    holds: texts,
    redactions: v.array(v.object({ itemId: text, as: text, count })),
    seen: v.record(text, count),
  },
};

/**
 * The first field of a patch that holds what this kind of item cannot hold there, or null. Fields
 * that no item of the kind has are nobody's to read and may hold anything.
 */
export function misshapen(entity: EntityName, patch: { readonly [field: string]: Json }): string | null {
  const shapes: { readonly [field: string]: v.GenericSchema | undefined } = SHAPES[entity];
  for (const [field, value] of Object.entries(patch)) {
    if (value === null || !Object.hasOwn(DEFAULTS[entity], field)) continue;
    const shape = shapes[field];
    if (shape && !v.is(shape, value)) return field;
  }
  return null;
}
