import { describe, expect, it } from 'vitest';
import { addNameVariant } from '#renderer/commands/add-name-variant.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { mergeParties } from '#renderer/commands/merge-parties.ts';
import { removeParty } from '#renderer/commands/remove-party.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { ArticleWorld } from '../support/article-world.ts';

const latin = (text: string) => ({ text, script: 'latin' as const, kind: 'name' as const });
const rung = (partyId: string) => ({
  partyId,
  unnamed: null,
  role: null,
  mode: 'direct' as const,
  basis: [],
  basisNote: null,
});

describe('adding and editing a party', () => {
  it('needs a name, except for our sources, who need a code name nobody has', () => {
    const world = new ArticleWorld();
    expect(world.refusal(addParty, { fields: { names: [latin(' ')] } }).refused).toBe('name-empty');
    const parts = ['our source' as const];
    expect(world.refusal(addParty, { fields: { parts, names: [latin('X')] } }).refused).toBe(
      'code-name-missing',
    );
    world.run(addParty, { id: 's', fields: { parts, codeName: 'Source A' } });
    expect(world.refusal(addParty, { fields: { parts, codeName: 'source a' } }).refused).toBe(
      'code-name-taken',
    );
    world.run(editParty, { partyId: 's', fields: { access: 'was there' } });
    expect(world.get('party', 's')).toMatchObject({ codeName: 'Source A', access: 'was there' });
  });

  it('keeps every spelling once', () => {
    const world = new ArticleWorld();
    world.person('sami', 'Sami Fourati');
    const arabic = { text: 'سامي الفراتي', script: 'arabic' as const, kind: 'variant' as const };
    world.run(addNameVariant, { partyId: 'sami', name: arabic });
    expect(world.get('party', 'sami').names.map(({ text }) => text)).toEqual([
      'Sami Fourati',
      'سامي الفراتي',
    ]);
    expect(world.refusal(addNameVariant, { partyId: 'sami', name: arabic }).refused).toBe('name-exists');
  });

  it('refuses affiliations that run in a circle', () => {
    const world = new ArticleWorld();
    world.person('outlet');
    world.person('reporter', 'Zaid', { affiliation: 'outlet' });
    const circle = { partyId: 'outlet', fields: { affiliation: 'reporter' } };
    expect(world.refusal(editParty, circle).refused).toBe('affiliation-cycle');
  });
});

describe('removing a party', () => {
  it('is refused while it is used, and says where', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.person('sami');
    world.run(editClaim, { claimId: 'a', fields: { subjects: ['sami'] } });
    expect(world.refusal(removeParty, { partyId: 'sami' })).toEqual({
      refused: 'in-use',
      detail: { uses: 1, refs: 'C-01' },
    });
    world.run(editClaim, { claimId: 'a', fields: { subjects: [] } });
    world.person('zaid', 'Zaid', { notToBeConfusedWith: ['sami'] });
    world.run(removeParty, { partyId: 'sami' });
    expect(world.get('party', 'zaid').notToBeConfusedWith).toEqual([]);
  });
});

describe('merging parties', () => {
  it('points everything to the one that stays and keeps every name', () => {
    const world = new ArticleWorld();
    world.claim('a');
    world.person('sami', 'Sami Fourati');
    world.person('sami2', 'Sami al-Furati', { safety: 'at risk if contacted', note: 'From the desk.' });
    world.person('fan', 'Fan', { affiliation: 'sami2' });
    world.run(editClaim, { claimId: 'a', fields: { subjects: ['sami', 'sami2'], ladder: [rung('sami2')] } });
    world.run(setPassage, {
      id: 'p',
      anchor: world.anchor('leaders'),
      voice: 'direct',
      ladder: [rung('sami2')],
    });
    world.run(createOrigin, { id: 'o', name: 'Sami', partyId: 'sami2' });
    world.run(editDocument, { documentId: 'doc', fields: { publisherId: 'sami2' } });
    world.run(mergeParties, { keepId: 'sami', mergeIds: ['sami2'] });
    expect(JSON.stringify(Object.values(world.state).flatMap((items) => [...items.values()]))).not.toContain(
      '"partyId":"sami2"',
    );
    expect(world.get('claim', 'a').subjects).toEqual(['sami']);
    expect(world.get('document', 'doc').publisherId).toBe('sami');
    expect(world.get('party', 'fan').affiliation).toBe('sami');
    expect(world.get('party', 'sami')).toMatchObject({
      names: [latin('Sami Fourati'), latin('Sami al-Furati')],
      safety: 'at risk if contacted',
      note: 'From the desk.',
    });
    expect(world.state.party.has('sami2')).toBe(false);
  });

  it('is refused for parties not to be confused with each other', () => {
    const world = new ArticleWorld();
    world.person('sami');
    world.person('zaid', 'zaid', { notToBeConfusedWith: ['sami'] });
    expect(world.refusal(mergeParties, { keepId: 'sami', mergeIds: ['zaid'] })).toEqual({
      refused: 'parties-distinct',
      detail: { names: 'zaid ≠ sami' },
    });
  });
});
