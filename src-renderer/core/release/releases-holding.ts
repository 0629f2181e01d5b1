import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';

/** The releases of a case, the latest first. */
export const releasesOf = (state: CaseState): Item<'release'>[] =>
  [...state.release.values()].sort((a, b) =>
    a.madeAt === b.madeAt ? (a.id < b.id ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1,
  );

/** The releases in which a party's name can be read, the latest first: they cannot be called back. */
export const releasesHolding = (state: CaseState, partyId: string): Item<'release'>[] =>
  releasesOf(state).filter(({ holds }) => holds.includes(partyId));

/** The release whose file has this SHA-256, or null. */
export const releaseOfFile = (state: CaseState, sha256: string): Item<'release'> | null =>
  releasesOf(state).find((release) => release.sha256 === sha256) ?? null;
