import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/journal/entry.ts';
import { hashHeader } from '#core/journal/hash.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { anyAction, anyMeetings, Copy, copiesAfter } from '../../support/arbitraries.ts';

function chainOf(length: number, actor = 'anna'): Entry[] {
  const copy = new Copy(actor);
  for (let at = 1; at <= length; at += 1) {
    copy.write([{ entity: 'claim', entityId: 'one', op: 'update', patch: { statement: `text ${at}` } }]);
  }
  return copy.entries;
}

const altered = (entries: readonly Entry[], seq: number, change: (entry: Entry) => Entry): Entry[] =>
  entries.map((entry) => (entry.header.seq === seq ? change(entry) : entry));

const endOf = (entries: readonly Entry[]) => {
  const last = entries.at(-1);
  if (!last) throw new Error('An empty chain has no end.');
  return new Map([[last.header.actor, { seq: last.header.seq, hash: hashHeader(last.header) }]]);
};

const longChain = fc
  .array(anyAction, { minLength: 5, maxLength: 20 })
  .map((actions) => {
    const copy = new Copy('anna');
    for (const action of actions) copy.write(action);
    return copy.entries;
  })
  .chain((entries) =>
    fc.record({ entries: fc.constant(entries), seq: fc.integer({ min: 1, max: entries.length }) }),
  );

describe('verifying chains', () => {
  it('finds nothing wrong with what was written, exchanged and shuffled', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        for (const { entries } of copiesAfter(meetings)) {
          expect(verifyChains(entries)).toEqual([]);
          expect(verifyChains(entries.toReversed())).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('still holds with any bodies withheld', () => {
    fc.assert(
      fc.property(longChain, fc.infiniteStream(fc.boolean()), ({ entries }, coin) => {
        const withheld = entries.map((entry) => (coin.next().value ? { ...entry, body: null } : entry));
        expect(verifyChains(withheld, endOf(entries))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('names the entry whose body was altered', () => {
    fc.assert(
      fc.property(longChain, ({ entries, seq }) => {
        const forged = altered(entries, seq, ({ header, body }) => ({
          header,
          body: body && { ...body, patch: { statement: 'forged' } },
        }));
        expect(verifyChains(forged)).toEqual([{ actor: 'anna', seq, fault: 'body-altered' }]);
      }),
      { numRuns: 100 },
    );
  });

  it('names the entry whose header was altered, in any field', () => {
    const forge = fc.constantFrom<Partial<Entry['header']>>(
      { bodyHash: '0'.repeat(64) },
      { id: 'another' },
      { batch: 'another' },
      { prev: '0'.repeat(64) },
    );
    fc.assert(
      fc.property(longChain, forge, ({ entries, seq }, fields) => {
        const forged = altered(entries, seq, ({ header }) => ({
          header: { ...header, ...fields },
          body: null,
        }));
        expect(verifyChains(forged, endOf(entries))).toEqual([
          { actor: 'anna', seq, fault: 'header-altered' },
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('names the place of an entry that was dropped', () => {
    fc.assert(
      fc.property(longChain, ({ entries, seq }) => {
        const dropped = entries.filter(({ header }) => header.seq !== seq);
        expect(verifyChains(dropped, endOf(entries))).toEqual([{ actor: 'anna', seq, fault: 'missing' }]);
      }),
      { numRuns: 100 },
    );
  });

  it('notices the last entries missing when their end is vouched for or another author saw them', () => {
    const entries = chainOf(4);
    expect(verifyChains(entries.slice(0, 2))).toEqual([]);
    expect(verifyChains(entries.slice(0, 2), endOf(entries))).toEqual([
      { actor: 'anna', seq: 3, fault: 'missing' },
    ]);
    const bilal = new Copy('bilal');
    bilal.receive(entries);
    bilal.write([{ entity: 'claim', entityId: 'two', op: 'create', patch: {} }]);
    expect(
      verifyChains(bilal.entries.filter(({ header }) => header.actor === 'bilal' || header.seq < 3)),
    ).toEqual([{ actor: 'anna', seq: 3, fault: 'missing' }]);
  });

  it('notices entries that changed places', () => {
    const entries = chainOf(5);
    const swapped = entries.map(({ header, body }) => {
      const seq = { 2: 3, 3: 2 }[header.seq] ?? header.seq;
      return { header: { ...header, seq }, body };
    });
    expect(verifyChains(swapped)[0]).toMatchObject({ actor: 'anna', fault: 'header-altered' });
    expect(verifyChains(swapped)[0]?.seq).toBeLessThanOrEqual(3);
  });

  it('notices a place taken twice', () => {
    const entries = chainOf(3);
    expect(verifyChains([...entries, ...chainOf(2)])).toEqual([{ actor: 'anna', seq: 1, fault: 'twice' }]);
  });

  it('notices an author who rewrote the order: hashes hold, what was seen does not', () => {
    const copy = new Copy('anna');
    copy.write([{ entity: 'claim', entityId: 'one', op: 'create', patch: {} }]);
    copy.tip = { ...copy.tip, seen: { anna: 1, bilal: 7 } };
    copy.write([{ entity: 'claim', entityId: 'one', op: 'update', patch: {} }]);
    copy.tip = { ...copy.tip, seen: { anna: 2 } };
    copy.write([{ entity: 'claim', entityId: 'one', op: 'update', patch: {} }]);
    expect(verifyChains(copy.entries)).toEqual([{ actor: 'anna', seq: 3, fault: 'order-altered' }]);
  });

  it('judges each chain by itself', () => {
    const forged = altered(chainOf(3, 'bilal'), 2, ({ header }) => ({ header, body: null }));
    const broken = forged.filter(({ header }) => header.seq !== 1);
    expect(verifyChains([...chainOf(3), ...broken])).toEqual([{ actor: 'bilal', seq: 1, fault: 'missing' }]);
  });
});
