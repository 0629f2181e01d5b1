import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldUp } from '#core/queries/held-up.ts';
import { isRefusal } from '#core/ports/command.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';
import { CaseWorld } from '../../support/case-world.ts';
import { anySteps, outcomeOf } from '../../support/command-arbitraries.ts';

describe('how claims held up', () => {
  it('is counted apart: nothing found, not started and skipped are no "unverified"', () => {
    const world = new ArticleWorld();
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) world.claim(id);
    const find = (claimId: string, status: 'corroborated' | 'disputed') =>
      world.run(setFinding, { claimId, status, rationale: 'Seen.', saidAsReported: 'confirmed' });
    find('a', 'corroborated');
    find('b', 'disputed');
    world.run(setFinding, { claimId: 'c', status: 'unverified', reason: 'searched, nothing found' });
    world.run(setFinding, {
      claimId: 'd',
      status: 'unverified',
      reason: 'insufficient',
      saidAsReported: 'no',
    });
    world.run(skipClaim, { claimId: 'e', reason: 'opinion' });
    expect(heldUp(world.state.claim.values())).toEqual({
      corroborated: 1,
      disputed: 1,
      unverified: 1,
      nothingFound: 1,
      notStarted: 1,
      skipped: 1,
      kept: 0,
      said: { confirmed: 2, no: 1 },
    });
  });

  it('counts each claim once, whatever was done', () => {
    fc.assert(
      fc.property(anySteps(), (steps) => {
        const world = new CaseWorld();
        for (const step of steps) {
          const outcome = outcomeOf(step, world.state, world.context);
          if (!isRefusal(outcome) && outcome.length > 0) world.write(outcome);
        }
        const { said: _, ...counts } = heldUp(world.state.claim.values());
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(world.state.claim.size);
      }),
      { numRuns: 40 },
    );
  });
});
