import { skeletonOf } from './fold.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Needle } from './find.ts';
import { standIn } from './needles.ts';
import { patternOf } from './pattern.ts';

/**
 * What a person must know before something leaves: a spelling that two share, one too short to
 * look for, one that is a common word (in small letters it is not replaced), a stand-in that holds
 * a protected spelling (withheld instead), one that stands for two people.
 */
export type ProtectionWarning = {
  readonly code: 'shared' | 'short' | 'common' | 'telling' | 'alike';
  readonly words: string;
  readonly itemIds: readonly string[];
};

/**
 * Stand-ins that are somebody else's stand-in or name, too: two copies of a case may each have chosen
 * "Person A", and whoever reads both would take two people for one.
 */
function alike({ party }: Pick<CaseState, 'party'>): ProtectionWarning[] {
  const shown = new Map<string, { words: string; ids: Set<string>; standsIn: boolean }>();
  for (const one of party.values()) {
    const as = standIn(one);
    const words = as === null ? one.names.map(({ text }) => text) : [as];
    for (const text of words) {
      const key = skeletonOf(text);
      if (key === '') continue;
      const held = shown.get(key) ?? { words: text, ids: new Set<string>(), standsIn: false };
      held.ids.add(one.id);
      held.standsIn ||= as !== null;
      shown.set(key, held);
    }
  }
  return [...shown.values()]
    .filter(({ ids, standsIn }) => standsIn && ids.size > 1)
    .map(({ words, ids }) => ({ code: 'alike', words, itemIds: [...ids] }));
}

/** What is doubtful about these needles of a case. `telling`: those whose stand-in holds one. */
export function warningsOf(
  state: Pick<CaseState, 'party'>,
  needles: readonly Needle[],
  telling: readonly Needle[],
): ProtectionWarning[] {
  const warnings: ProtectionWarning[] = [];
  const owners = new Map<string, { words: string; ids: Set<string> }>();
  for (const { words, itemId } of needles) {
    const pattern = patternOf(words);
    if (!pattern) warnings.push({ code: 'short', words, itemIds: [itemId] });
    else if (pattern.exactly !== null) warnings.push({ code: 'common', words, itemIds: [itemId] });
    const key = skeletonOf(words);
    const held = owners.get(key) ?? { words, ids: new Set<string>() };
    held.ids.add(itemId);
    owners.set(key, held);
  }
  for (const { words, ids } of owners.values()) {
    if (ids.size > 1) warnings.push({ code: 'shared', words, itemIds: [...ids] });
  }
  const said = new Map(telling.map(({ itemId, as }) => [itemId, as]));
  for (const [itemId, as] of said) warnings.push({ code: 'telling', words: as, itemIds: [itemId] });
  return [...warnings, ...alike(state)];
}
