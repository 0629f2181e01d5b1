import { makeAnchor } from '../anchoring/make-anchor.ts';
import { sha256Text } from '../journal/hash.ts';
import type { Anchor } from '../model/anchor.ts';
import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Ladder, Rung } from '../model/ladder.ts';
import type { Party } from '../model/party.ts';
import type { Passage } from '../model/passage.ts';
import type { CaseFolder, FolderAnchor, FolderClaim, FolderParty, FolderRung } from './case-folder-schema.ts';
import { partyNamed } from './complete-parties.ts';

/** What turns the file's own names into the case's ids. */
export type Naming = {
  readonly article: string;
  readonly documentId: string;
  readonly parties: readonly FolderParty[];
  /** Id of the party the file calls so. Throws for a name that was not checked. */
  partyId(id: string): string;
};

/** Name of the article's file in a case folder. */
export const ARTICLE_FILE = 'article.txt';

export function toDocument({ title: caseTitle, document }: CaseFolder, naming: Naming): Document {
  const { article } = naming;
  const textHash = sha256Text(article);
  const { publisherParty, title, ...fields } = document;
  return {
    ...fields,
    title: title?.trim() || caseTitle,
    publisherId: publisherParty === null ? null : naming.partyId(publisherParty),
    origin: {
      fileName: ARTICLE_FILE,
      encoding: 'utf-8',
      bytes: new TextEncoder().encode(article).length,
      sha256: textHash,
    },
    alignment: null,
    revisionOf: null,
    evidenceId: null,
    pages: null,
    length: article.length,
    textHash,
  };
}

export function toParty({ id: _id, ...party }: FolderParty, { partyId }: Naming): Party {
  return {
    ...party,
    codeName: null,
    sealed: [],
    affiliation: party.affiliation === null ? null : partyId(party.affiliation),
    notToBeConfusedWith: party.notToBeConfusedWith.map(partyId),
  };
}

export const toAnchor = ({ start, end }: FolderAnchor, { article, documentId }: Naming): Anchor =>
  makeAnchor(documentId, article, start, end);

function partyOf({ party, unnamed, source }: FolderRung, { parties, partyId }: Naming): string | null {
  if (party !== null) return partyId(party);
  if (unnamed !== null || !source?.trim()) return null;
  const named = partyNamed(parties, source);
  return named ? partyId(named.id) : null;
}

function toRung(rung: FolderRung, naming: Naming): Rung {
  const partyId = partyOf(rung, naming);
  return {
    partyId,
    unnamed: partyId === null ? (rung.unnamed ?? rung.source) : null,
    role: rung.role,
    mode: rung.mode,
    basis: [...new Set(rung.basis)],
    basisNote: rung.basisNote,
  };
}

export const toLadder = (rungs: readonly FolderRung[], naming: Naming): Ladder =>
  rungs.map((rung) => toRung(rung, naming));

export function toPassage(passage: CaseFolder['passages'][number], naming: Naming): Passage {
  const { voice, anchor, attribution, candidates, why } = passage;
  return {
    anchor: toAnchor(anchor, naming),
    voice,
    ladder: toLadder(attribution, naming),
    candidates: candidates.map(naming.partyId),
    why,
  };
}

function toFinding({ status, reason, finding }: FolderClaim, today: string): Finding | null {
  if (reason === 'not started') return null;
  return {
    status,
    reason,
    part: finding?.part ?? null,
    rationale: finding?.rationale ?? '',
    asOf: finding?.asOf ?? today,
    confidence: finding?.confidence ?? null,
    saidAsReported: finding?.saidAsReported ?? null,
    wouldChange: finding?.wouldChange ?? null,
    reviewBy: finding?.reviewBy ?? null,
    warnings: [],
  };
}

/** The claim with its ladder as the file resolves it; null where the file gives none. */
export function toClaim(claim: FolderClaim, naming: Naming, today: string): Claim {
  const { status: _status, reason: _reason, notes: _notes, evidence: _evidence, ...rest } = claim;
  const { attribution, ...fields } = rest;
  return {
    ...fields,
    anchors: claim.anchors.map((anchor) => toAnchor(anchor, naming)),
    ladder: attribution === null ? null : toLadder(attribution, naming),
    subjects: claim.subjects.map(naming.partyId),
    mergedInto: null,
    splitFrom: null,
    finding: toFinding(claim, today),
    secondReads: [],
  };
}
