import { describe, expect, it } from 'vitest';
import { checkCase } from '#core/integrity/check-case.ts';
import type { Entry } from '#core/journal/entry.ts';
import { type CaseState, rowsOf } from '#core/model/case-state.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';

function worked(): { world: ArticleWorld; before: CaseState } {
  const world = new ArticleWorld();
  world.claim('c');
  world.claim('gone', 'spies went to Turkey');
  world.run(deleteClaim, { claimId: 'gone' });
  const before = world.state;
  world.run(setFinding, { claimId: 'c', status: 'disputed', rationale: 'Two say no.' });
  return { world, before };
}

describe('a check of the whole case', () => {
  it('finds nothing wrong with a case as it was written, deleted items among it', () => {
    const { world } = worked();
    expect(checkCase(world.entries, rowsOf(world.state))).toEqual({ faults: [], wrongRows: 0 });
  });

  it('finds an older row that was put back over a newer one', () => {
    const { world, before } = worked();
    expect(checkCase(world.entries, rowsOf(before))).toEqual({ faults: [], wrongRows: 1 });
  });

  it('finds a row that is missing, and one that nothing in the history made', () => {
    const { world } = worked();
    const [first, ...others] = rowsOf(world.state);
    if (!first) throw new Error('There are no rows.');
    expect(checkCase(world.entries, others).wrongRows).toBe(1);
    expect(checkCase(world.entries, [...rowsOf(world.state), { ...first, id: 'made up' }]).wrongRows).toBe(1);
  });

  it('finds the first altered entry of the history', () => {
    const { world } = worked();
    const altered = world.entries.map(
      (entry): Entry =>
        entry.header.seq === 3 && entry.body
          ? { ...entry, body: { ...entry.body, patch: { ...entry.body.patch, statement: 'Other words.' } } }
          : entry,
    );
    expect(checkCase(altered, rowsOf(world.state)).faults).toMatchObject([{ seq: 3, fault: 'body-altered' }]);
  });
});
