import type { Relation } from '#core/model/claim-parts.ts';

export type RelationEnds = Pick<Relation, 'from' | 'to' | 'kind'>;

const SYMMETRIC: ReadonlySet<string> = new Set(['in tension with', 'same as']);

/** The ends as they are stored: of a relation that reads the same both ways, in id order. */
export function normalEnds(ends: RelationEnds): RelationEnds {
  const { from, to, kind } = ends;
  return SYMMETRIC.has(kind) && to < from ? { from: to, to: from, kind } : { from, to, kind };
}

/** The same for two relations that say the same. */
export function relationKey(ends: RelationEnds): string {
  const { from, to, kind } = normalEnds(ends);
  return `${kind} ${from} ${to}`;
}

/** A way from `start` to `goal` along one kind of relation, as ids; null when there is none. */
function wayTo(next: ReadonlyMap<string, readonly string[]>, start: string, goal: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) {
      const way: string[] = [];
      for (let step: string | null = goal; step !== null; step = cameFrom.get(step) ?? null)
        way.unshift(step);
      return way;
    }
    for (const to of next.get(at) ?? []) {
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, at);
      open.push(to);
    }
  }
  return null;
}

function nextBy(relations: Iterable<RelationEnds>, kind: string): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const relation of relations) {
    if (relation.kind !== kind) continue;
    next.set(relation.from, [...(next.get(relation.from) ?? []), relation.to]);
  }
  return next;
}

/** The circle one more relation would close ("A depends on B depends on A"), as ids, or null. */
export function closesCircle(relations: Iterable<RelationEnds>, added: RelationEnds): string[] | null {
  if (SYMMETRIC.has(added.kind)) return null;
  const way = wayTo(nextBy(relations, added.kind), added.to, added.from);
  return way && [added.from, ...way];
}
