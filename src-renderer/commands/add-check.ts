import type { Check } from '#core/model/claim-parts.ts';
import type { Command } from '#core/ports/command.ts';
import { create } from './support/change.ts';
import { tidyCheck } from './support/check-fields.ts';
import { findClaim } from './support/find.ts';

export type AddCheck = Pick<Check, 'claimId' | 'where' | 'result'> &
  Partial<Pick<Check, 'words' | 'when' | 'by' | 'until' | 'next'>> & { readonly id?: string };

/** Records what was tried; without more, today and by whoever writes. */
export const addCheck: Command<AddCheck> = (state, { id, ...given }, context) => {
  const claim = findClaim(state, given.claimId);
  if ('refused' in claim) return claim;
  const check = tidyCheck({
    words: null,
    when: context.today(),
    by: state.actor.get(context.actor)?.alias ?? null,
    until: null,
    next: null,
    ...given,
  });
  return 'refused' in check ? check : [create('check', id ?? context.newId(), check)];
};
