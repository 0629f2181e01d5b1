import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOf } from '#core/model/case-state.ts';
import type { Json } from '#core/model/json.ts';
import { isRefusal } from '#core/ports/command.ts';
import { claimRows } from '#core/queries/claim-rows.ts';
import { countsOf } from '#core/queries/counts.ts';
import { NO_FILTER } from '#core/queries/claim-filter.ts';
import { filterClaims, sortClaims } from '#core/queries/filter-claims.ts';
import { keptList, listAhead } from '#core/queries/list-ahead.ts';
import { CaseWorld } from '../../support/case-world.ts';
import { anySteps, outcomeOf } from '../../support/command-arbitraries.ts';

const stored = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

describe('the list that is shown ahead of the case', () => {
  it('is the list of the case, its counts and its order, for any case', () => {
    fc.assert(
      fc.property(anySteps(40), (steps) => {
        const world = new CaseWorld();
        for (const step of steps) {
          const outcome = outcomeOf(step, world.state, world.context);
          if (!isRefusal(outcome)) world.write(outcome);
        }
        const rows = claimRows(world.state);
        const ahead = listAhead(stored(keptList('A title', rows)));
        expect(ahead?.title).toBe('A title');
        expect(ahead?.rows).toEqual(rows.map((row) => ({ ...row, claim: null })));
        expect(countsOf(ahead?.rows ?? [])).toEqual(countsOf(rows));
        const order = (all: typeof rows) => sortClaims(all, 'text').map(({ id }) => id);
        expect(order(ahead?.rows ?? [])).toEqual(order(rows));
      }),
      { numRuns: 60 },
    );
  });

  it('can be searched by what it shows', () => {
    const rows = claimRows(
      stateOf([
        {
          entity: 'claim',
          id: 'a',
          fields: {
            ref: [{ actor: 'x', seq: 1, at: '1', value: 'C-01' }],
            statement: [{ actor: 'x', seq: 1, at: '1', value: 'The bridge fell.' }],
          },
          heads: [{ actor: 'x', seq: 1, at: '1', deletes: false }],
        },
      ]),
    );
    const ahead = listAhead(stored(keptList('', rows)))?.rows ?? [];
    const found = (text: string) => filterClaims(ahead, { ...NO_FILTER, text }, '2026-01-01').length;
    expect([found('BRIDGE c-01'), found('river')]).toEqual([1, 0]);
  });

  it('is not shown when it has other columns, as one of another version of the app', () => {
    const kept = stored(keptList('', [])) as { readonly [key: string]: Json };
    expect(listAhead(kept)).toEqual({ title: '', rows: [] });
    for (const other of [
      null,
      [],
      'x',
      {},
      { ...kept, fields: [...(kept['fields'] as string[]), 'new'] },
      { ...kept, fields: [...(kept['fields'] as string[])].reverse() },
      { ...kept, rows: null },
    ]) {
      expect(listAhead(other)).toBeNull();
    }
  });
});
