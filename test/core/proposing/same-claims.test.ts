import { describe, expect, it } from 'vitest';
import { SameClaims } from '#core/proposing/same-claims.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
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

async function sameClaims(state: CaseState, claimId: string) {
  const index = new SameClaims();
  await index.update(state.claim);
  return index.of(claimId, state.relation);
}

describe('claims that say nearly the same', () => {
  it('are offered, with the numbers that only one of them holds', async () => {
    const { state } = worldOf(STATEMENTS);
    expect(await sameClaims(state, 'a')).toEqual([{ claimId: 'b', numbers: ['3', '4'] }]);
    expect(await sameClaims(state, 'c')).toEqual([]);
  });

  it('are found for a claim that is not among them: one of another case', async () => {
    const { state } = worldOf(STATEMENTS);
    const index = new SameClaims();
    await index.update(state.claim);
    const like = (statement: string) => index.like({ id: 'elsewhere', statement });
    expect(like(STATEMENTS.c)).toEqual([{ claimId: 'c', numbers: [] }]);
    expect(like('Nobody in the town was happy about it.')).toEqual([]);
  });

  it('are offered no more once they are related', async () => {
    const world = worldOf(STATEMENTS);
    world.run(addRelation, { from: 'b', to: 'a', kind: 'same as' });
    expect(await sameClaims(world.state, 'a')).toEqual([]);
    expect(await sameClaims(world.state, 'b')).toEqual([]);
  });

  it('are found in what changed since, not in what is gone', async () => {
    const world = worldOf(STATEMENTS);
    const index = new SameClaims();
    await index.update(world.state.claim);
    expect(index.of('a', world.state.relation)).toHaveLength(1);
    world.run(editClaim, { claimId: 'c', fields: { statement: STATEMENTS.a } });
    world.run(deleteClaim, { claimId: 'b' });
    await index.update(world.state.claim);
    expect(index.of('a', world.state.relation)).toEqual([{ claimId: 'c', numbers: [] }]);
    expect(index.of('b', world.state.relation)).toEqual([]);
  });

  it('are looked for no further once that is stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`c${at}`, `${STATEMENTS.a} `.repeat(60) + at]),
    );
    expect(await new SameClaims().update(worldOf(many).state.claim, stop.signal)).toBe(false);
  });
});
