import type { FoldedItem } from '../journal/folded.ts';
import type { CaseState } from '../model/case-state.ts';
import { type Item, readItem } from '../model/item.ts';
import type { ClaimDifference } from '../queries/compare-moments.ts';
import type { HistoryStep } from '../queries/history.ts';
import { isKeptFrom } from './second-read.ts';

/** The claim without its finding, the very same object each time: lists know what has not changed by it. */
const kept = new WeakMap<FoldedItem, Item<'claim'>>();

function withoutFinding({ folded }: Item<'claim'>): Item<'claim'> {
  const held = kept.get(folded);
  if (held) return held;
  const { finding: _, ...fields } = folded.fields;
  const claim = { ...readItem('claim', { ...folded, fields }), findingKept: true };
  kept.set(folded, claim);
  return claim;
}

/**
 * The case as one person may see it: the finding of a claim that waits for their second read is not
 * in it, so no list, mark, warning or search can tell it.
 */
export function asSeenBy(state: CaseState, actor: string): CaseState {
  let claims: Map<string, Item<'claim'>> | null = null;
  for (const [id, claim] of state.claim) {
    if (!isKeptFrom(state, claim, actor)) continue;
    claims ??= new Map(state.claim);
    claims.set(id, withoutFinding(claim));
  }
  return claims ? { ...state, claim: claims } : state;
}

/** The claims whose findings are kept from this person. */
function keptFrom(state: CaseState, actor: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [id, claim] of state.claim) if (isKeptFrom(state, claim, actor)) ids.add(id);
  return ids;
}

/** The history as one person may see it: that something was written is told, the finding is not. */
export function stepsSeenBy(
  steps: readonly HistoryStep[],
  state: CaseState,
  actor: string,
): readonly HistoryStep[] {
  const blind = keptFrom(state, actor);
  if (blind.size === 0) return steps;
  const tells = ({ entity, entityId, patch }: HistoryStep['changes'][number]) =>
    entity === 'claim' && blind.has(entityId) && patch['finding'] !== undefined;
  return steps.map((step) => {
    const told = step.changes.filter((change) => !tells(change));
    return told.length === step.changes.length
      ? step
      : { ...step, changes: told, withheld: step.withheld + step.changes.length - told.length };
  });
}

/** What differs between two moments as one person may see it: findings that are kept from them do not. */
export function differencesSeenBy(
  differences: readonly ClaimDifference[],
  state: CaseState,
  actor: string,
): readonly ClaimDifference[] {
  const blind = keptFrom(state, actor);
  return differences.flatMap((one) => {
    if (!blind.has(one.claimId)) return [one];
    const { kind, statement, evidence } = one;
    const left = kind !== 'changed' || statement.before !== statement.after || evidence.length > 0;
    return left ? [{ ...one, finding: { before: null, after: null } }] : [];
  });
}
