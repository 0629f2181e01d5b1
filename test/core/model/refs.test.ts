import { describe, expect, it } from 'vitest';
import { compareRefs, nextRef, nextRefs, refNumber } from '#core/model/refs.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';

function worldWithFounder() {
  const world = new ArticleWorld();
  world.write([
    { entity: 'case', entityId: CASE_ITEM_ID, op: 'create', patch: { title: 'x', founder: 'founder' } },
    { entity: 'actor', entityId: 'colleague', op: 'create', patch: { alias: 'Ana B.', initials: 'a.b' } },
  ]);
  return world;
}

describe('references', () => {
  it('have two digits at least, documents one', () => {
    const { state } = new ArticleWorld();
    expect(nextRefs(state, 'claim', 'founder', 2)).toEqual(['C-01', 'C-02']);
    expect(nextRef(state, 'evidence', 'founder')).toBe('E-01');
    expect(nextRef(state, 'document', 'founder')).toBe('D-2');
  });

  it('carry the initials of anyone but the founder, or the end of their id', () => {
    const { state } = worldWithFounder();
    expect(nextRef(state, 'claim', 'founder')).toBe('C-01');
    expect(nextRef(state, 'claim', 'colleague')).toBe('C-01-AB');
    expect(nextRef(state, 'claim', 'some-id-9f3c')).toBe('C-01-9F3C');
  });

  it('go on after the highest ever used, with or without initials, deleted or not', () => {
    const world = worldWithFounder();
    world.claim('a');
    world.write([{ entity: 'claim', entityId: 'b', op: 'create', patch: { ref: 'C-39-AB' } }]);
    expect(nextRef(world.state, 'claim', 'founder')).toBe('C-40');
    world.run(deleteClaim, { claimId: 'b' });
    expect(nextRef(world.state, 'claim', 'founder')).toBe('C-40');
  });

  it('are ordered by number, then initials', () => {
    const refs = ['C-100', 'C-9', 'C-39-AB', 'C-39', 'C-07'];
    expect(refs.sort(compareRefs)).toEqual(['C-07', 'C-9', 'C-39', 'C-39-AB', 'C-100']);
    expect(['C-07-AB', 'D-1', '', 'C-', 'note'].map(refNumber)).toEqual([7, 1, 0, 0, 0]);
  });
});
