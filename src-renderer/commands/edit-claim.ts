import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { type ClaimFields, tidyClaim } from './support/claim-fields.ts';
import { findClaim } from './support/find.ts';

export type EditClaim = { readonly claimId: string; readonly fields: Partial<ClaimFields> };

/** Changes plain fields of a claim; `ladder: null` goes back to the passage's ladder. */
export const editClaim: Command<EditClaim> = (state, { claimId, fields }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const tidied = tidyClaim(state, fields, claim);
  return 'refused' in tidied ? tidied : update('claim', claim, tidied);
};
