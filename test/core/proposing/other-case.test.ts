import { expect, it } from 'vitest';
import { otherCase } from '#core/proposing/other-case.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';

it('of another case, claims with their findings are kept, without those skipped or merged', () => {
  const world = new ArticleWorld();
  for (const id of ['a', 'b', 'c', 'd'])
    world.run(makeClaim, { id, anchors: [world.anchor('leaders fled')], fields: { statement: `Of ${id}.` } });
  world.run(setFinding, {
    claimId: 'a',
    status: 'disputed',
    reason: 'sources disagree',
    rationale: 'Two say no.',
  });
  world.run(skipClaim, { claimId: 'b', reason: 'opinion' });
  world.run(mergeClaims, { keepId: 'a', mergeIds: ['c'] });
  expect(otherCase('case-2', world.state)).toEqual({
    caseId: 'case-2',
    title: '',
    claims: [
      {
        id: 'a',
        ref: 'C-01',
        statement: 'Of a.',
        finding: { status: 'disputed', reason: 'sources disagree' },
      },
      {
        id: 'd',
        ref: 'C-04',
        statement: 'Of d.',
        finding: { status: 'unverified', reason: 'not started' },
      },
    ],
  });
});
