import type { Priority } from '#core/model/claim.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findAll, findClaim } from './support/find.ts';

export type SetPriority = { readonly claimIds: readonly string[]; readonly priority: Priority };

/** Gives several claims one priority. */
export const setPriority: Command<SetPriority> = (state, { claimIds, priority }) => {
  const claims = findAll(claimIds, (id) => findClaim(state, id));
  if ('refused' in claims) return claims;
  return claims.flatMap((claim) => update('claim', claim, { priority }));
};
