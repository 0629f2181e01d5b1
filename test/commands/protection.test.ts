import { describe, expect, it } from 'vitest';
import { addDetail } from '#renderer/commands/add-detail.ts';
import { editDetail } from '#renderer/commands/edit-detail.ts';
import { maskEvidence } from '#renderer/commands/mask-evidence.ts';
import { protectParty } from '#renderer/commands/protect-party.ts';
import { removeDetail } from '#renderer/commands/remove-detail.ts';
import { removeParty } from '#renderer/commands/remove-party.ts';
import { needlesOf } from '#core/protection/needles.ts';
import { ArticleWorld } from '../support/article-world.ts';

function guarded(): ArticleWorld {
  const world = new ArticleWorld();
  world.person('amer', 'Amer al-Naklawi', { safety: 'protected' });
  world.person('sami', 'Sami Fourati');
  return world;
}

describe('protecting a party', () => {
  it('gives a pseudonym and spellings, each once', () => {
    const world = guarded();
    const fields = {
      safety: 'protected' as const,
      pseudonym: ' Witness 1 ',
      spellings: ['Samy', ' Samy', ''],
    };
    world.run(protectParty, { partyId: 'sami', fields });
    expect(world.get('party', 'sami')).toMatchObject({ pseudonym: 'Witness 1', spellings: ['Samy'] });
  });

  it.each(['Friend of Sami Fourati', 'AMER NAKLAWI', 'عامر النكلاوي'])(
    'refuses a pseudonym that tells: %s',
    (pseudonym) => {
      const world = guarded();
      world.run(protectParty, { partyId: 'amer', fields: { spellings: ['عامر النكلاوي'] } });
      const fields = { safety: 'protected' as const, pseudonym };
      expect(world.refusal(protectParty, { partyId: 'sami', fields }).refused).toBe('stand-in-tells');
    },
  );

  it('refuses a pseudonym that somebody else has, and spellings of one letter', () => {
    const world = guarded();
    world.run(protectParty, { partyId: 'amer', fields: { pseudonym: 'Witness 1' } });
    expect(world.refusal(protectParty, { partyId: 'sami', fields: { pseudonym: 'witness 1' } }).refused).toBe(
      'pseudonym-taken',
    );
    // Readers would take somebody who is named for the one who is not.
    world.person('nadia', 'Nadia Rifai', {});
    expect(
      world.refusal(protectParty, { partyId: 'sami', fields: { pseudonym: 'NADIA  Rifai' } }).refused,
    ).toBe('pseudonym-taken');
    expect(world.refusal(protectParty, { partyId: 'sami', fields: { spellings: ['S'] } }).refused).toBe(
      'spelling-short',
    );
  });

  it('goes on protecting the name of somebody who was removed', () => {
    const world = guarded();
    world.run(removeParty, { partyId: 'amer' });
    expect(needlesOf(world.state)).toEqual([{ itemId: 'amer', words: 'Amer al-Naklawi', as: '' }]);
  });
});

describe('identifying details', () => {
  it('are added, changed and removed', () => {
    const world = guarded();
    world.run(addDetail, { id: 'd', fields: { words: ' brothers of Abu Abed ', partyId: 'amer' } });
    world.run(editDetail, {
      detailId: 'd',
      fields: { replacement: 'relatives', spellings: ['his brothers'] },
    });
    expect(world.state.detail.get('d')).toMatchObject({
      words: 'brothers of Abu Abed',
      spellings: ['his brothers'],
      replacement: 'relatives',
      partyId: 'amer',
    });
    world.run(removeDetail, { detailId: 'd' });
    expect(world.state.detail.size).toBe(0);
  });

  it('need words, once, and a replacement that does not tell', () => {
    const world = guarded();
    world.run(addDetail, { id: 'd', fields: { words: 'the baker' } });
    expect(world.refusal(addDetail, { fields: { words: ' ' } }).refused).toBe('text-empty');
    expect(world.refusal(addDetail, { fields: { words: 'the baker' } }).refused).toBe('detail-exists');
    const fields = { words: 'his shop', replacement: 'the shop of the baker' };
    expect(world.refusal(addDetail, { fields }).refused).toBe('stand-in-tells');
  });

  it('point to nobody once their party is removed', () => {
    const world = guarded();
    world.run(addDetail, { id: 'd', fields: { words: 'the baker', partyId: 'sami' } });
    world.run(removeParty, { partyId: 'sami' });
    expect(world.state.detail.get('d')?.partyId).toBeNull();
  });
});

describe('masks', () => {
  const file = { sha256: 'h', crc32: 1, size: 1, name: 'a.jpg', mediaType: 'image/jpeg', modified: null };
  it('lie in a picture', () => {
    const world = guarded();
    world.claim('c');
    world.evidence('text', 'c');
    world.write([
      {
        entity: 'evidence',
        entityId: 'pic',
        op: 'create',
        patch: { ref: 'E-9', kind: 'file', title: 'P', file },
      },
    ]);
    const mask = { x: 0.5, y: 0.5, width: 0.5, height: 0.25 };
    world.run(maskEvidence, { evidenceId: 'pic', masks: [mask] });
    expect(world.get('evidence', 'pic').masks).toEqual([mask]);
    const outside = { ...mask, width: 0.6 };
    expect(world.refusal(maskEvidence, { evidenceId: 'pic', masks: [outside] }).refused).toBe('mask-outside');
    expect(world.refusal(maskEvidence, { evidenceId: 'text', masks: [mask] }).refused).toBe('not-a-picture');
  });
});
