import type { SavedFilter } from '#core/model/saved-filter.ts';
import type { Command } from '#core/ports/command.ts';
import { create, update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

/** `filterId`: the one to write again, else a new one. */
export type SaveFilter = SavedFilter & { readonly filterId?: string };

/** Keeps a filter of the claim list under a name; no two filters have the same. */
export const saveFilter: Command<SaveFilter> = (state, { filterId, name, filter, sort }, context) => {
  const fields = { name: name.trim(), filter, sort };
  if (fields.name === '') return refuse('name-empty');
  const taken = [...state.filter.values()].some((one) => one.name === fields.name && one.id !== filterId);
  if (taken) return refuse('name-exists');
  if (filterId === undefined) return [create('filter', context.newId(), fields)];
  const held = find(state, 'filter', filterId);
  return 'refused' in held ? held : update('filter', held, fields);
};
