import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendChanges } from '#core/journal/append.ts';
import type { Change } from '#core/journal/entry.ts';
import { fold } from '#core/journal/fold.ts';
import {
  applyEntries,
  type CaseState,
  EMPTY_CASE,
  foldedOf,
  stateOf,
  withItems,
} from '#core/model/case-state.ts';
import { anyMeetings, copiesAfter } from '../../support/arbitraries.ts';
import { countingEntropy } from '../../support/case-world.ts';

const FRESH = { actor: 'anna', seen: {}, prev: null, at: null };
const claim = (op: Change['op'], patch: Change['patch'] = {}): Change => ({
  entity: 'claim',
  entityId: 'one',
  op,
  patch,
});

function after(...changes: Change[]): CaseState {
  return applyEntries(EMPTY_CASE, appendChanges(FRESH, changes, countingEntropy('x')).entries).state;
}

describe('the state of a case', () => {
  it('reads fields nobody wrote, and cleared ones, as their defaults', () => {
    const item = after(
      claim('create', { statement: 'a', priority: 'must' }),
      claim('update', { priority: null }),
    ).claim.get('one');
    expect(item).toMatchObject({ id: 'one', statement: 'a', priority: 'should', tags: [], finding: null });
  });

  it('keeps fields of a newer version in the folded item only', () => {
    const item = after(claim('create', { fromTheFuture: 1 })).claim.get('one');
    expect(item).not.toHaveProperty('fromTheFuture');
    expect(item?.folded.fields['fromTheFuture']?.[0].value).toBe(1);
  });

  it('keeps what was deleted out of sight, and gives it back whole', () => {
    const gone = after(claim('create', { statement: 'a' }), claim('delete'));
    expect(gone.claim.size).toBe(0);
    expect(foldedOf(gone, 'claim', 'one')?.fields['statement']?.[0].value).toBe('a');
    const back = after(claim('create', { statement: 'a' }), claim('delete'), claim('update'));
    expect(back.claim.get('one')?.statement).toBe('a');
    expect(back.deleted.size).toBe(0);
  });

  it('never changes a state that was given out, and shares the kinds a change does not touch', () => {
    const before = after(claim('create', { statement: 'a' }));
    const { entries } = appendChanges(FRESH, [claim('update', { statement: 'b' })], countingEntropy('y'));
    const { state, changed } = applyEntries(before, entries);
    expect(before.claim.get('one')?.statement).toBe('a');
    expect(state.claim.get('one')?.statement).toBe('b');
    expect(state.party).toBe(before.party);
    expect(state.claim).not.toBe(before.claim);
    expect(changed).toHaveLength(1);
  });

  it('is the same from all rows at once and from rows that come bit by bit', () => {
    fc.assert(
      fc.property(anyMeetings, (meetings) => {
        for (const { entries, rows } of copiesAfter(meetings)) {
          const bitByBit = [...rows.values()].reduce((state, row) => withItems(state, [row]), EMPTY_CASE);
          expect(bitByBit).toEqual(stateOf(fold(entries).values()));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('flags an item that one deleted while another changed it', () => {
    const stamp = { actor: 'a', seq: 1, at: '1' };
    const item = {
      entity: 'claim',
      id: 'one',
      fields: {},
      heads: [
        { ...stamp, deletes: true },
        { ...stamp, actor: 'b', deletes: false },
      ],
    } as const;
    expect(stateOf([item]).claim.get('one')?.deleteConflict).toBe(true);
  });
});
