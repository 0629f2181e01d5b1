import { describe, expect, it } from 'vitest';
import { stateOf } from '#core/model/case-state.ts';
import type { EntityName } from '#core/model/entities.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { Json } from '#core/model/json.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { mergeParties } from '#renderer/commands/merge-parties.ts';
import { ArticleWorld } from '../../support/article-world.ts';

/** A row as an earlier version wrote it. */
function row(entity: EntityName, id: string, values: Record<string, Json>): FoldedItem {
  const stamp = { actor: 'a', seq: 1, at: '1' };
  return {
    entity,
    id,
    fields: Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, [{ ...stamp, value }] as const]),
    ),
    heads: [{ ...stamp, deletes: false }],
  };
}

describe('what a case records of protection', () => {
  it('rows written before these fields existed are read as unprotected and unmasked', () => {
    const state = stateOf([row('party', 'p', { role: 'a guard' }), row('evidence', 'e', { title: 'Video' })]);
    expect(state.party.get('p')).toMatchObject({ safety: 'public', pseudonym: null, spellings: [] });
    expect(state.evidence.get('e')).toMatchObject({ masks: [] });
    expect(state.detail.size).toBe(0);
  });

  it('merging somebody at risk into somebody protected keeps the protection', () => {
    const world = new ArticleWorld();
    const names = [{ text: 'Sami', script: 'latin' as const, kind: 'name' as const }];
    world.run(addParty, { id: 'a', fields: { names, safety: 'protected', spellings: ['Samy'] } });
    world.run(addParty, {
      id: 'b',
      fields: { names, safety: 'at risk if contacted', pseudonym: 'Witness 1', spellings: ['Sammy'] },
    });
    world.write([
      { entity: 'detail', entityId: 'd', op: 'create', patch: { words: 'the cousin', partyId: 'b' } },
    ]);
    world.run(mergeParties, { keepId: 'a', mergeIds: ['b'] });
    expect(world.get('party', 'a')).toMatchObject({
      safety: 'protected',
      pseudonym: 'Witness 1',
      spellings: ['Samy', 'Sammy'],
    });
    expect(world.state.detail.get('d')?.partyId).toBe('a');
  });
});
