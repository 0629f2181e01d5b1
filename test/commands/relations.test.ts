import { describe, expect, it } from 'vitest';
import { dependsOnChanged } from '#core/queries/depends-on-changed.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { markLookedAt } from '#renderer/commands/mark-looked-at.ts';
import { removeRelation } from '#renderer/commands/remove-relation.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setPriority } from '#renderer/commands/set-priority.ts';
import { ArticleWorld } from '../support/article-world.ts';

function worldWithThree() {
  const world = new ArticleWorld();
  for (const id of ['a', 'b', 'c']) world.claim(id);
  return world;
}

describe('relating claims', () => {
  it('is refused to itself, twice, and for claims that are gone', () => {
    const world = worldWithThree();
    world.run(addRelation, { from: 'b', to: 'a', kind: 'in tension with' });
    const refused = (from: string, to: string) =>
      world.refusal(addRelation, { from, to, kind: 'in tension with' }).refused;
    expect(refused('a', 'a')).toBe('relation-self');
    expect(refused('b', 'a')).toBe('relation-exists');
    expect(refused('a', 'b')).toBe('relation-exists');
    expect(refused('a', 'x')).toBe('not-found');
  });

  it.each(['part of', 'depends on'] as const)('never closes a circle of "%s"', (kind) => {
    const world = worldWithThree();
    world.run(addRelation, { from: 'a', to: 'b', kind });
    world.run(addRelation, { from: 'b', to: 'c', kind });
    expect(world.refusal(addRelation, { from: 'c', to: 'a', kind })).toEqual({
      refused: 'relation-cycle',
      detail: { refs: 'C-03 → C-01 → C-02 → C-03' },
    });
    world.run(addRelation, { from: 'a', to: 'c', kind });
  });

  it('can be taken back', () => {
    const world = worldWithThree();
    const [relationId = ''] = world.run(addRelation, { from: 'a', to: 'b', kind: 'same as' });
    world.run(removeRelation, { relationId });
    expect(world.state.relation.size).toBe(0);
  });
});

describe('a claim that depends on another', () => {
  const dependent = () => {
    const world = worldWithThree();
    world.run(addRelation, { from: 'b', to: 'a', kind: 'depends on' });
    return world;
  };
  const flagged = (world: ArticleWorld) => [...dependsOnChanged(world.state).keys()];

  it('is flagged when the other gets a finding or another wording', () => {
    const world = dependent();
    expect(flagged(world)).toEqual([]);
    world.run(editClaim, { claimId: 'a', fields: { statement: 'Other words.' } });
    expect(flagged(world)).toEqual(['b']);
    expect(dependsOnChanged(world.state).get('b')).toEqual(['a']);
  });

  it('is not flagged for what does not touch its sense', () => {
    const world = dependent();
    world.run(setPriority, { claimIds: ['a'], priority: 'must' });
    expect(flagged(world)).toEqual([]);
  });

  it('is flagged no longer once somebody looked, until the next change', () => {
    const world = dependent();
    world.run(setFinding, { claimId: 'a', status: 'unverified' });
    world.run(markLookedAt, { claimId: 'b' });
    expect(flagged(world)).toEqual([]);
    world.run(setFinding, { claimId: 'a', status: 'disputed', rationale: 'He denies it.' });
    expect(flagged(world)).toEqual(['b']);
  });

  it('is flagged no longer once it has a finding of its own', () => {
    const world = dependent();
    world.run(setFinding, { claimId: 'a', status: 'unverified' });
    world.run(setFinding, { claimId: 'b', status: 'unverified' });
    expect(flagged(world)).toEqual([]);
  });
});
