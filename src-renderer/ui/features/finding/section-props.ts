import type { Item } from '#core/model/item.ts';

/** What every part of the claim pane gets. */
export type SectionProps = { readonly claim: Item<'claim'>; readonly readOnly: boolean };
