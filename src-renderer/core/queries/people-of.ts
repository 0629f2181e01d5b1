import type { CaseState } from '../model/case-state.ts';

/** Somebody a claim can be given to; `you`: whoever asks. */
export type CasePerson = { readonly alias: string; readonly you: boolean };

/**
 * Everybody a claim can be given to, once each: whoever asks first, then who works in the case, the
 * colleagues it may be shared with, and who owns claims already.
 */
export function peopleOf(
  state: Pick<CaseState, 'actor' | 'claim'>,
  actor: string,
  colleagues: readonly string[],
): CasePerson[] {
  const own = state.actor.get(actor)?.alias ?? '';
  const actors = [...state.actor.values()].map(({ alias }) => alias);
  const owners = [...state.claim.values()].flatMap(({ owner }) => owner ?? []);
  const aliases = new Set([own, ...actors, ...colleagues, ...owners].map((alias) => alias.trim()));
  aliases.delete('');
  return [...aliases].map((alias) => ({ alias, you: alias === own.trim() }));
}
