import { compareRefs } from '#core/model/refs.ts';
import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type RemoveOrigin = { readonly originId: string };

/** Removes an origin no evidence comes from. */
export const removeOrigin: Command<RemoveOrigin> = (state, { originId }) => {
  const origin = find(state, 'origin', originId);
  if ('refused' in origin) return origin;
  const refs = [...state.evidence.values()]
    .filter((item) => item.originId === originId)
    .map(({ ref }) => ref);
  if (refs.length === 0) return [remove('origin', originId)];
  return refuse('in-use', { uses: refs.length, refs: refs.sort(compareRefs).slice(0, 5).join(', ') });
};
