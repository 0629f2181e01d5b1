import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveDetail = { readonly detailId: string };

/** Lets exports say these words again. */
export const removeDetail: Command<RemoveDetail> = (state, { detailId }) => {
  const detail = find(state, 'detail', detailId);
  return 'refused' in detail ? detail : [remove('detail', detailId)];
};
