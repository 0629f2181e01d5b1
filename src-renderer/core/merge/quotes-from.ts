import type { Change } from '../journal/entry.ts';
import { itemKey } from '../journal/fold.ts';
import type { Known } from '../journal/standing.ts';
import type { CaseState } from '../model/case-state.ts';
import type { PurgeTarget } from '../model/purge.ts';
import { documentOf } from './gone-with.ts';
import type { ItemRef } from './state-after.ts';

/** Fields whose anchors repeat a document's words, and what they hold without those. */
const quotes = ({ body }: Known, documentId: string): string | null => {
  const { anchors, anchor = null } = body.patch;
  if (body.entity === 'claim' && Array.isArray(anchors)) {
    return anchors.some((one) => documentOf(one) === documentId) ? 'anchors' : null;
  }
  return body.entity === 'note' && documentOf(anchor) === documentId ? 'anchor' : null;
};

/**
 * Anchors outside the document's own passages that ever repeated its words: they are purged with
 * it, and written anew where others are left.
 */
export function quotesFrom(
  byItem: ReadonlyMap<string, readonly Known[]>,
  state: CaseState,
  documentId: string,
  gone: readonly ItemRef[],
): { readonly targets: readonly PurgeTarget[]; readonly rewritten: readonly Change[] } {
  const goes = new Set(gone.map(({ entity, id }) => itemKey(entity, id)));
  const targets: PurgeTarget[] = [];
  const rewritten: Change[] = [];
  for (const [key, known] of byItem) {
    const [first] = known;
    const field = known.map((entry) => quotes(entry, documentId)).find((one) => one !== null);
    if (!first || !field || goes.has(key)) continue;
    const { entity, entityId } = first.body;
    targets.push([entity, entityId, field]);
    const anchors =
      state.claim.get(entityId)?.anchors.filter((anchor) => anchor.documentId !== documentId) ?? [];
    if (field !== 'anchors' || anchors.length === 0) continue;
    rewritten.push({ entity, entityId, op: 'update', patch: { anchors: [...anchors] } });
  }
  return { targets, rewritten };
}
