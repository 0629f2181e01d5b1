import type { Receipt } from '#core/model/evidence.ts';

/** Nothing known of how an item reached us. */
export const NO_RECEIPT: Receipt = {
  from: null,
  via: null,
  when: null,
  forwarded: null,
  saidToShow: null,
  terms: null,
  consent: null,
};
