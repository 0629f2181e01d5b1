import type { CaseInfo } from '../model/case-info.ts';
import type { Claim, ClaimDate, Use } from '../model/claim.ts';
import type { Locator } from '../model/claim-parts.ts';
import type { Entities, EntityName } from '../model/entities.ts';
import type { Finding } from '../model/finding.ts';
import type { Ladder, Rung } from '../model/ladder.ts';
import type { Party, PartyName } from '../model/party.ts';
import type { ReleasedRedaction } from '../model/release.ts';
import type { SecondRead, Settlement } from '../model/second-read.ts';
import type { ClaimFilter } from '../queries/claim-filter.ts';
import { scriptOf } from '../model/names.ts';
import { documentRules } from './document-rules.ts';
import { evidenceRules } from './evidence-rules.ts';
import { keep, list, maybe, nothing, own, quoted, reference, type Rule, type Rules, shape } from './rule.ts';

const anchor: Rule<Claim['anchors'][number]> = (value, out) => out.anchor(value);

const ladder: Rule<Ladder> = list(
  shape<Rung>({
    partyId: keep,
    unnamed: maybe(quoted),
    role: maybe(quoted),
    mode: keep,
    basis: keep,
    basisNote: maybe(quoted),
  }),
);

const finding = shape<Finding>({
  status: keep,
  reason: keep,
  part: maybe(own),
  rationale: own,
  asOf: keep,
  confidence: keep,
  saidAsReported: keep,
  wouldChange: maybe(own),
  reviewBy: keep,
  warnings: keep,
});

const secondRead = shape<SecondRead>({
  by: keep,
  finding,
  settled: maybe(shape<Settlement>({ by: keep, status: keep, reason: keep, why: own })),
});

const names: Rule<Party['names']> = (values, out, partyId) => {
  const hidden = out.hidden(partyId);
  if (!hidden) return values.map((name): PartyName => ({ ...name, text: out.own(name.text) }));
  out.touched += 1;
  if (hidden.byCodeName) return [];
  const text = hidden.as === '' ? out.mark('name') : hidden.as;
  return [{ text, script: scriptOf(text), kind: 'name' }];
};

/** Nothing that is recorded of somebody who may not be named, but what the report has to say. */
const ofPublic =
  <T>(rule: Rule<T>, none: T): Rule<T> =>
  (value, out, partyId) => {
    if (!out.hidden(partyId)) return rule(value, out, partyId);
    out.touched += 1;
    return none;
  };

/** A public namesake would tell the name of who may not be named, from either side. */
const namesakes: Rule<readonly string[]> = (ids, out, partyId) => {
  const left = out.hidden(partyId) ? [] : ids.filter((id) => !out.hidden(id));
  if (left.length < ids.length) out.touched += 1;
  return left;
};

/** Whom somebody hidden works for tells who they are; so does who works for somebody hidden. */
const affiliation: Rule<string | null> = (outer, out, partyId) => {
  if (outer === null || !(out.hidden(partyId) || out.hidden(outer))) return outer;
  out.touched += 1;
  return null;
};

const party: Rules<Party> = {
  kind: keep,
  names,
  codeName: (value, out, id) => {
    const hidden = out.hidden(id);
    if (!hidden?.byCodeName) return value === null ? null : out.own(value);
    return hidden.as === '' ? out.mark('name') : hidden.as;
  },
  parts: keep,
  role: maybe(quoted),
  affiliation,
  notToBeConfusedWith: namesakes,
  // How somebody could know, and what they want, tells who they are.
  access: ofPublic(maybe(own), null),
  interest: ofPublic(maybe(own), null),
  safety: keep,
  pseudonym: (value, out, id) => (value === null ? null : out.hidden(id)?.as || null),
  spellings: ofPublic(list(own), []),
  note: ofPublic(maybe(own), null),
  // Not even sealed: who holds the file could guess at the passphrase for as long as they like.
  sealed: (records, out) => {
    if (records.length > 0) out.touched += 1;
    return [];
  },
};

/** Keys and signatures name the person as surely as the alias does. */
const ofNamed: Rule<string | null> = (value, out) => (out.hidesActors ? null : value);

const caseInfo: Rules<CaseInfo> = { title: own, mode: keep, founder: keep, reportSetup: () => null };

/** What becomes of every field of every kind of item when it leaves the program. */
export const RULES: { readonly [E in EntityName]: Rules<Entities[E]> } = {
  case: caseInfo,
  actor: {
    alias: own,
    initials: (value, out) => (out.hidesActors ? '' : value),
    signingKey: ofNamed,
    vouch: ofNamed,
  },
  document: documentRules,
  passage: { anchor, voice: keep, ladder, candidates: keep, why: maybe(own) },
  claim: {
    ref: reference,
    statement: own,
    original: maybe(quoted),
    gloss: maybe(own),
    reading: maybe(own),
    anchors: list(anchor),
    ladder: maybe(ladder),
    priority: keep,
    accuses: keep,
    subjects: keep,
    tags: list(own),
    dates: list(shape<ClaimDate>({ edtf: keep, note: maybe(quoted), calendar: keep })),
    use: maybe(shape<Use>({ kind: keep, wording: maybe(own) })),
    skip: maybe(shape<NonNullable<Claim['skip']>>({ reason: keep, note: maybe(own) })),
    mergedInto: keep,
    splitFrom: keep,
    finding: maybe(finding),
    stage: keep,
    owner: maybe(own),
    secondReads: list(secondRead),
  },
  party,
  evidence: evidenceRules,
  origin: { name: own, partyId: keep, note: maybe(own) },
  assessment: {
    evidenceId: keep,
    claimId: keep,
    stance: keep,
    locator: maybe(shape<Locator>({ kind: keep, value: quoted })),
    note: maybe(own),
    credibility: keep,
  },
  check: {
    claimId: keep,
    where: own,
    words: maybe(own),
    when: keep,
    by: maybe(own),
    result: keep,
    until: keep,
    next: maybe(own),
  },
  relation: { from: keep, to: keep, kind: keep, note: maybe(own), lookedAt: keep },
  note: { claimId: keep, kind: keep, text: own, answer: maybe(own), anchor: maybe(anchor) },
  purge: { what: keep, places: keep, targets: keep, restated: keep },
  redaction: { restated: keep },
  // Details do not leave at all (leaving.ts); these rules hold should one ever be asked for.
  detail: { words: own, spellings: list(own), replacement: maybe(own), partyId: keep, note: nothing },
  // Nor do kept filters: they say what somebody was looking for.
  filter: {
    name: own,
    filter: shape<ClaimFilter>({
      text: own,
      statuses: keep,
      reasons: keep,
      speakers: keep,
      subjects: keep,
      priorities: keep,
      tags: list(own),
      documents: keep,
      hasEvidence: keep,
      dependsOnChanged: keep,
      conflict: keep,
      unfinishedMust: keep,
      stages: keep,
      owners: list(own),
      due: keep,
      skipped: keep,
    }),
    sort: keep,
  },
  // Nor do releases.
  release: {
    kind: keep,
    audience: keep,
    madeAt: keep,
    fileName: own,
    bytes: keep,
    sha256: keep,
    to: nothing,
    note: nothing,
    claims: keep,
    evidence: keep,
    holds: keep,
    redactions: list(shape<ReleasedRedaction>({ itemId: keep, as: own, count: keep })),
    seen: keep,
  },
};
