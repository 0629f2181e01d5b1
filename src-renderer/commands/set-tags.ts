import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findAll, findClaim } from './support/find.ts';
import { distinct } from './support/text.ts';

export type SetTags = {
  readonly claimIds: readonly string[];
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
};

/** Adds tags to several claims and takes others away. */
export const setTags: Command<SetTags> = (state, { claimIds, add = [], remove = [] }) => {
  const claims = findAll(claimIds, (id) => findClaim(state, id));
  if ('refused' in claims) return claims;
  const away = new Set(distinct(remove));
  return claims.flatMap((claim) => {
    const tags = distinct([...claim.tags.filter((tag) => !away.has(tag)), ...add]);
    return update('claim', claim, { tags });
  });
};
