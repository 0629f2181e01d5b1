import { describe, expect, it } from 'vitest';
import { absorb, OwnChainAheadError, underActor } from '#core/journal/absorb.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import { fold, itemKey } from '#core/journal/fold.ts';
import { isNamed, purgesIn } from '#core/journal/purges.ts';
import { unionOf } from '#core/journal/union.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import type { Purge } from '#core/model/purge.ts';
import { Copy } from '../../support/arbitraries.ts';

const claim = (patch: Change['patch']): Change => ({ entity: 'claim', entityId: 'one', op: 'update', patch });
const purge = (patch: Partial<Purge>): Change => ({
  entity: 'purge',
  entityId: 'p',
  op: 'create',
  patch: { what: 'value', places: [], targets: [], restated: [], ...patch },
});
const bodies = (entries: Iterable<Entry>) => [...entries].map(({ body }) => body?.patch ?? null);
const union = (...copies: readonly Copy[]) => [...unionOf(...copies.map(({ entries }) => entries)).values()];

/** Anna wrote something and Bilal holds it. */
function apart(): [Copy, Copy] {
  const anna = new Copy('anna');
  anna.write([claim({ statement: 'a name', tags: ['oil'] })]);
  const bilal = new Copy('bilal');
  bilal.receive(anna.entries);
  return [anna, bilal];
}

describe('purges in a union', () => {
  it('erase the places they name, whichever copy still holds them', () => {
    const [anna, bilal] = apart();
    anna.write([purge({ places: [['anna', 1, 1]] })]);
    for (const entries of [union(anna, bilal), union(bilal, anna)]) {
      expect(bodies(entries)[0]).toBeNull();
      expect(verifyChains(entries)).toEqual([]);
    }
  });

  it('tell a purged place from one that was merely withheld', () => {
    const [anna] = apart();
    anna.write([claim({ tags: [] }), purge({ places: [['anna', 1, 1]] })]);
    const purges = purgesIn(anna.entries);
    expect([1, 2].map((seq) => isNamed(purges, { actor: 'anna', seq }))).toEqual([true, false]);
  });

  it('reach who writes what was purged without knowing, and nobody who knows', () => {
    const [anna, bilal] = apart();
    anna.write([purge({ targets: [['claim', 'one', 'statement']] })]);
    bilal.write([claim({ statement: 'a name, again' }), claim({ tags: ['gas'] })]);
    bilal.receive(anna.entries);
    bilal.write([claim({ statement: 'no name' })]);
    expect(bodies(union(anna, bilal)).filter(Boolean)).toEqual([
      expect.objectContaining({ what: 'value' }),
      { tags: ['gas'] },
      { statement: 'no name' },
    ]);
  });

  it('never erase a purge, though another names its place or its item', () => {
    const [anna, bilal] = apart();
    anna.write([purge({ places: [['anna', 1, 1]] })]);
    bilal.write([purge({ places: [['anna', 2, 2]], targets: [['purge', 'p', null]] })]);
    expect(bodies(union(bilal, anna)).filter(Boolean)).toHaveLength(2);
  });

  it('erase nothing when their own header does not vouch for them', () => {
    const [anna, bilal] = apart();
    anna.write([purge({ places: [] })]);
    const forged = anna.entries.map((entry) =>
      entry.body?.entity === 'purge'
        ? { ...entry, body: { ...entry.body, patch: { ...entry.body.patch, places: [['anna', 1, 1]] } } }
        : entry,
    );
    expect(bodies(unionOf(bilal.entries, forged).values())[0]).not.toBeNull();
  });

  it('name nothing where they are malformed, and are quick however much they name', () => {
    const [anna, bilal] = apart();
    const odd = {
      places: [['anna', 0, 3], ['anna', 'x', 1], 7, null, ['anna', 2, 1]],
      targets: 'all',
      restated: [[1]],
    };
    anna.write([{ ...purge({}), patch: odd }]);
    expect(bodies(union(anna, bilal))[0]).not.toBeNull();
    const many = Array.from({ length: 20_000 }, (_, at): [string, number, number] => [
      'bilal',
      at * 3 + 1,
      Number.MAX_SAFE_INTEGER - at,
    ]);
    anna.write([purge({ places: many })]);
    const purges = purgesIn(anna.entries);
    expect(purges.places.get('bilal')).toEqual([[1, Number.MAX_SAFE_INTEGER]]);
  });
});

describe('what is said again after a purge', () => {
  const rows = (entries: Iterable<Entry>) => fold(entries).get(itemKey('claim', 'one'))?.fields;
  const tags = (entries: Iterable<Entry>) =>
    rows(entries)?.['tags']?.map(({ actor, seq, value }) => [actor, seq, value]);
  const again = purge({ places: [['anna', 1, 1]], restated: [['anna', 1, 1]] });

  it('counts in the place of what it replaces, under its author and against who wrote since', () => {
    const [anna, bilal] = apart();
    bilal.write([claim({ tags: ['gas'] })]);
    anna.write([claim({ tags: ['oil'] }), again]);
    expect(rows(union(anna))?.['statement']).toBeUndefined();
    expect(tags(union(anna))).toEqual([['anna', 1, ['oil']]]);
    expect(tags(union(anna, bilal))).toEqual([['bilal', 1, ['gas']]]);
  });

  it('moves to that place as soon as the purge is known', () => {
    const [anna] = apart();
    anna.write([claim({ tags: ['oil'] }), again]);
    const whole = union(anna);
    const partly = whole.map((entry) => (entry.body?.entity === 'purge' ? { ...entry, body: null } : entry));
    expect(tags(partly)).toEqual([['anna', 2, ['oil']]]);
    const { changed } = absorb(partly, whole, { ...anna.tip, actor: 'chris', prev: null });
    expect(changed.find(({ entity }) => entity === 'claim')?.fields['tags']?.[0].seq).toBe(1);
  });

  it('counts in no place that was not purged', () => {
    const [anna, bilal] = apart();
    bilal.write([claim({ tags: ['by Bilal'] }), purge({ restated: [['anna', 1, 1]] })]);
    expect(tags(union(anna, bilal))).toEqual([['bilal', 1, ['by Bilal']]]);
  });
});

describe('absorbing purges', () => {
  it('says what must be erased, what is gone, and keeps the dropped bodies apart', () => {
    const [anna, bilal] = apart();
    anna.write([purge({ places: [['anna', 1, 1]] })]);
    const { added, erased, dropped, changed, removed } = absorb(bilal.entries, anna.entries, bilal.tip);
    expect(added.map(({ header }) => header.seq)).toEqual([2]);
    expect(erased).toEqual([{ header: anna.entries[0]?.header, body: null }]);
    expect(dropped.map(({ body }) => body.patch['statement'])).toEqual(['a name']);
    expect(changed.map(({ entity }) => entity)).toEqual(['purge']);
    expect(removed).toEqual([itemKey('claim', 'one')]);
  });

  it('gains a body that was withheld', () => {
    const [anna] = apart();
    const withheld = anna.entries.map(({ header }) => ({ header, body: null }));
    const { added, changed } = absorb(withheld, anna.entries, { ...anna.tip, actor: 'bilal', prev: null });
    expect(added).toEqual(anna.entries);
    expect(changed).toHaveLength(1);
  });

  it('refuses to go on with a chain that went on elsewhere, until it has a new actor', () => {
    const [anna, bilal] = apart();
    const { entries, tip } = anna;
    const old = [...entries];
    anna.write([claim({ tags: ['later'] })]);
    bilal.receive(anna.entries);
    expect(() => absorb(old, bilal.entries, tip)).toThrow(OwnChainAheadError);
    const restored = absorb(old, bilal.entries, underActor(tip, 'anna-again'));
    expect(restored.tip).toMatchObject({ actor: 'anna-again', prev: null, seen: { anna: 2 } });
  });
});
