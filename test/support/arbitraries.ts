import * as fc from 'fast-check';
import { absorb } from '#core/journal/absorb.ts';
import { appendChanges, type Entropy, type Tip } from '#core/journal/append.ts';
import { applyOwn } from '#core/journal/apply.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import { itemKey } from '#core/journal/fold.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { Json } from '#core/model/json.ts';
import { countingEntropy } from './case-world.ts';

const ITEMS = [
  ['claim', 'one'],
  ['claim', 'two'],
  ['party', 'one'],
] as const;
const FIELDS = ['statement', 'tags', 'finding'] as const;

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.nat(3),
  fc.boolean(),
  fc.string({ maxLength: 4, unit: 'grapheme' }),
  fc.array(fc.nat(3), { maxLength: 2 }),
  fc.record({ status: fc.constantFrom('disputed', 'unverified'), note: fc.string({ maxLength: 3 }) }),
);

/** Any change of a few items, so that changes meet on the same ones. */
export const anyChange: fc.Arbitrary<Change> = fc
  .record({
    item: fc.constantFrom(...ITEMS),
    op: fc.constantFrom('create', 'update', 'update', 'delete' as const),
    patch: fc.dictionary(fc.constantFrom(...FIELDS), anyValue, { maxKeys: 3, noNullPrototype: true }),
  })
  .map(({ item: [entity, entityId], op, patch }) => ({
    entity,
    entityId,
    op,
    patch: op === 'delete' ? {} : patch,
  }));

/** What one person does at once. */
export const anyAction: fc.Arbitrary<readonly Change[]> = fc.array(anyChange, { minLength: 1, maxLength: 3 });

/** A copy of a case at one person's, with rows kept as the app keeps them: never folded from scratch. */
export class Copy {
  readonly actor: string;
  readonly rows = new Map<string, FoldedItem>();
  entries: Entry[] = [];
  tip: Tip;
  private readonly entropy: Entropy;

  constructor(actor: string, entropy: Entropy = countingEntropy(`id-${actor}`)) {
    this.actor = actor;
    this.entropy = entropy;
    this.tip = { actor, seen: {}, prev: null, at: null };
  }

  write(changes: readonly Change[]): Entry[] {
    const { entries, tip } = appendChanges(this.tip, changes, this.entropy);
    for (const entry of entries) {
      if (!entry.body) continue;
      const key = itemKey(entry.body.entity, entry.body.entityId);
      const next = applyOwn(this.rows.get(key) ?? null, entry);
      if (next) this.rows.set(key, next);
    }
    this.entries.push(...entries);
    this.tip = tip;
    return entries;
  }

  /** Takes in what another copy holds. */
  receive(other: readonly Entry[]): void {
    const { added, changed, tip } = absorb(this.entries, other, this.tip);
    for (const item of changed) this.rows.set(itemKey(item.entity, item.id), item);
    this.entries = [...this.entries, ...added];
    this.tip = tip;
  }
}

export type Meeting =
  | { readonly kind: 'write'; readonly who: number; readonly changes: readonly Change[] }
  | { readonly kind: 'receive'; readonly who: number; readonly from: number };

const PEOPLE = ['anna', 'bilal', 'chris'] as const;
const who = fc.nat(PEOPLE.length - 1);

/** Three people who write, and pass their copies on, in any order. */
export const anyMeetings: fc.Arbitrary<readonly Meeting[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), who, changes: anyAction }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('receive' as const), who, from: who }) },
  ),
  { maxLength: 30, size: 'max' },
);

/** The copies those meetings leave. All clocks stand still, so that ties are common. */
export function copiesAfter(meetings: readonly Meeting[]): Copy[] {
  const copies = PEOPLE.map((name) => new Copy(name, { ...countingEntropy(`id-${name}`), now: () => 1000 }));
  const at = (index: number): Copy => {
    const copy = copies[index];
    if (!copy) throw new Error(`No copy ${index}`);
    return copy;
  };
  for (const meeting of meetings) {
    if (meeting.kind === 'write') at(meeting.who).write(meeting.changes);
    else at(meeting.who).receive(at(meeting.from).entries);
  }
  return copies;
}
