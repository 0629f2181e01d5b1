import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#core/journal/entry.ts';
import { itemKey } from '#core/journal/fold.ts';
import { type FoldedItem, isDeleted } from '#core/journal/folded.ts';
import { invert } from '#core/journal/inverse.ts';
import { anyAction, Copy } from '../../support/arbitraries.ts';

/** Does each change by itself; gives the changes that take them back, the last first. */
function doAll(copy: Copy, changes: readonly Change[]): Change[] {
  const inverse: Change[] = [];
  for (const change of changes) {
    const before = copy.rows.get(itemKey(change.entity, change.entityId)) ?? null;
    inverse.unshift(invert(change, before));
    copy.write([change]);
  }
  return inverse;
}

const fieldsOf = (item: FoldedItem): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item.fields).flatMap(([field, [winner]]) =>
      winner.value === null ? [] : [[field, winner.value]],
    ),
  );

/** What a person can see of a copy: which items are there, and what their fields hold. */
const visible = ({ rows }: Copy): unknown =>
  Object.fromEntries(
    [...rows].filter(([, item]) => !isDeleted(item)).map(([key, item]) => [key, fieldsOf(item)]),
  );

describe('taking changes back', () => {
  it('leaves every field and every item as it was, step by step, for any actions', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 20 }), (actions) => {
        const copy = new Copy('anna');
        const before: unknown[] = [];
        const steps: Change[][] = [];
        for (const action of actions) {
          before.push(visible(copy));
          steps.push(doAll(copy, action));
        }
        for (const step of steps.reverse()) {
          doAll(copy, step);
          expect(visible(copy)).toEqual(before.pop());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('can itself be taken back, for any actions', () => {
    fc.assert(
      fc.property(anyAction, anyAction, (first, second) => {
        const copy = new Copy('anna');
        doAll(copy, first);
        const undo = doAll(copy, second);
        const done = visible(copy);
        const redo = doAll(copy, undo);
        doAll(copy, redo);
        expect(visible(copy)).toEqual(done);
      }),
      { numRuns: 300 },
    );
  });

  it('removes nothing: the journal only grows', () => {
    const copy = new Copy('anna');
    const undo = doAll(copy, [{ entity: 'claim', entityId: 'one', op: 'create', patch: { statement: 'a' } }]);
    doAll(copy, undo);
    expect(copy.entries.map(({ body }) => body?.op)).toEqual(['create', 'delete']);
  });
});
