import { describe, expect, it } from 'vitest';
import { addParty } from '#renderer/commands/add-party.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { editOrigin } from '#renderer/commands/edit-origin.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { editPassage } from '#renderer/commands/edit-passage.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { ArticleWorld } from '../support/article-world.ts';

const rung = (partyId: string) => ({
  partyId,
  unnamed: null,
  role: null,
  mode: 'direct' as const,
  basis: [],
  basisNote: null,
});
const receipt = (from: string) => ({
  from,
  via: null,
  when: null,
  forwarded: null,
  saidToShow: null,
  terms: null,
  consent: null,
});

/** A case in which every kind of item names Sami, who then goes as a purge on another copy lets him go. */
function worldWithoutSami(): ArticleWorld {
  const world = new ArticleWorld();
  world.person('sami');
  world.person('other');
  world.run(addParty, {
    id: 'p',
    fields: {
      names: [{ text: 'Zaid', script: 'latin', kind: 'name' }],
      affiliation: 'sami',
      notToBeConfusedWith: ['sami'],
    },
  });
  world.claim('c');
  world.run(editClaim, { claimId: 'c', fields: { subjects: ['sami'], ladder: [rung('sami')] } });
  world.evidence('e', 'c');
  world.run(editEvidence, { evidenceId: 'e', fields: { receipt: receipt('sami') } });
  world.run(editDocument, { documentId: 'doc', fields: { publisherId: 'sami' } });
  world.run(createOrigin, { id: 'o', name: 'Wire', partyId: 'sami' });
  world.run(setPassage, {
    id: 'v',
    anchor: world.anchor('leaders fled'),
    voice: 'unclear',
    ladder: [rung('sami')],
    candidates: ['sami'],
    why: null,
  });
  world.write([{ entity: 'party', entityId: 'sami', op: 'delete', patch: {} }]);
  return world;
}

describe('an item that names a party who is gone', () => {
  it('can be edited all the same', () => {
    const world = worldWithoutSami();
    world.run(editParty, { partyId: 'p', fields: { note: 'met in July' } });
    world.run(editClaim, { claimId: 'c', fields: { subjects: ['sami', 'other'] } });
    world.run(editClaim, { claimId: 'c', fields: { ladder: [rung('sami'), rung('other')] } });
    world.run(editEvidence, { evidenceId: 'e', fields: { receipt: { ...receipt('sami'), via: 'Signal' } } });
    world.run(editDocument, { documentId: 'doc', fields: { publisherId: 'sami', author: 'Staff' } });
    world.run(editOrigin, { originId: 'o', fields: { partyId: 'sami', note: 'by phone' } });
    world.run(editPassage, { passageId: 'v', fields: { why: 'the quotation never closes' } });
    expect(world.get('party', 'p').note).toBe('met in July');
    expect(world.get('claim', 'c').subjects).toEqual(['sami', 'other']);
    expect(world.get('passage', 'v').why).toBe('the quotation never closes');
  });

  it('takes no other name that is gone', () => {
    const world = worldWithoutSami();
    world.claim('c2', 'spies went to Turkey');
    world.evidence('e2', 'c');
    const gone = { refused: 'not-found' };
    expect(world.refusal(editClaim, { claimId: 'c2', fields: { subjects: ['sami'] } })).toMatchObject(gone);
    expect(
      world.refusal(editEvidence, { evidenceId: 'e2', fields: { receipt: receipt('sami') } }),
    ).toMatchObject(gone);
    expect(world.refusal(editParty, { partyId: 'other', fields: { affiliation: 'sami' } })).toMatchObject(
      gone,
    );
  });
});
