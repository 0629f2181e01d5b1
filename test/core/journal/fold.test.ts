import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Entry } from '#core/journal/entry.ts';
import { fold, itemKey } from '#core/journal/fold.ts';
import { compareStamps, type FoldedItem, hasDeleteConflict, isDeleted } from '#core/journal/folded.ts';
import { anyAction, anyMeetings, Copy, copiesAfter } from '../../support/arbitraries.ts';

const CLAIM = itemKey('claim', 'one');

const change = (op: Change['op'], patch: Change['patch'] = {}): Change => ({
  entity: 'claim',
  entityId: 'one',
  op,
  patch,
});

const itemIn = (items: ReadonlyMap<string, FoldedItem>): FoldedItem => {
  const item = items.get(CLAIM);
  if (!item) throw new Error('The claim is not in the fold.');
  return item;
};
const values = (items: ReadonlyMap<string, FoldedItem>, field: string) =>
  (itemIn(items).fields[field] ?? []).map(({ value }) => value);

/** Two people who hold the same claim and have not seen what the other writes next. */
function apart(): [Copy, Copy] {
  const anna = new Copy('anna');
  anna.write([change('create', { statement: 'first', finding: null })]);
  const bilal = new Copy('bilal');
  bilal.receive(anna.entries);
  return [anna, bilal];
}

const merged = (...copies: Copy[]): Map<string, FoldedItem> => fold(copies.flatMap(({ entries }) => entries));

/** Causal order by its definition, from what each author's copy held. */
const saw = (later: Entry, earlier: Entry): boolean =>
  later.header.actor === earlier.header.actor
    ? later.header.seq > earlier.header.seq
    : (later.header.seen[earlier.header.actor] ?? 0) >= earlier.header.seq;

/** The writes of a field that stand, by the words of DESIGN 3 and nothing cleverer. */
function standingWrites(entries: readonly Entry[], entity: string, id: string, field: string) {
  const writes = entries.filter(
    ({ body }) => body?.entity === entity && body.entityId === id && body.patch[field] !== undefined,
  );
  return writes
    .filter((entry) => !writes.some((other) => saw(other, entry)))
    .sort((a, b) => compareStamps(b.header, a.header))
    .map(({ header: { actor, seq, at }, body }) => ({ actor, seq, at, value: body?.patch[field] }));
}

describe('the fold', () => {
  it('equals rows kept entry by entry, for any actions of one person', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
        const copy = new Copy('anna');
        for (const action of actions) copy.write(action);
        expect(copy.rows).toEqual(fold(copy.entries));
      }),
      { numRuns: 300 },
    );
  });

  it('equals rows kept by absorbing, for any exchange between three people', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        for (const copy of copiesAfter(meetings)) expect(copy.rows).toEqual(fold(copy.entries));
      }),
      { numRuns: 300 },
    );
  });

  it('lets exactly those writes of a field stand that no other writer of it had seen', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        for (const { rows, entries } of copiesAfter(meetings)) {
          for (const { entity, id, fields } of rows.values()) {
            for (const [field, writes] of Object.entries(fields)) {
              expect(writes).toEqual(standingWrites(entries, entity, id, field));
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the entries, nor on their coming twice', () => {
    fc.assert(
      fc.property(anyMeetings, fc.infiniteStream(fc.double({ noNaN: true })), (meetings, keys) => {
        const entries = copiesAfter(meetings).flatMap((copy) => copy.entries);
        const shuffled = entries
          .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        expect(fold(shuffled)).toEqual(fold(entries));
        expect(fold([...entries, ...shuffled])).toEqual(fold(entries));
      }),
      { numRuns: 200 },
    );
  });

  it('brings everyone to the same rows once everyone holds everything', () => {
    fc.assert(
      fc.property(
        anyMeetings,
        fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 }),
        (meetings, order) => {
          const copies = copiesAfter(meetings);
          const journals = copies.map(({ entries }) => [...entries]);
          for (const copy of copies) for (const at of order) copy.receive(journals[at] ?? []);
          const [first, ...others] = copies;
          for (const copy of others) expect(copy.rows).toEqual(first?.rows);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('lets the causally later write win, whatever the clocks say', () => {
    const [anna, bilal] = apart();
    bilal.write([change('update', { statement: 'second' })]);
    anna.receive(bilal.entries);
    anna.write([change('update', { statement: 'third' })]);
    expect(values(merged(anna, bilal), 'statement')).toEqual(['third']);
  });

  it('lets the later clock win among writes made apart, then the actor; both stay known', () => {
    const [anna, bilal] = apart();
    anna.write([change('update', { statement: 'by Anna, earlier' })]);
    bilal.write([change('update', {}), change('update', { statement: 'by Bilal, later' })]);
    const [winner, other] = itemIn(merged(anna, bilal)).fields['statement'] ?? [];
    expect([winner?.value, other?.value]).toEqual(['by Bilal, later', 'by Anna, earlier']);
    expect(compareStamps({ actor: 'a', seq: 9, at: '1' }, { actor: 'b', seq: 1, at: '1' })).toBeLessThan(0);
    expect(compareStamps({ actor: 'a', seq: 9, at: '1' }, { actor: 'a', seq: 10, at: '1' })).toBeLessThan(0);
  });

  it('joins changes of different fields made apart', () => {
    const [anna, bilal] = apart();
    anna.write([change('update', { statement: 'new words' })]);
    bilal.write([change('update', { tags: ['oil'] })]);
    expect(values(merged(anna, bilal), 'statement')).toEqual(['new words']);
    expect(values(merged(anna, bilal), 'tags')).toEqual([['oil']]);
  });

  it('keeps findings made apart both standing until somebody who saw both settles it', () => {
    const [anna, bilal] = apart();
    anna.write([change('update', { finding: { status: 'disputed' } })]);
    bilal.write([change('update', { finding: { status: 'corroborated' } })]);
    expect(values(merged(anna, bilal), 'finding')).toHaveLength(2);
    anna.receive(bilal.entries);
    anna.write([change('update', { finding: { status: 'unverified' } })]);
    expect(values(merged(anna, bilal), 'finding')).toEqual([{ status: 'unverified' }]);
  });

  it('keeps an item that one deleted while another changed it, and flags it', () => {
    const [anna, bilal] = apart();
    anna.write([change('delete')]);
    bilal.write([change('update', { statement: 'still needed' })]);
    const item = itemIn(merged(anna, bilal));
    expect(isDeleted(item)).toBe(false);
    expect(hasDeleteConflict(item)).toBe(true);
    bilal.receive(anna.entries);
    bilal.write([change('delete')]);
    expect(isDeleted(itemIn(merged(anna, bilal)))).toBe(true);
  });

  it('deletes what its deleter had seen whole, and what two deleted apart', () => {
    const [anna, bilal] = apart();
    anna.write([change('update', { statement: 'a' }), change('delete')]);
    bilal.write([change('delete')]);
    expect(isDeleted(itemIn(merged(anna, bilal)))).toBe(true);
    expect(hasDeleteConflict(itemIn(merged(anna, bilal)))).toBe(false);
  });

  it('hears nothing from an entry whose body is withheld', () => {
    const [anna] = apart();
    const [secret] = anna.write([change('update', { statement: 'a name' })]);
    const withheld = anna.entries.map((entry) => (entry === secret ? { ...entry, body: null } : entry));
    expect(values(fold(withheld), 'statement')).toEqual(['first']);
  });
});
