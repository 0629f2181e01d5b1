import { describe, expect, it } from 'vitest';
import { historyOf, historyOfCase } from '#core/queries/history.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { ArticleWorld } from '../../support/article-world.ts';

function workedCase() {
  const world = new ArticleWorld();
  world.write([
    { entity: 'actor', entityId: 'founder', op: 'create', patch: { alias: 'Nour', initials: 'N' } },
  ]);
  world.claim('a');
  world.claim('b');
  world.run(editClaim, { claimId: 'a', fields: { statement: 'New words.' } });
  world.evidence('e', 'a');
  world.run(setFinding, { claimId: 'a', status: 'disputed', rationale: 'He denies it.' });
  world.run(clearFinding, { claimId: 'a' });
  world.run(setFinding, { claimId: 'a', status: 'unverified' });
  return world;
}

describe('the history of a claim', () => {
  it('holds its own changes and those of what hangs on it, in order, with what was before', () => {
    const world = workedCase();
    const steps = historyOf(world.entries, 'a');
    expect(steps.map(({ changes }) => changes.map(({ entity, op }) => `${op} ${entity}`).join())).toEqual([
      'create claim',
      'update claim',
      'create assessment',
      'update claim',
      'update claim',
      'update claim',
    ]);
    expect(steps[1]?.changes[0]).toMatchObject({
      patch: { statement: 'New words.' },
      before: { statement: 'Leaders fled.' },
    });
    expect(steps.every(({ alias }) => alias === 'Nour')).toBe(true);
    const times = steps.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('keeps every finding, those taken back included, even of a deleted claim', () => {
    const world = workedCase();
    world.run(deleteClaim, { claimId: 'a' });
    const last = historyOf(world.entries, 'a').at(-1);
    expect(last?.changes.map(({ entity, op }) => `${op} ${entity}`)).toEqual([
      'delete assessment',
      'delete claim',
    ]);
  });

  it('is the same in whatever order the entries come', () => {
    const { entries } = workedCase();
    expect(historyOf([...entries].reverse(), 'a')).toEqual(historyOf(entries, 'a'));
  });
});

describe('the history of a case', () => {
  it('groups what one action did and says how much is withheld', () => {
    const { entries } = workedCase();
    const steps = historyOfCase(entries);
    expect(steps).toHaveLength(new Set(entries.map(({ header }) => header.batch)).size);
    const attached = steps.find(({ changes }) => changes.length === 2);
    expect(attached?.changes.map(({ entity }) => entity)).toEqual(['evidence', 'assessment']);
    const batch = attached?.batch;
    const withheld = entries.map((entry) =>
      entry.header.batch === batch ? { ...entry, body: null } : entry,
    );
    expect(historyOfCase(withheld).find((step) => step.batch === batch)).toMatchObject({
      changes: [],
      withheld: 2,
    });
  });
});
