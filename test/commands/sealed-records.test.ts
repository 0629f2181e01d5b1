import { describe, expect, it } from 'vitest';
import { leavingCase } from '#core/protection/leaving.ts';
import { searchChanges } from '#core/queries/search-docs.ts';
import { EMPTY_CASE } from '#core/model/case-state.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { keepSealedRecord } from '#renderer/commands/keep-sealed-record.ts';
import { mergeParties } from '#renderer/commands/merge-parties.ts';
import { ArticleWorld } from '../support/article-world.ts';

const record = (id: string, box: string) => ({
  id,
  kdf: 'argon2id13' as const,
  opslimit: 3,
  memlimit: 8192,
  salt: 'c2FsdA==',
  nonce: 'bm9uY2U=',
  box,
});

function world() {
  const made = new ArticleWorld();
  for (const id of ['a', 'b'])
    made.run(addParty, {
      id,
      fields: { codeName: `Source ${id}`, parts: ['our source'], safety: 'protected' },
    });
  made.run(keepSealedRecord, { partyId: 'a', record: record('one', 'Ym94MQ==') });
  return made;
}

describe('the sealed record of a source', () => {
  it('is one record that is replaced, and stays when anything else about the source changes', () => {
    const made = world();
    made.run(keepSealedRecord, { partyId: 'a', record: record('one', 'Ym94Mg==') });
    made.run(editParty, { partyId: 'a', fields: { note: 'reliable so far' } });
    expect(made.get('party', 'a').sealed).toEqual([record('one', 'Ym94Mg==')]);
  });

  it('goes along, as it is, when two sources turn out to be one', () => {
    const made = world();
    made.run(keepSealedRecord, { partyId: 'b', record: record('two', 'Ym94Mw==') });
    made.run(mergeParties, { keepId: 'a', mergeIds: ['b'] });
    expect(made.get('party', 'a').sealed).toEqual([record('one', 'Ym94MQ=='), record('two', 'Ym94Mw==')]);
  });

  it('leaves in nothing, not even sealed, and no search finds it', () => {
    const made = world();
    const { state, redact } = leavingCase(made.state, new Map(), { language: 'en' });
    expect(JSON.stringify([...state.party.values()])).not.toContain('Ym94MQ==');
    const body = {
      entity: 'party',
      entityId: 'a',
      op: 'update',
      patch: { sealed: [record('x', 'Ym94')] },
    } as const;
    expect(redact(body)).toEqual({ sealed: [] });
    const searched = searchChanges(
      { state: EMPTY_CASE, texts: new Map() },
      { state: made.state, texts: new Map() },
    );
    expect(JSON.stringify(searched.put)).not.toContain('Ym94MQ==');
  });
});
