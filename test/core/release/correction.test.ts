import { describe, expect, it } from 'vitest';
import { leavingCase } from '#core/protection/leaving.ts';
import { correctionText } from '#core/release/correction.ts';
import { sinceRelease } from '#core/release/since-release.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { ArticleWorld } from '../../support/article-world.ts';
import { keepRelease } from '../../support/release.ts';

function draft(world: ArticleWorld, language: 'en' | 'ar' = 'en'): string {
  const release = world.state.release.get('r');
  if (!release) throw new Error('No release');
  const since = sinceRelease(world.state, release, () => false);
  const { state } = leavingCase(world.state, new Map(), { language, hidesActors: true });
  return correctionText(state, release, since, { today: '2015-04-02', language });
}

function changedCase(): ArticleWorld {
  const world = new ArticleWorld();
  world.person('sami', 'Sami Fourati', { safety: 'protected', pseudonym: 'Witness 1' });
  world.claim('fled', 'Sami Fourati said leaders fled');
  world.claim('spies', 'spies went to Turkey');
  world.run(addRelation, { from: 'spies', to: 'fled', kind: 'depends on' });
  keepRelease(world, 'r');
  world.evidence('e', 'fled', 'contradicts');
  world.run(setFinding, {
    claimId: 'fled',
    status: 'disputed',
    reason: 'contradicted by evidence',
    rationale: 'Sami Fourati was in Mosul.',
  });
  return world;
}

describe('the draft of a correction', () => {
  it('says what was given, what holds now and why, and names nobody who is protected', () => {
    expect(draft(changedCase()).split('\n')).toEqual([
      'Correction, 2 April 2015, to what was released on 1 March 2015:',
      'C-01: we gave “Witness 1 said leaders fled” as unverified (not started). It is now disputed (contradicted by evidence). Why: Witness 1 was in Mosul.',
      'C-02, “Spies went to Turkey”, rests on what changed and is being looked at again.',
    ]);
  });

  it('says it in Arabic', () => {
    const [heading, first] = draft(changedCase(), 'ar').split('\n');
    expect(heading).toMatch(/^تصحيح/u);
    expect(first).not.toContain('Fourati');
    expect(first).toMatch(/وهو الآن/u);
  });

  it('gives the new wording of what was reworded, and how many claims went', () => {
    const world = new ArticleWorld();
    world.claim('fled');
    world.claim('spies', 'spies went to Turkey');
    keepRelease(world, 'r');
    world.run(editClaim, { claimId: 'spies', fields: { statement: 'Spies went to Syria.' } });
    world.run(deleteClaim, { claimId: 'fled' });
    expect(draft(world).split('\n').slice(1)).toEqual([
      'C-02: we have reworded this. It now reads: “Spies went to Syria”.',
      'Claims in it that no longer stand on their own: 1.',
    ]);
  });

  it('says so when nothing changed', () => {
    const world = new ArticleWorld();
    world.claim('fled');
    keepRelease(world, 'r');
    expect(draft(world)).toContain('Nothing in it has changed since.');
  });
});
