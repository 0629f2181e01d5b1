import type { Detail } from '#core/model/detail.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { tidyDetail } from './support/detail-fields.ts';
import { find } from './support/find.ts';

export type EditDetail = { readonly detailId: string; readonly fields: Partial<Detail> };

/** Changes an identifying detail. */
export const editDetail: Command<EditDetail> = (state, { detailId, fields }) => {
  const held = find(state, 'detail', detailId);
  if ('refused' in held) return held;
  const { words, spellings, replacement, partyId, note } = { ...held, ...fields };
  const detail = tidyDetail(state, { words, spellings, replacement, partyId, note }, detailId);
  return 'refused' in detail ? detail : update('detail', held, detail);
};
