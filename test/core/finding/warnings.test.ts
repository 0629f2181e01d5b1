import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, WARNINGS, warningsFor } from '#core/finding/warnings.ts';
import { REASONS, STATUSES } from '#core/model/finding.ts';
import { isRefusal } from '#core/ports/command.ts';
import { addCheck } from '#renderer/commands/add-check.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { ArticleWorld } from '../../support/article-world.ts';
import { CaseWorld } from '../../support/case-world.ts';
import { anySteps, outcomeOf } from '../../support/command-arbitraries.ts';

function worldWithClaim() {
  const world = new ArticleWorld();
  world.claim('a');
  for (const id of ['one', 'two']) world.run(createOrigin, { id, name: id });
  return world;
}

const corroborated: Draft = { status: 'corroborated', reason: 'in full' };
const disputed: Draft = { status: 'disputed', reason: 'contradicted by evidence' };
const codes = (world: ArticleWorld, draft: Draft) =>
  warningsFor(world.state, 'a', draft).map(({ code, refs }) => [code, ...refs].join(' '));

describe('beside a rationale', () => {
  it('nothing stands when two known origins support the claim', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a', 'supports', 'one');
    world.evidence('f', 'a', 'supports', 'two');
    expect(codes(world, corroborated)).toEqual([]);
  });

  it('stands that nothing, or only background, is attached', () => {
    const world = worldWithClaim();
    expect(codes(world, corroborated)).toEqual(['nothing-attached']);
    expect(codes(world, disputed)).toEqual(['nothing-attached']);
    world.evidence('e', 'a', 'background', 'one');
    expect(codes(world, corroborated)).toEqual(['only-background']);
  });

  it('stands that there is one origin only, and which evidence has none', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a', 'supports', 'one');
    expect(codes(world, corroborated)).toEqual(['one-origin E-01']);
    world.evidence('f', 'a', 'supports');
    expect(codes(world, corroborated)).toEqual(['one-origin E-01 E-02', 'origin-unknown E-02']);
  });

  it('stands that evidence repeats the claim', () => {
    const world = worldWithClaim();
    world.person('sami');
    const rung = {
      partyId: 'sami',
      unnamed: null,
      role: null,
      mode: 'direct' as const,
      basis: [],
      basisNote: null,
    };
    world.run(editClaim, { claimId: 'a', fields: { ladder: [rung] } });
    world.run(createOrigin, { id: 'o', name: 'Sami', partyId: 'sami' });
    world.evidence('e', 'a', 'supports', 'o');
    expect(codes(world, corroborated)).toEqual(['no-support', 'repeats-claim E-01']);
  });

  it('stands that evidence speaks against the finding, or none speaks against a disputed claim', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a', 'supports', 'one');
    world.evidence('f', 'a', 'supports', 'two');
    expect(codes(world, disputed)).toEqual(['nothing-contradicts']);
    world.evidence('g', 'a', 'contradicts', 'one');
    expect(codes(world, corroborated)).toEqual(['evidence-against E-03']);
    expect(codes(world, disputed)).toEqual([]);
  });

  it('takes a claim in tension for sources that disagree', () => {
    const world = worldWithClaim();
    world.claim('b');
    world.evidence('e', 'a', 'supports', 'one');
    const disagree: Draft = { status: 'disputed', reason: 'sources disagree' };
    expect(codes(world, disagree)).toEqual(['nothing-contradicts']);
    world.run(addRelation, { from: 'a', to: 'b', kind: 'in tension with' });
    expect(codes(world, disagree)).toEqual([]);
    expect(codes(world, disputed)).toEqual(['nothing-contradicts']);
  });

  it('stands that a part was not named, or that nothing was searched', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a', 'supports', 'one');
    world.evidence('f', 'a', 'supports', 'two');
    expect(codes(world, { status: 'corroborated', reason: 'in part', part: ' ' })).toEqual(['part-missing']);
    const nothing: Draft = { status: 'unverified', reason: 'searched, nothing found' };
    expect(codes(world, nothing)).toEqual(['no-check']);
    world.run(addCheck, { claimId: 'a', where: 'Archive', result: 'nothing found' });
    expect(codes(world, nothing)).toEqual([]);
  });

  it('stands that it depends on a disputed or a changed claim', () => {
    const world = worldWithClaim();
    world.claim('b');
    world.evidence('e', 'a', 'supports', 'one');
    world.evidence('f', 'a', 'supports', 'two');
    world.run(addRelation, { from: 'a', to: 'b', kind: 'depends on' });
    world.run(setFinding, { claimId: 'b', status: 'disputed', rationale: 'x' });
    expect(codes(world, corroborated)).toEqual(['depends-on-disputed C-02', 'depends-on-changed C-02']);
    world.run(setFinding, { claimId: 'a', status: 'unverified' });
    expect(codes(world, corroborated)).toEqual(['depends-on-disputed C-02']);
  });
});

describe('warnings of any case', () => {
  it('come once each, from the list, about items that are there, and change nothing', () => {
    const drafts = STATUSES.flatMap((status) => REASONS[status].map((reason) => ({ status, reason })));
    fc.assert(
      fc.property(anySteps(), fc.constantFrom(...drafts), (steps, draft) => {
        const world = new CaseWorld();
        for (const step of steps) {
          const outcome = outcomeOf(step, world.state, world.context);
          if (!isRefusal(outcome)) world.write(outcome);
        }
        const refs = new Set(
          [...world.state.claim.values(), ...world.state.evidence.values()].map(({ ref }) => ref),
        );
        for (const id of world.state.claim.keys()) {
          const warnings = warningsFor(world.state, id, draft);
          const found = warnings.map(({ code }) => code);
          expect(new Set(found).size).toBe(found.length);
          expect(found.filter((code) => !WARNINGS.includes(code))).toEqual([]);
          expect(warnings.flatMap((one) => one.refs).filter((ref) => !refs.has(ref))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
