import type { Span } from '../../anchoring/paragraphs.ts';

/** Somebody who speaks in an article. */
export type Speaker = {
  /** Position in the list of speakers, in order of introduction. */
  readonly id: number;
  readonly kind: 'person' | 'organisation' | 'document' | 'described';
  /** The fullest form of the name in the article, or the description where nobody is named. */
  readonly name: string;
  /** What the article says they are, in its own words; null where it says nothing. */
  readonly role: string | null;
  /** Other spellings and shorter forms that the article uses. */
  readonly variants: readonly string[];
  /** Every place that names them as the one who speaks, pronouns included, in order. */
  readonly mentions: readonly Span[];
};

/** Why it is not certain who speaks, or by what it was settled; `words` are names to put into the wording. */
export const DOUBTS = [
  'several share this name',
  'part of several names',
  'nobody spoke just before',
  'somebody else stands between',
  'nobody is named',
  'the quotation may go on',
  'the quotation is never closed',
  'settled by whose turn it is',
] as const;
export type Doubt = { readonly kind: (typeof DOUBTS)[number]; readonly words: readonly string[] };

/** Who is meant by one phrase that names a speaker. */
export type Resolved =
  | { readonly sure: true; readonly speaker: number; readonly doubt: Doubt | null }
  /** Several could be meant, or none is certain: the candidates by id, the likeliest first. */
  | { readonly sure: false; readonly candidates: readonly number[]; readonly doubt: Doubt };
