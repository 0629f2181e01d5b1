import type { CaseState } from '#core/model/case-state.ts';
import { findNeedles, type Needle } from '#core/protection/find.ts';
import { skeletonOf } from '#core/protection/fold.ts';
import { patternOf } from '#core/protection/pattern.ts';
import type { Refusal } from '#core/ports/command.ts';
import { refuse } from './refuse.ts';

/** A refusal when what stands in for protected words holds protected words itself, else null. */
export function checkStandIn(standIn: string | null, needles: readonly Needle[]): Refusal | null {
  if (standIn === null) return null;
  const [hit] = findNeedles(standIn, needles);
  return hit ? refuse('stand-in-tells', { text: standIn.slice(hit.start, hit.end) }) : null;
}

/** A refusal when a spelling is too short to be looked for, else null. */
export function checkSpellings(spellings: readonly string[]): Refusal | null {
  const short = spellings.find((words) => patternOf(words) === null);
  return short === undefined ? null : refuse('spelling-short', { text: short });
}

/** Whether somebody else leaves under this name already: as a pseudonym, a code name or their own name. */
export function isTaken(state: CaseState, pseudonym: string, partyId: string): boolean {
  const wanted = skeletonOf(pseudonym);
  return [...state.party.values()].some(({ id, pseudonym: other, codeName, names }) => {
    if (id === partyId) return false;
    const held = [other ?? '', codeName ?? '', ...names.map(({ text }) => text)];
    return held.some((words) => words !== '' && skeletonOf(words) === wanted);
  });
}
