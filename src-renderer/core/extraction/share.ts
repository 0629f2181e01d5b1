/** Told how much of a reading is done, 0 to 1, never less than before. */
export type OnShare = (share: number) => void;

/** Where the steps of a reading end, as shares of it: measured on long articles. */
export const SHARES = { quotations: 0.15, frames: 0.4, claims: 1 } as const;

/** Things done between two words of how far it is: often enough to be seen moving, seldom enough to cost nothing. */
const STEP = 500;

/** Tells how far a loop over `count` things is, between two shares of the whole. */
export function counting(onShare: OnShare, from: number, to: number, count: number): (at: number) => void {
  return (at) => {
    if (at % STEP === 0) onShare(from + ((to - from) * at) / Math.max(count, 1));
  };
}
