/** Words that identify somebody without a name ("brothers of Abu Abed"): no export says them. */
export type Detail = {
  /** The words as the article or a claim has them. */
  readonly words: string;
  /** Other spellings of the same words. */
  readonly spellings: readonly string[];
  /** What exports say instead; null: withheld. */
  readonly replacement: string | null;
  /** Whom they identify. */
  readonly partyId: string | null;
  readonly note: string | null;
};
