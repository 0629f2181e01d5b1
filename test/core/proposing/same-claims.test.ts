import { describe, expect, it } from 'vitest';
import { sameClaims } from '#core/proposing/same-claims.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';

function worldOf(statements: Readonly<Record<string, string>>): ArticleWorld {
  const world = new ArticleWorld();
  for (const [id, statement] of Object.entries(statements))
    world.run(makeClaim, { id, anchors: [world.anchor('leaders fled')], fields: { statement } });
  return world;
}

const STATEMENTS = {
  a: 'The eastern bridge at Qamar was destroyed by 3 rockets in July.',
  b: 'The eastern bridge at Qamar was destroyed by 4 rockets in July.',
  c: 'Winter wheat prices rose in the harbour town.',
};

describe('claims that say nearly the same', () => {
  it('are offered, with the numbers that only one of them holds', () => {
    const { state } = worldOf(STATEMENTS);
    expect(sameClaims(state, 'a')).toEqual([{ claimId: 'b', numbers: ['3', '4'] }]);
    expect(sameClaims(state, 'c')).toEqual([]);
  });

  it('are offered no more once they are related', () => {
    const world = worldOf(STATEMENTS);
    world.run(addRelation, { from: 'b', to: 'a', kind: 'same as' });
    expect(sameClaims(world.state, 'a')).toEqual([]);
    expect(sameClaims(world.state, 'b')).toEqual([]);
  });
});
