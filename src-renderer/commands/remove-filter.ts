import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveFilter = { readonly filterId: string };

/** Takes a kept filter away; the history knows it still. */
export const removeFilter: Command<RemoveFilter> = (state, { filterId }) => {
  const held = find(state, 'filter', filterId);
  return 'refused' in held ? held : [remove('filter', filterId)];
};
