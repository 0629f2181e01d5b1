import { describe, expect, it } from 'vitest';
import { absorb } from '#core/journal/absorb.ts';
import type { Change } from '#core/journal/entry.ts';
import { ForkedChainError, unionOf } from '#core/journal/union.ts';
import { Copy } from '../../support/arbitraries.ts';
import { countingEntropy } from '../../support/case-world.ts';

const change = (statement: string): Change => ({
  entity: 'claim',
  entityId: 'one',
  op: 'update',
  patch: { statement },
});

describe('the union of journals', () => {
  it('holds each entry once', () => {
    const anna = new Copy('anna');
    anna.write([change('a'), change('b')]);
    expect([...unionOf(anna.entries, anna.entries.slice(1)).values()]).toEqual(anna.entries);
  });

  it('refuses a chain that was continued in two places', () => {
    const here = new Copy('anna');
    const there = new Copy('anna', countingEntropy('there'));
    here.write([change('a')]);
    there.write([change('b')]);
    expect(() => unionOf(here.entries, there.entries)).toThrow(ForkedChainError);
  });

  it('takes a withheld body from a copy that has it, but never a false one', () => {
    const anna = new Copy('anna');
    anna.write([change('a')]);
    const [whole] = anna.entries;
    if (!whole?.body) throw new Error('There is no entry.');
    const withheld = { header: whole.header, body: null };
    const forged = { header: whole.header, body: { ...whole.body, patch: { statement: 'forged' } } };
    expect([...unionOf([withheld], [whole]).values()]).toEqual([whole]);
    expect([...unionOf([withheld], [forged]).values()]).toEqual([withheld]);
  });
});

describe('absorbing', () => {
  it('writes again only the rows that the new entries touch', () => {
    const anna = new Copy('anna');
    anna.write([change('a'), { entity: 'party', entityId: 'p', op: 'create', patch: {} }]);
    const bilal = new Copy('bilal');
    bilal.receive(anna.entries);
    bilal.write([change('b')]);
    const { added, changed, tip } = absorb(anna.entries, bilal.entries, anna.tip);
    expect(added.map(({ header }) => [header.actor, header.seq])).toEqual([['bilal', 1]]);
    expect(changed.map(({ entity, id }) => [entity, id])).toEqual([['claim', 'one']]);
    expect(tip).toEqual({ ...anna.tip, seen: { anna: 2, bilal: 1 }, at: added[0]?.header.at });
  });

  it('changes nothing when nothing is new', () => {
    const anna = new Copy('anna');
    anna.write([change('a')]);
    expect(absorb(anna.entries, anna.entries, anna.tip)).toEqual({
      added: [],
      erased: [],
      dropped: [],
      changed: [],
      removed: [],
      journal: anna.entries,
      tip: anna.tip,
    });
  });
});
