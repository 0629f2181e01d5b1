import { describe, expect, it } from 'vitest';
import { evidenceRows } from '#core/queries/evidence-rows.ts';
import { partyRows } from '#core/queries/party-rows.ts';
import { partyUses } from '#core/queries/party-uses.ts';
import { assess } from '#renderer/commands/assess.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const RECEIPT = {
  via: null,
  when: null,
  forwarded: null,
  saidToShow: null,
  terms: null,
  consent: null,
};

function worldWithParties() {
  const world = new ArticleWorld();
  world.claim('a', 'leaders fled');
  world.claim('b', 'spies went to Turkey');
  world.person('sami', 'Sami');
  world.person('zaid', 'Zaid');
  world.person('src', 'True Name', { parts: ['our source'], codeName: 'Source A' });
  const rung = {
    partyId: 'sami',
    unnamed: null,
    role: null,
    mode: 'direct' as const,
    basis: [],
    basisNote: null,
  };
  const anchor = world.anchor('leaders fled');
  world.run(setPassage, { anchor, voice: 'unclear', ladder: [rung], candidates: ['zaid', 'sami'] });
  world.run(editClaim, { claimId: 'b', fields: { subjects: ['zaid'] } });
  world.run(createOrigin, { id: 'o', name: 'What Zaid saw', partyId: 'zaid' });
  world.evidence('e', 'b', 'supports', 'o');
  world.run(editEvidence, { evidenceId: 'e', fields: { receipt: { ...RECEIPT, from: 'src' } } });
  return world;
}

describe('the evidence list', () => {
  it('shows on which claims each item bears, where it comes from, and our sources by code name', () => {
    const world = worldWithParties();
    world.evidence('f', null);
    world.run(assess, { evidenceId: 'e', claimId: 'a', stance: 'contradicts' });
    const rows = evidenceRows(world.state);
    expect(rows.map(({ id, origin, receivedFrom }) => [id, origin, receivedFrom])).toEqual([
      ['e', 'What Zaid saw', 'Source A'],
      ['f', null, ''],
    ]);
    expect(rows[0]?.bearings.map(({ ref, stance }) => [ref, stance])).toEqual([
      ['C-01', 'contradicts'],
      ['C-02', 'supports'],
    ]);
  });
});

describe('the people list', () => {
  it('tells who said what, who may have, and who is spoken about', () => {
    const rows = partyRows(worldWithParties().state);
    expect(rows.map(({ name }) => name)).toEqual(['Sami', 'Source A', 'Zaid']);
    expect(rows[0]).toMatchObject({ says: ['a'], maySay: [], about: [] });
    expect(rows[2]).toMatchObject({ says: [], maySay: ['a'], about: ['b'], evidence: ['e'] });
  });

  it('says where a party is used', () => {
    const { state } = worldWithParties();
    expect(partyUses(state, 'zaid').map(({ where, label }) => [where, label])).toEqual([
      ['candidate', 'D-1'],
      ['subject', 'C-02'],
      ['origin', 'What Zaid saw'],
    ]);
    expect(partyUses(state, 'src').map(({ where, label }) => [where, label])).toEqual([['receipt', 'E-01']]);
  });
});
