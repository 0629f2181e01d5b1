import type { Span } from '../anchoring/paragraphs.ts';
import type { Basis, Voice } from '../model/ladder.ts';
import type { DayOfWriting } from './details/written.ts';
import type { Detail } from './details/details.ts';
import type { Repair } from './quotes/quotation.ts';
import type { Reason } from './worth/worth.ts';
import type { Doubt, Speaker } from './speakers/speaker.ts';

/** Who speaks, by position in the list of speakers; where that is not certain, who it may be. */
export type Voiced = {
  readonly speaker: number | null;
  /** Candidates by position in the list of speakers, the likeliest first; the narration is -1. */
  readonly candidates: readonly number[];
  readonly doubt: Doubt | null;
};

/** The candidate that is nobody quoted: the article itself. */
export const NARRATION = -1;

/** One act of saying: a quotation with its speaker, or reported speech. */
export type ProposedQuote = Voiced & {
  /** What was said, without quotation marks, in reading order. */
  readonly content: readonly Span[];
  /** The reporting verb, or "according to". */
  readonly cue: Span | null;
  /** The words that name the speaker, with their roles. */
  readonly source: Span | null;
  /** Role in the article's words at this place, null where it gives none. */
  readonly role: string | null;
  /** Quoted throughout and given to a speaker; else reported speech, or a quotation that nobody is named for. */
  readonly direct: boolean;
  /** What had to be supposed about the marks; the text is unchanged. */
  readonly repairs: readonly Repair[];
  /** Position of the act of saying that this one stands in (speech inside speech), or null. */
  readonly within: number | null;
};

/** A stretch of the article with its voice. Stretches that are in none are narration. */
export type ProposedPassage = Voiced & {
  readonly span: Span;
  readonly voice: Voice;
  /** Position of the act of saying it belongs to, or null. */
  readonly quote: number | null;
};

/** One step of the according-to ladder below the article itself, outermost first. */
export type ProposedRung = {
  readonly speaker: number | null;
  /** The article's words when nobody is named, else null. */
  readonly unnamed: string | null;
  readonly role: string | null;
  readonly mode: Voice;
  readonly basis: readonly Basis[];
  /** The words that show the basis. */
  readonly basisNote: string | null;
};

/** Somebody or some body that a claim is about or comes from. */
export type ProposedParty = {
  readonly name: string;
  /** Where the claim names them; null for its speaker. */
  readonly span: Span | null;
  readonly kind: 'person' | 'organisation' | 'document';
  readonly part: 'speaker' | 'subject';
};

/** A claim that the article makes, as a draft for a person to accept, edit or skip. */
export type ProposedClaim = {
  /** Where its words stand, in reading order; one or more. */
  readonly spans: readonly Span[];
  readonly statement: string;
  readonly voice: Voice;
  readonly speaker: number | null;
  readonly candidates: readonly number[];
  readonly ladder: readonly ProposedRung[];
  readonly parties: readonly ProposedParty[];
  readonly details: readonly Detail[];
  /** How much it looks like one to check, 0 to 1: to sort by and never to show. */
  readonly score: number;
  /** Why, each with the words that show it. */
  readonly reasons: readonly Reason[];
};

/** The reading of an article that the engine proposes. Nothing of it is in a case until a person takes it. */
export type Proposal = {
  readonly speakers: readonly Speaker[];
  /** What “yesterday” is counted from; null where the article does not say when it was written. */
  readonly written: DayOfWriting | null;
  readonly quotes: readonly ProposedQuote[];
  readonly passages: readonly ProposedPassage[];
  readonly claims: readonly ProposedClaim[];
  readonly sentences: readonly Span[];
};
