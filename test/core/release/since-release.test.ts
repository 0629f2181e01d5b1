import { describe, expect, it } from 'vitest';
import { leavingCase } from '#core/protection/leaving.ts';
import { isProtected } from '#core/protection/needles.ts';
import { leavesOf } from '#core/release/new-release.ts';
import { releasesHolding } from '#core/release/releases-holding.ts';
import { sinceRelease } from '#core/release/since-release.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editRelease } from '#renderer/commands/edit-release.ts';
import { protectParty } from '#renderer/commands/protect-party.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';
import { keepRelease } from '../../support/release.ts';

function released(more: (world: ArticleWorld) => void = () => undefined): ArticleWorld {
  const world = new ArticleWorld();
  world.claim('fled', 'leaders fled');
  world.claim('spies', 'spies went to Turkey');
  world.evidence('e', 'fled');
  world.run(setFinding, {
    claimId: 'fled',
    status: 'corroborated',
    reason: 'in full',
    rationale: 'Two saw it.',
  });
  more(world);
  keepRelease(world, 'r');
  return world;
}

function since(world: ArticleWorld) {
  const release = world.state.release.get('r');
  if (!release) throw new Error('No release');
  return sinceRelease(world.state, release, (id) => {
    const party = world.state.party.get(id);
    return party !== undefined && isProtected(party);
  });
}
const NOTHING = { changed: [], gone: [], dependent: [], added: [], protectedSince: [] };

describe('a release', () => {
  it('keeps how each claim stood, what evidence stood with it, and no words of the case', () => {
    const world = released();
    expect(world.state.release.get('r')).toMatchObject({
      kind: 'report',
      audience: 'public',
      fileName: 'report.pdf',
      claims: [
        { claimId: 'fled', status: 'corroborated', reason: 'in full' },
        { claimId: 'spies', status: 'unverified', reason: 'not started' },
      ],
      evidence: ['e'],
    });
    const written = JSON.stringify(world.entries.at(-1)?.body?.patch);
    expect(written).not.toContain('fled.');
    expect(written).not.toContain('somebody');
  });

  it('of all the evidence keeps the items that bear on nothing, too; of chosen claims what bears on them', () => {
    const world = released((made) => made.evidence('loose', null));
    const leaving = leavingCase(world.state, new Map(), { language: 'en' });
    const kept = (kind: 'bag' | 'evidence-csv' | 'report', claimIds: string[] | null) =>
      leavesOf(leaving, { kind, audience: 'colleagues', claimIds }).evidence;
    expect(kept('bag', null)).toEqual(['e', 'loose']);
    expect(kept('evidence-csv', null)).toEqual(['e', 'loose']);
    expect(kept('bag', ['fled'])).toEqual(['e']);
    expect(kept('report', null)).toEqual(['e']);
  });

  it('may be said to have been given to somebody; what left stays as it was kept', () => {
    const world = released();
    world.run(editRelease, { releaseId: 'r', fields: { to: '  The night desk ' } });
    expect(world.state.release.get('r')).toMatchObject({ to: 'The night desk', note: null, bytes: 1000 });
    expect(world.refusal(editRelease, { releaseId: 'gone', fields: {} }).refused).toBe('not-found');
  });
});

describe('since a release', () => {
  it('nothing changed by what was there when it left', () => {
    expect(since(released())).toEqual(NOTHING);
  });

  it('a finding moved, from what to what', () => {
    const world = released();
    world.run(setFinding, {
      claimId: 'fled',
      status: 'disputed',
      rationale: 'Nobody left.',
      reason: 'sources disagree',
    });
    expect(since(world).changed).toMatchObject([
      {
        claim: { id: 'fled' },
        was: { status: 'corroborated', reason: 'in full' },
        now: { status: 'disputed', reason: 'sources disagree' },
        moved: true,
        reworded: false,
        refounded: false,
      },
    ]);
  });

  it('a statement was reworded, or only the rationale', () => {
    const world = released();
    world.run(editClaim, { claimId: 'spies', fields: { statement: 'Spies went to Syria' } });
    world.run(setFinding, {
      claimId: 'fled',
      status: 'corroborated',
      reason: 'in full',
      rationale: 'Three saw it.',
    });
    expect(since(world).changed).toMatchObject([
      { claim: { id: 'fled' }, moved: false, reworded: false, refounded: true },
      { claim: { id: 'spies' }, moved: false, reworded: true, refounded: false },
    ]);
  });

  it('a finding that was changed and changed back counts as written again', () => {
    const world = released();
    world.run(setFinding, {
      claimId: 'fled',
      status: 'disputed',
      rationale: 'No.',
      reason: 'sources disagree',
    });
    world.run(setFinding, {
      claimId: 'fled',
      status: 'corroborated',
      reason: 'in full',
      rationale: 'Two saw it.',
    });
    expect(since(world).changed).toMatchObject([{ claim: { id: 'fled' }, moved: false, refounded: true }]);
  });

  it('that held a skipped claim says nothing of it while it stays skipped', () => {
    expect(since(released((world) => world.run(skipClaim, { claimId: 'spies', reason: 'trivial' })))).toEqual(
      NOTHING,
    );
  });

  it('claims went and came', () => {
    const world = released();
    world.run(deleteClaim, { claimId: 'fled' });
    world.run(skipClaim, { claimId: 'spies', reason: 'trivial' });
    world.claim('new', 'They came back');
    const found = since(world);
    expect(found.gone.map(({ claimId }) => claimId)).toEqual(['fled', 'spies']);
    expect(found.added.map(({ id }) => id)).toEqual(['new']);
  });

  it('flags released claims that depend on a changed one', () => {
    const world = released((one) => one.run(addRelation, { from: 'spies', to: 'fled', kind: 'depends on' }));
    expect(since(world).dependent).toEqual([]);
    world.run(setFinding, {
      claimId: 'fled',
      status: 'disputed',
      rationale: 'No.',
      reason: 'sources disagree',
    });
    expect(since(world).dependent).toMatchObject([{ claim: { id: 'spies' }, on: ['fled'] }]);
  });

  it('somebody who can be read in it is protected now', () => {
    const world = new ArticleWorld();
    world.person('sami', 'Sami Fourati');
    world.person('zaid', 'Zaid Fourati');
    keepRelease(world, 'r', { holds: ['sami'] });
    world.run(protectParty, { partyId: 'sami', fields: { safety: 'protected', pseudonym: null } });
    world.run(protectParty, { partyId: 'zaid', fields: { safety: 'protected', pseudonym: null } });
    expect(since(world).protectedSince).toEqual(['sami']);
    expect(releasesHolding(world.state, 'sami').map(({ id }) => id)).toEqual(['r']);
    expect(releasesHolding(world.state, 'zaid')).toEqual([]);
  });
});
