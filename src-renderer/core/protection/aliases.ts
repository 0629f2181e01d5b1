import type { CaseState } from '../model/case-state.ts';
import type { Needle } from './find.ts';
import type { MarkLanguage } from './marks.ts';

const CHECKERS: Readonly<Record<MarkLanguage, string>> = { en: 'Checker', ar: 'مدقق' };

/** The aliases of the people who worked on the case, as needles. */
export const aliasNeedles = (state: CaseState, language: MarkLanguage): Needle[] =>
  [...state.actor.values()].map(({ id, alias }, at) => ({
    itemId: id,
    words: alias,
    as: `${CHECKERS[language]} ${at + 1}`,
  }));
