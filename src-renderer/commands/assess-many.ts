import type { Change } from '#core/journal/entry.ts';
import type { Stance } from '#core/model/claim-parts.ts';
import { assessmentsWith } from '#core/queries/indexes.ts';
import type { Command } from '#core/ports/command.ts';
import { create, update } from './support/change.ts';
import { find, findAll, findClaim } from './support/find.ts';

export type AssessMany = {
  readonly evidenceId: string;
  readonly claimIds: readonly string[];
  readonly stance: Stance;
};

/** Says how one evidence item bears on several claims; locators and notes that were there stay. */
export const assessMany: Command<AssessMany> = (state, { evidenceId, claimIds, stance }, context) => {
  const evidence = find(state, 'evidence', evidenceId);
  if ('refused' in evidence) return evidence;
  const claims = findAll(claimIds, (id) => findClaim(state, id));
  if ('refused' in claims) return claims;
  const held = new Map(assessmentsWith(state, evidenceId).map((item) => [item.claimId, item]));
  return claims.flatMap(({ id: claimId }): Change[] => {
    const item = held.get(claimId);
    if (item) return update('assessment', item, { stance });
    return [create('assessment', context.newId(), { evidenceId, claimId, stance })];
  });
};
