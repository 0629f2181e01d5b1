import { DEFAULTS } from '#core/model/entities.ts';
import type { Detail } from '#core/model/detail.ts';
import type { Command } from '#core/ports/command.ts';
import { create } from './support/change.ts';
import { tidyDetail } from './support/detail-fields.ts';

export type AddDetail = { readonly id?: string; readonly fields: Partial<Detail> };

/** Marks words that identify somebody without a name: no export says them. */
export const addDetail: Command<AddDetail> = (state, { id, fields }, context) => {
  const detail = tidyDetail(state, { ...DEFAULTS.detail, ...fields }, null);
  return 'refused' in detail ? detail : [create('detail', id ?? context.newId(), detail)];
};
