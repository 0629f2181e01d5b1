import type { CaseState } from '../model/case-state.ts';
import type { Guard } from '../ports/finished-file.ts';
import { ar } from '../report/labels/ar.ts';
import { en } from '../report/labels/en.ts';
import { aliasNeedles } from './aliases.ts';
import { findNeedles, type Needle } from './find.ts';
import { needlesOf, standIn } from './needles.ts';

/** Words of the program's own in whatever it writes. */
const OWN_WORDS = JSON.stringify([en, ar]);

/** The aliases of who checked, but those that are words of every report ("Editor"): they tell nobody. */
const tellingAliases = (state: CaseState): Needle[] =>
  aliasNeedles(state, 'en').filter((needle) => findNeedles(OWN_WORDS, [needle]).length === 0);

/**
 * What a finished file of this case is checked for: every protected spelling may not stand in it,
 * and of the names that may, those that do are told, for the day when somebody must be protected late.
 * `hidesCheckers`: nor may it name who checked.
 */
export function guardOf(state: CaseState, hidesCheckers = false): Guard {
  const aliases = hidesCheckers ? tellingAliases(state) : [];
  const needles = [...needlesOf(state), ...aliases].map(({ itemId, words }) => ({ itemId, words }));
  const watched = [...state.party.values()]
    .filter((party) => standIn(party) === null)
    .flatMap(({ id, names, spellings }) =>
      [...names.map(({ text }) => text), ...spellings].map((words) => ({ itemId: id, words })),
    );
  return { needles, watched };
}
