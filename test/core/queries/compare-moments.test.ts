import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#core/journal/fold.ts';
import { stateOf } from '#core/model/case-state.ts';
import { compareMoments } from '#core/queries/compare-moments.ts';
import { isRefusal } from '#core/ports/command.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setTags } from '#renderer/commands/set-tags.ts';
import { ArticleWorld } from '../../support/article-world.ts';
import { CaseWorld } from '../../support/case-world.ts';
import { anySteps, outcomeOf } from '../../support/command-arbitraries.ts';

const now = ({ entries }: CaseWorld) => entries.at(-1)?.header.batch ?? null;

function world() {
  const made = new ArticleWorld();
  made.claim('a');
  made.claim('b');
  return made;
}

describe('two moments of a case', () => {
  it('differ by findings, words and evidence, claim by claim', () => {
    const made = world();
    const before = now(made);
    made.run(setFinding, { claimId: 'a', status: 'disputed', rationale: 'He denies it.' });
    made.evidence('e', 'a', 'contradicts');
    made.run(editClaim, { claimId: 'b', fields: { statement: 'Other words.' } });
    const differences = compareMoments(made.entries, before, now(made), null);
    expect(differences).toMatchObject([
      {
        claimId: 'a',
        kind: 'changed',
        finding: { before: null, after: { status: 'disputed', rationale: 'He denies it.' } },
        evidence: [{ evidenceId: 'e', before: null, after: 'contradicts' }],
      },
      { claimId: 'b', statement: { before: 'Leaders fled.', after: 'Other words.' }, evidence: [] },
    ]);
    expect(compareMoments(made.entries, before, now(made), 'b').map(({ claimId }) => claimId)).toEqual(['b']);
  });

  it('are told in the order of time, whichever is given first', () => {
    const made = world();
    const before = now(made);
    made.run(setFinding, { claimId: 'a', status: 'unverified' });
    const after = now(made);
    expect(compareMoments(made.entries, after, before, null)).toEqual(
      compareMoments(made.entries, before, after, null),
    );
  });

  it('know what was made since the beginning, and what is gone', () => {
    const made = world();
    expect(compareMoments(made.entries, null, now(made), null).map(({ kind }) => kind)).toEqual([
      'made',
      'made',
    ]);
    const before = now(made);
    made.run(deleteClaim, { claimId: 'b' });
    expect(compareMoments(made.entries, before, now(made), null)).toMatchObject([
      { claimId: 'b', kind: 'gone', statement: { before: 'Leaders fled.', after: '' } },
    ]);
  });

  it('are the same where only tags changed, or nothing', () => {
    const made = world();
    const before = now(made);
    made.run(setTags, { claimIds: ['a'], add: ['x'] });
    expect(compareMoments(made.entries, before, now(made), null)).toEqual([]);
    expect(compareMoments(made.entries, before, before, null)).toEqual([]);
  });

  it('hold what the case held then, whatever was done', () => {
    fc.assert(
      fc.property(anySteps(), fc.nat(), (steps, pick) => {
        const made = new CaseWorld();
        for (const step of steps) {
          const outcome = outcomeOf(step, made.state, made.context);
          if (!isRefusal(outcome) && outcome.length > 0) made.write(outcome);
        }
        const batches = [...new Set(made.entries.map(({ header }) => header.batch))];
        const moment = batches[pick % Math.max(1, batches.length)] ?? null;
        const upTo = made.entries.findLastIndex(({ header }) => header.batch === moment) + 1;
        const then = stateOf(fold(made.entries.slice(0, upTo)).values());
        const differences = compareMoments(made.entries, null, moment, null);
        const standing = [...then.claim.values()].filter(({ mergedInto }) => mergedInto === null);
        expect(new Map(differences.map((one) => [one.claimId, one.finding.after]))).toEqual(
          new Map(standing.map(({ id, finding }) => [id, finding])),
        );
        const stances = differences.flatMap(({ evidence }) => evidence).length;
        const held = [...then.assessment.values()].filter(({ claimId }) =>
          standing.some(({ id }) => id === claimId),
        );
        expect(stances).toBe(held.length);
      }),
      { numRuns: 60 },
    );
  });
});
