import { skeletonOf } from './fold.ts';
import type { Needle } from './find.ts';
import { patternOf } from './pattern.ts';

/**
 * What a person must know before something leaves: a spelling that two share, one too short to
 * look for, one that is a common word (in small letters it is not replaced), a stand-in that holds
 * a protected spelling (withheld instead).
 */
export type ProtectionWarning = {
  readonly code: 'shared' | 'short' | 'common' | 'telling';
  readonly words: string;
  readonly itemIds: readonly string[];
};

/** What is doubtful about these needles. `telling`: those whose stand-in holds one. */
export function warningsOf(needles: readonly Needle[], telling: readonly Needle[]): ProtectionWarning[] {
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
  return warnings;
}
