/** How a voice speaks in the document. */
export const VOICES = ['narration', 'direct', 'indirect', 'document', 'unclear'] as const;
export type Voice = (typeof VOICES)[number];

/** How somebody knows what they say, as they claim it (several may hold at once). */
export const BASES = [
  'says saw',
  'took part',
  'heard',
  'holds document',
  'method unstated',
  'not stated',
] as const;
export type Basis = (typeof BASES)[number];

/** One step of "according to", from the article down to who knew it first. */
export type Rung = {
  /** The party that speaks, or null when the article names nobody. */
  readonly partyId: string | null;
  /** The article's words when nobody is named ("it was revealed"), else null. */
  readonly unnamed: string | null;
  /** What the article says this party is, in its own words. */
  readonly role: string | null;
  readonly mode: Voice;
  readonly basis: readonly Basis[];
  /** The words that show the basis ("we have seen and heard"). */
  readonly basisNote: string | null;
};

/** According-to ladder, outermost rung first. */
export type Ladder = readonly Rung[];
