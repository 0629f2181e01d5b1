import type { Migration } from './migration.ts';

/** The first tables. Values are sealed; only random ids and sequence numbers are in the clear. */
export const initial: Migration = {
  version: 1,
  stores: {
    journal: '[actor+seq]',
    rows: 'id',
    texts: 'id',
    thumbnails: 'id',
    meta: 'id',
  },
};
