import type { CaseState } from '#core/model/case-state.ts';
import type { Detail } from '#core/model/detail.ts';
import type { Refusal } from '#core/ports/command.ts';
import { needlesOf } from '#core/protection/needles.ts';
import { missing } from './find.ts';
import { refuse } from './refuse.ts';
import { checkSpellings, checkStandIn } from './stand-in.ts';
import { distinct, tidy } from './text.ts';

/** Checks a detail as it would stand (`id` null: new) and returns it as it is stored. */
export function tidyDetail(state: CaseState, given: Detail, id: string | null): Detail | Refusal {
  const detail: Detail = {
    ...tidy(given, ['replacement', 'note']),
    words: given.words.trim(),
    spellings: distinct(given.spellings).filter((words) => words !== given.words.trim()),
  };
  if (detail.words === '') return refuse('text-empty');
  const held = [...state.detail.values()].some(
    (other) => other.id !== id && other.words === detail.words && other.partyId === detail.partyId,
  );
  if (held) return refuse('detail-exists');
  const all = [detail.words, ...detail.spellings];
  const own = all.map((words) => ({ itemId: id ?? '', words, as: '' }));
  const before = id === null ? [] : [state.detail.get(id)?.partyId];
  return (
    missing(state, 'party', [detail.partyId], before) ??
    checkSpellings(all) ??
    checkStandIn(detail.replacement, [...needlesOf(state), ...own]) ??
    detail
  );
}
