import type { CaseState } from '../model/case-state.ts';
import type { Guard } from '../ports/finished-file.ts';
import { needlesOf, standIn } from './needles.ts';

/**
 * What a finished file of this case is checked for: every protected spelling may not stand in it,
 * and of the names that may, those that do are told, for the day when somebody must be protected late.
 */
export function guardOf(state: CaseState): Guard {
  const needles = needlesOf(state).map(({ itemId, words }) => ({ itemId, words }));
  const watched = [...state.party.values()]
    .filter((party) => standIn(party) === null)
    .flatMap(({ id, names, spellings }) =>
      [...names.map(({ text }) => text), ...spellings].map((words) => ({ itemId: id, words })),
    );
  return { needles, watched };
}
