import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independentOrigins } from '#core/finding/origins.ts';
import { claimRows } from '#core/queries/claim-rows.ts';
import { assess } from '#renderer/commands/assess.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editParty } from '#renderer/commands/edit-party.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import { setOrigin } from '#renderer/commands/set-origin.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const rung = (partyId: string) => ({
  partyId,
  unnamed: null,
  role: null,
  mode: 'direct' as const,
  basis: [],
  basisNote: null,
});

/** A claim that Sami makes in Sound and Picture. */
function worldWithClaim() {
  const world = new ArticleWorld();
  world.person('outlet', 'Sound and Picture');
  world.person('sami', 'Sami');
  const anchor = world.anchor('Sami Fourati said leaders fled.');
  world.run(setPassage, { anchor, voice: 'direct', ladder: [rung('outlet'), rung('sami')] });
  world.claim('a');
  return world;
}

const counts = (world: ArticleWorld) => {
  const { forCount, againstCount } = independentOrigins(world.state, 'a');
  return [forCount, againstCount];
};

describe('independent origins', () => {
  it('are one for many copies of one origin', () => {
    const world = worldWithClaim();
    world.run(createOrigin, { id: 'agency', name: 'Agency' });
    for (const id of ['e', 'f', 'g']) world.evidence(id, 'a', 'supports', 'agency');
    expect(counts(world)).toEqual([1, 0]);
    expect(independentOrigins(world.state, 'a').supports[0]?.evidenceIds).toEqual(['e', 'f', 'g']);
  });

  it('count evidence of unknown origin as one voice at most, flagged: it may be one post nine times', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a', 'supports');
    world.evidence('f', 'a', 'supports');
    expect(counts(world)).toEqual([1, 0]);
    expect(independentOrigins(world.state, 'a').supports).toMatchObject([
      { unknown: true, evidenceIds: ['e', 'f'] },
    ]);
  });

  it('gain nothing from unknown ones beside a known one: it may be a copy of that', () => {
    const world = worldWithClaim();
    world.run(createOrigin, { id: 'agency', name: 'Agency' });
    world.evidence('e', 'a', 'supports', 'agency');
    world.evidence('f', 'a', 'supports');
    expect(counts(world)).toEqual([1, 0]);
  });

  it('do not count who is on the ladder already, nor their outlet or its people', () => {
    const world = worldWithClaim();
    world.person('reporter', 'Zaid', { affiliation: 'outlet' });
    for (const partyId of ['sami', 'outlet', 'reporter']) {
      world.run(createOrigin, { id: `of ${partyId}`, name: partyId, partyId });
      world.evidence(`by ${partyId}`, 'a', 'supports', `of ${partyId}`);
    }
    expect(counts(world)).toEqual([0, 0]);
    expect(independentOrigins(world.state, 'a').supports.every(({ onLadder }) => onLadder)).toBe(true);
  });

  it('hold a reporter and the outlet as one voice', () => {
    const world = worldWithClaim();
    world.person('paper');
    world.person('reporter', 'Zaid', { affiliation: 'paper' });
    for (const partyId of ['paper', 'reporter']) {
      world.run(createOrigin, { id: partyId, name: partyId, partyId });
      world.evidence(`by ${partyId}`, 'a', 'supports', partyId);
    }
    expect(counts(world)).toEqual([1, 0]);
    world.run(editParty, { partyId: 'reporter', fields: { affiliation: null } });
    expect(counts(world)).toEqual([2, 0]);
  });

  it('count who is on the ladder when they now deny it', () => {
    const world = worldWithClaim();
    world.run(createOrigin, { id: 'o', name: 'Sami', partyId: 'sami' });
    world.evidence('e', 'a', 'contradicts', 'o');
    expect(counts(world)).toEqual([0, 1]);
  });

  it('hold whoever an unclear voice may be for the voice itself', () => {
    const world = worldWithClaim();
    world.person('zaid');
    world.run(createOrigin, { id: 'o', name: 'Zaid', partyId: 'zaid' });
    world.evidence('e', 'a', 'supports', 'o');
    expect(counts(world)).toEqual([1, 0]);
    const anchor = world.anchor('Sami Fourati said leaders fled.');
    world.run(setPassage, { anchor, voice: 'unclear', ladder: [rung('outlet')], candidates: ['zaid'] });
    expect(counts(world)).toEqual([0, 0]);
  });

  it('follow the claim’s own ladder where it has one', () => {
    const world = worldWithClaim();
    world.run(createOrigin, { id: 'o', name: 'Sami', partyId: 'sami' });
    world.evidence('e', 'a', 'supports', 'o');
    world.run(editClaim, { claimId: 'a', fields: { ladder: [rung('outlet')] } });
    expect(counts(world)).toEqual([1, 0]);
  });

  it('never depend on the order of the evidence, never exceed its number, and ignore background', () => {
    const item = fc.record({
      origin: fc.constantFrom(null, 'one', 'two', 'sami'),
      stance: fc.constantFrom('supports' as const, 'contradicts' as const, 'background' as const),
    });
    const build = (
      items: readonly { origin: string | null; stance: 'supports' | 'contradicts' | 'background' }[],
    ) => {
      const world = worldWithClaim();
      for (const id of ['one', 'two']) world.run(createOrigin, { id, name: id });
      world.run(createOrigin, { id: 'sami', name: 'Sami', partyId: 'sami' });
      for (const [at, { origin, stance }] of items.entries()) world.evidence(`e${at}`, 'a', stance, origin);
      return world;
    };
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const world = build(items);
        const [pro = 0, contra = 0] = counts(world);
        expect(counts(build([...items].reverse()))).toEqual([pro, contra]);
        const distinct = (side: string, ...not: string[]) => {
          const those = items.filter(({ stance, origin }) => stance === side && !not.includes(origin ?? ''));
          const named = new Set(those.flatMap(({ origin }) => origin ?? []));
          return named.size || Math.min(1, those.length);
        };
        expect([pro, contra]).toEqual([distinct('supports', 'sami'), distinct('contradicts')]);
        expect(claimRows(world.state)[0]).toMatchObject({ originsFor: pro, originsAgainst: contra });
      }),
      { numRuns: 60 },
    );
  });

  it('shrink with the evidence and change with its origin', () => {
    const world = worldWithClaim();
    world.run(createOrigin, { id: 'o', name: 'Agency' });
    world.run(createOrigin, { id: 'p', name: 'Passer-by' });
    world.evidence('e', null);
    world.run(assess, { evidenceId: 'e', claimId: 'a', stance: 'supports' });
    world.evidence('f', 'a');
    world.run(setOrigin, { evidenceIds: ['e', 'f'], originId: 'o' });
    expect(claimRows(world.state)[0]?.originsFor).toBe(1);
    world.run(setOrigin, { evidenceIds: ['f'], originId: null });
    expect(claimRows(world.state)[0]?.originsFor).toBe(1);
    world.run(setOrigin, { evidenceIds: ['f'], originId: 'p' });
    expect(claimRows(world.state)[0]?.originsFor).toBe(2);
    world.run(removeEvidence, { evidenceId: 'e' });
    expect(claimRows(world.state)[0]?.originsFor).toBe(1);
  });
});
