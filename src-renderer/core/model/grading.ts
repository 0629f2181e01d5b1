/**
 * Reliability of a source and credibility of what it says, the two judgements of the Admiralty (NATO)
 * system: STANAG 2511 / AJP-2.1, annex on evaluation. They are given apart and never averaged; `F`
 * and `6` say that it cannot be judged, and are no middle of their scale.
 */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** The five pillars of verifying eyewitness media (First Draft, Verifying Online Information, 2019). */
export const PILLARS = ['provenance', 'source', 'date', 'location', 'motivation'] as const;
export type Pillar = (typeof PILLARS)[number];

export const PILLAR_STATES = ['established', 'in part', 'not established'] as const;
export type PillarState = (typeof PILLAR_STATES)[number];

export type PillarFinding = { readonly state: PillarState | null; readonly note: string | null };

/** What was found on each pillar; null while nobody said anything. */
export type Pillars = { readonly [P in Pillar]: PillarFinding | null };

export const NO_PILLARS: Pillars = {
  provenance: null,
  source: null,
  date: null,
  location: null,
  motivation: null,
};

/** Both judgements side by side ("B2", "F–"), '' when neither is given. */
export function gradeOf(reliability: Reliability | null, credibility: Credibility | null): string {
  if (reliability === null && credibility === null) return '';
  return `${reliability ?? '–'}${credibility ?? '–'}`;
}
