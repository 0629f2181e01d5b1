import type { Anchor } from './anchor.ts';
import type { Credibility } from './grading.ts';

export const STANCES = ['supports', 'contradicts', 'background'] as const;
export type Stance = (typeof STANCES)[number];

/** Where in the evidence: a page, a time code, a region of the picture, words. */
export type Locator = {
  readonly kind: 'page' | 'time' | 'region' | 'text';
  readonly value: string;
};

/** Evidence × claim. */
export type Assessment = {
  readonly evidenceId: string;
  readonly claimId: string;
  readonly stance: Stance;
  readonly locator: Locator | null;
  readonly note: string | null;
  /** Under full grading: how credible what it says to this claim is. */
  readonly credibility: Credibility | null;
};

export const CHECK_RESULTS = ['found', 'nothing found', 'unclear', 'waiting until'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What was tried. */
export type Check = {
  readonly claimId: string;
  readonly where: string;
  readonly words: string | null;
  /** ISO 8601 date. */
  readonly when: string;
  /** Alias of who did it. */
  readonly by: string | null;
  readonly result: CheckResult;
  /** ISO 8601 date, with `waiting until`. */
  readonly until: string | null;
  readonly next: string | null;
};

export const RELATIONS = ['part of', 'depends on', 'in tension with', 'same as'] as const;
export type RelationKind = (typeof RELATIONS)[number];

/** Claim to claim; read as "`from` `kind` `to`". */
export type Relation = {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly note: string | null;
  /** Clock reading up to which changes of `to` were looked at, else null. */
  readonly lookedAt: string | null;
};

/** What belongs to a claim and is no evidence. */
export type Note = {
  readonly claimId: string;
  readonly kind: 'note' | 'calculation' | 'question';
  readonly text: string;
  /** Answer of a question; an unanswered one is open. */
  readonly answer: string | null;
  readonly anchor: Anchor | null;
};
