import { parseReading } from '../journal/clock.ts';
import type { Body, Entry, Patch } from '../journal/entry.ts';
import { itemKey } from '../journal/fold.ts';
import { compareStamps } from '../journal/folded.ts';
import { placeOf } from '../journal/place.ts';
import { restatementsIn } from '../journal/restatements.ts';
import { isKnown } from '../journal/standing.ts';
import type { Json } from '../model/json.ts';

/** One change of one item, with what its fields held before. */
export type HistoryChange = Pick<Body, 'entity' | 'entityId' | 'op' | 'patch'> & {
  readonly reason: string | null;
  readonly before: Patch;
};

/** One action of one person. */
export type HistoryStep = {
  readonly batch: string;
  /** Milliseconds since 1970 by the clock of whoever wrote it. */
  readonly at: number;
  readonly actor: string;
  /** Name of the person in this case, '' when it is not known. */
  readonly alias: string;
  readonly changes: readonly HistoryChange[];
  /** Changes whose content was withheld or purged. */
  readonly withheld: number;
};

const inOrder = (entries: Iterable<Entry>): Entry[] =>
  [...entries].sort((a, b) => compareStamps(a.header, b.header));

/** Alias of each actor, the latest given. */
function aliases(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { body } of entries) {
    const alias = body?.entity === 'actor' ? body.patch['alias'] : undefined;
    if (body && typeof alias === 'string') names.set(body.entityId, alias);
  }
  return names;
}

/** Fills in what each field held before; entries come in order. */
function withBefore(held: Map<string, Map<string, Json>>, body: Body): HistoryChange {
  const { entity, entityId, op, patch, reason = null } = body;
  const key = itemKey(entity, entityId);
  const fields = held.get(key) ?? new Map<string, Json>();
  held.set(key, fields);
  const before: Record<string, Json> = {};
  for (const [field, value] of Object.entries(patch)) {
    before[field] = fields.get(field) ?? null;
    fields.set(field, value);
  }
  return { entity, entityId, op, patch, reason, before };
}

/**
 * What a redacted copy says in place of withheld bodies is told where these stand, and not at all
 * where they are known.
 */
function asTold(entries: readonly Entry[]): readonly Entry[] {
  const restatements = restatementsIn(entries);
  if (restatements.size === 0) return entries;
  const known = new Set(entries.filter(isKnown).map(({ header }) => placeOf(header)));
  const told = new Set<string>();
  const all = entries.flatMap((entry): Entry[] => {
    const restatement = restatements.get(placeOf(entry.header));
    if (!restatement?.redacted || !entry.body) return [entry];
    const place = placeOf(restatement.of);
    if (known.has(place)) return [];
    told.add(place);
    return [{ header: restatement.of, body: entry.body }];
  });
  return all.filter(({ header, body }) => body !== null || !told.has(placeOf(header)));
}

function stepsOf(entries: Iterable<Entry>, wanted: (body: Body | null) => boolean): HistoryStep[] {
  const ordered = inOrder(asTold([...entries]));
  const names = aliases(ordered);
  const held = new Map<string, Map<string, Json>>();
  const steps = new Map<string, { step: HistoryStep; changes: HistoryChange[]; withheld: number }>();
  for (const { header, body } of ordered) {
    const change = body && withBefore(held, body);
    if (!wanted(body)) continue;
    const { batch, actor } = header;
    const at = parseReading(header.at).wall;
    const made = steps.get(batch) ?? {
      step: { batch, at, actor, alias: names.get(actor) ?? '', changes: [], withheld: 0 },
      changes: [],
      withheld: 0,
    };
    steps.set(batch, made);
    if (change) made.changes.push(change);
    else made.withheld += 1;
  }
  return [...steps.values()].map(({ step, changes, withheld }) => ({ ...step, changes, withheld }));
}

/** Every action in the case, the earliest first. */
export const historyOfCase = (entries: Iterable<Entry>): HistoryStep[] => stepsOf(entries, () => true);

function pointsTo({ patch }: Body, itemId: string): boolean {
  const { claimId, evidenceId, from, to, evidence, capture } = patch;
  const isCapture =
    typeof capture === 'object' && capture !== null && 'linkId' in capture && capture.linkId === itemId;
  return (
    isCapture ||
    [claimId, evidenceId, from, to].includes(itemId) ||
    (Array.isArray(evidence) && evidence.includes(itemId))
  );
}

/**
 * Every change of a claim or an evidence item and of what hung on it at any time (releases that held
 * it among them), the earliest first.
 */
export function historyOf(entries: readonly Entry[], itemId: string): HistoryStep[] {
  const related = new Set([itemKey('claim', itemId), itemKey('evidence', itemId)]);
  for (const { body } of entries) {
    if (body && pointsTo(body, itemId)) related.add(itemKey(body.entity, body.entityId));
  }
  return stepsOf(entries, (body) => body !== null && related.has(itemKey(body.entity, body.entityId)));
}
