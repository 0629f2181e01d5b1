import type { Json } from '../model/json.ts';
import type { PlaceRange, PurgeTarget, Restated } from '../model/purge.ts';
import type { Body, Entry, Header } from './entry.ts';
import { hasSeen } from './folded.ts';
import { itemKey } from './item-key.ts';

type Range = readonly [from: number, to: number];
/** The last purge of each actor that names a target: who has seen it has seen their earlier ones. */
type Purgers = ReadonlyMap<string, Header>;

/** Every purge of a journal, ready to be asked about single entries. */
export type Purges = {
  /** Named places by actor: sorted, without overlaps. */
  readonly places: ReadonlyMap<string, readonly Range[]>;
  /** By item, then by field; '' stands for the whole item. */
  readonly targets: ReadonlyMap<string, ReadonlyMap<string, Purgers>>;
};

const WHOLE = '';

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): value is string => typeof value === 'string';
const count = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

const isRange = (value: Json): value is PlaceRange =>
  Array.isArray(value) && text(value[0]) && count(value[1]) && count(value[2]) && value[1] <= value[2];
const isTarget = (value: Json): value is PurgeTarget =>
  Array.isArray(value) && text(value[0]) && text(value[1]) && (value[2] === null || text(value[2]));
const isRestated = (value: Json): value is Restated =>
  Array.isArray(value) && text(value[0]) && count(value[1]) && count(value[2]);

/** The well-formed parts of a purge entry's body; what is malformed names nothing. */
export const placesIn = ({ patch }: Body): PlaceRange[] => listOf(patch['places']).filter(isRange);
export const targetsIn = ({ patch }: Body): PurgeTarget[] => listOf(patch['targets']).filter(isTarget);
export const restatedIn = ({ patch }: Body): Restated[] => listOf(patch['restated']).filter(isRestated);

/** Whether the entry is a purge: its body is never erased and never withheld. */
export const isPurge = ({ body }: Entry): boolean => body?.entity === 'purge';

function joined(ranges: Range[]): Range[] {
  ranges.sort(([a], [b]) => a - b);
  const whole: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = whole.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

type Targets = Map<string, Map<string, Map<string, Header>>>;

function addTarget(targets: Targets, [entity, id, field]: PurgeTarget, header: Header): void {
  const key = itemKey(entity, id);
  const fields = targets.get(key) ?? new Map<string, Map<string, Header>>();
  const purgers = fields.get(field ?? WHOLE) ?? new Map<string, Header>();
  if ((purgers.get(header.actor)?.seq ?? 0) < header.seq) purgers.set(header.actor, header);
  targets.set(key, fields.set(field ?? WHOLE, purgers));
}

/** Gathers the purges of journals. */
export function purgesIn(...journals: readonly Iterable<Entry>[]): Purges {
  const places = new Map<string, Range[]>();
  const targets: Targets = new Map();
  for (const journal of journals) {
    for (const { header, body } of journal) {
      if (body?.entity !== 'purge') continue;
      for (const [actor, from, to] of placesIn(body)) {
        const held = places.get(actor);
        if (held) held.push([from, to]);
        else places.set(actor, [[from, to]]);
      }
      for (const target of targetsIn(body)) addTarget(targets, target, header);
    }
  }
  return { places: new Map([...places].map(([actor, ranges]) => [actor, joined(ranges)])), targets };
}

/** Whether a purge names this place: its body was not merely withheld. */
export function isNamed({ places }: Purges, { actor, seq }: Pick<Header, 'actor' | 'seq'>): boolean {
  const ranges = places.get(actor);
  if (!ranges) return false;
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) <= seq) low = middle + 1;
    else high = middle;
  }
  return (ranges[low - 1]?.[1] ?? 0) >= seq;
}

const unseen = (purgers: Purgers | undefined, header: Header): boolean =>
  purgers !== undefined && [...purgers.values()].some((purge) => !hasSeen(header, purge));

/** Whether this item (`field` null), or this field of it, was purged and the entry's author did not know. */
export function isTargeted(purges: Purges, { header, body }: Entry, field: string | null): boolean {
  if (!body) return false;
  const fields = purges.targets.get(itemKey(body.entity, body.entityId));
  if (!fields) return false;
  return unseen(fields.get(WHOLE), header) || (field !== null && unseen(fields.get(field), header));
}

/**
 * Whether the body of this entry must go: a purge names its place, or it writes what was purged
 * and its author had not seen the purge. The more purges are held, the more is erased and never
 * less, so the order in which copies meet does not matter.
 */
export function isErased(purges: Purges, entry: Entry): boolean {
  const { header, body } = entry;
  if (!body || body.entity === 'purge') return false;
  if (isNamed(purges, header)) return true;
  if (!purges.targets.has(itemKey(body.entity, body.entityId))) return false;
  return (
    isTargeted(purges, entry, null) ||
    Object.keys(body.patch).some((field) => isTargeted(purges, entry, field))
  );
}
