import * as v from 'valibot';
import { PRIORITIES, SKIP_REASONS, STAGES, USES } from '../model/claim.ts';
import { RELATIONS, STANCES } from '../model/claim-parts.ts';
import { parseEdtf } from '../model/dates.ts';
import { CONFIDENCES, REASONS, SAID_AS_REPORTED, STATUSES } from '../model/finding.ts';
import { BASES, VOICES } from '../model/ladder.ts';
import { NAME_KINDS, PARTS, SAFETY, SCRIPTS } from '../model/party.ts';

/** The journal holds well-formed text only: half a character would break its hashes. */
const text = v.pipe(
  v.string(),
  v.check((value) => !/\p{Cs}/u.test(value), 'holds half of a character'),
);
const words = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'is empty'),
);
const maybe = v.optional(v.nullable(text), null);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const list = <S extends v.GenericSchema>(item: S) => v.optional(v.array(item), []);
const edtf = v.pipe(
  text,
  v.check((value) => parseEdtf(value) !== null, 'is no EDTF date'),
);

const anchor = v.object({
  start: offset,
  end: offset,
  exact: text,
  prefix: v.optional(text),
  suffix: v.optional(text),
});

/** `party` names the party by its id in the file; without it `source` is looked up among the names. */
const rung = v.object({
  source: maybe,
  role: maybe,
  mode: v.picklist(VOICES),
  basis: v.union([
    v.array(v.picklist(BASES)),
    v.pipe(
      v.picklist(BASES),
      v.transform((one) => [one]),
    ),
  ]),
  basisNote: maybe,
  party: maybe,
  unnamed: maybe,
});

const party = v.object({
  id: words,
  kind: v.optional(v.picklist(['person', 'organisation', 'document']), 'person'),
  names: v.pipe(
    v.array(v.object({ text: words, script: v.picklist(SCRIPTS), kind: v.picklist(NAME_KINDS) })),
    v.minLength(1, 'holds no name'),
  ),
  parts: list(v.picklist(PARTS)),
  role: maybe,
  affiliation: maybe,
  notToBeConfusedWith: list(words),
  access: maybe,
  interest: maybe,
  safety: v.optional(v.picklist(SAFETY), 'public'),
  pseudonym: maybe,
  spellings: list(words),
  note: maybe,
});

const document = v.object({
  ref: v.optional(v.pipe(text, v.regex(/^D-\d+$/, 'is no document reference like D-1')), 'D-1'),
  title: maybe,
  publisher: maybe,
  publisherParty: maybe,
  author: maybe,
  url: maybe,
  published: v.optional(v.nullable(edtf), null),
  retrieved: v.optional(v.nullable(edtf), null),
  language: maybe,
  translationOf: v.optional(
    v.nullable(v.object({ language: maybe, title: maybe, held: v.optional(v.boolean(), false) })),
    null,
  ),
  defects: list(
    v.object({
      note: words,
      start: v.optional(v.nullable(offset), null),
      end: v.optional(v.nullable(offset), null),
    }),
  ),
});

const passage = v.object({
  voice: v.picklist(VOICES),
  anchor,
  attribution: v.array(rung),
  candidates: list(words),
  why: maybe,
});

const finding = v.object({
  part: maybe,
  rationale: v.optional(text, ''),
  asOf: v.optional(v.nullable(edtf), null),
  confidence: v.optional(v.nullable(v.picklist(CONFIDENCES)), null),
  saidAsReported: v.optional(v.nullable(v.picklist(SAID_AS_REPORTED)), null),
  wouldChange: maybe,
  reviewBy: v.optional(v.nullable(edtf), null),
});

const claim = v.object({
  ref: v.pipe(text, v.regex(/^C-\d{2,}(-[\p{L}\p{N}]+)?$/u, 'is no claim reference like C-07')),
  statement: words,
  anchors: v.pipe(v.array(anchor), v.minLength(1, 'holds no anchor')),
  attribution: v.optional(v.nullable(v.array(rung)), null),
  status: v.optional(v.picklist(STATUSES), 'unverified'),
  reason: v.optional(v.picklist(Object.values(REASONS).flat()), 'not started'),
  finding: v.optional(v.nullable(finding), null),
  priority: v.optional(v.picklist(PRIORITIES), 'should'),
  accuses: v.optional(v.boolean(), false),
  subjects: list(words),
  original: maybe,
  gloss: maybe,
  reading: maybe,
  dates: list(
    v.object({ edtf, note: maybe, calendar: v.optional(v.picklist(['gregorian', 'hijri']), 'gregorian') }),
  ),
  tags: list(words),
  use: v.optional(v.nullable(v.object({ kind: v.picklist(USES), wording: maybe })), null),
  skip: v.optional(v.nullable(v.object({ reason: v.picklist(SKIP_REASONS), note: maybe })), null),
  stage: v.optional(v.picklist(STAGES), 'to do'),
  evidence: list(v.object({ item: words, stance: v.picklist(STANCES), note: maybe })),
  owner: maybe,
  notes: list(
    v.object({ kind: v.picklist(['note', 'calculation', 'question']), text: words, answer: maybe }),
  ),
});

/** Evidence that is no file: words, or an address. `claims[].evidence` names it by its reference. */
const evidence = v.object({
  ref: v.pipe(text, v.regex(/^E-\d{2,}(-[\p{L}\p{N}]+)?$/u, 'is no evidence reference like E-14')),
  kind: v.optional(v.picklist(['link', 'quotation', 'testimony']), 'quotation'),
  title: words,
  description: maybe,
  url: maybe,
  text: maybe,
});

const relation = v.object({ from: words, kind: v.picklist(RELATIONS), to: words, note: maybe });

/** `case.json` of a case folder; `seeds/deir-ezzor/case.json` is an example. */
export const caseFolderSchema = v.object({
  title: words,
  document: v.optional(document, {}),
  parties: list(party),
  passages: list(passage),
  claims: v.array(claim),
  evidence: list(evidence),
  relations: list(relation),
});

/** A case folder as it stands in the file: items are named by the file's own short ids. */
export type CaseFolder = v.InferOutput<typeof caseFolderSchema>;
export type FolderRung = v.InferOutput<typeof rung>;
export type FolderAnchor = v.InferOutput<typeof anchor>;
export type FolderParty = v.InferOutput<typeof party>;
export type FolderClaim = v.InferOutput<typeof claim>;
