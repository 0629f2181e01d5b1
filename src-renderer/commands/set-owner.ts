import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findAll, findClaim } from './support/find.ts';
import { orNull } from './support/text.ts';

/** `owner` null or blank: nobody. */
export type SetOwner = { readonly claimIds: readonly string[]; readonly owner: string | null };

/** Says who works on several claims, by alias. */
export const setOwner: Command<SetOwner> = (state, { claimIds, owner }) => {
  const claims = findAll(claimIds, (id) => findClaim(state, id));
  if ('refused' in claims) return claims;
  return claims.flatMap((claim) => update('claim', claim, { owner: orNull(owner) }));
};
