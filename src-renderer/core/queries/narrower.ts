import { foldText } from '../text/fold.ts';
import { type ClaimFilter, isSameFilter } from './claim-filter.ts';

/** The words that a filter's text asks for, folded; all of them must be found. */
export const wordsAskedFor = (text: string): string[] =>
  foldText(text)
    .split(/\s+/u)
    .filter((word) => word !== '');

/**
 * Whether everything that `filter` lets through, `wider` lets through too: the same choices, and each
 * word that `wider` asks for is part of one that `filter` asks for. May be false where it is so.
 */
export function isNarrower(filter: ClaimFilter, wider: ClaimFilter): boolean {
  if (!isSameFilter({ ...filter, text: '' }, { ...wider, text: '' })) return false;
  const asked = wordsAskedFor(filter.text);
  return wordsAskedFor(wider.text).every((word) => asked.some((longer) => longer.includes(word)));
}
