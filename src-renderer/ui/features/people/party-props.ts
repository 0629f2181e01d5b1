import type { Item } from '#core/model/item.ts';

/** What every part of a party's page gets. */
export type PartyProps = { readonly party: Item<'party'>; readonly readOnly: boolean };
