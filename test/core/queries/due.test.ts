import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimRows } from '#core/queries/claim-rows.ts';
import { dueIn, isDue } from '#core/queries/due.ts';
import { addCheck } from '#renderer/commands/add-check.ts';
import { makeSecondRead } from '#renderer/commands/make-second-read.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const TODAY = '2015-03-01';

function worldWith(...claims: readonly string[]) {
  const world = new ArticleWorld();
  for (const id of claims) world.claim(id);
  return world;
}

const wait = (world: ArticleWorld, claimId: string, until: string) =>
  world.run(addCheck, { claimId, where: 'Archive', result: 'waiting until', until });

const told = (world: ArticleWorld, actor = 'founder') => {
  const { now, later } = dueIn(world.state, TODAY, actor);
  const words = (entries: typeof now) => entries.map(({ kind, claim, on }) => `${claim.id} ${kind} ${on}`);
  return { now: words(now), later: words(later) };
};

describe('what is due', () => {
  it('is a check whose date has come, today included; the others come later, the earliest first', () => {
    const world = worldWith('a', 'b');
    wait(world, 'a', '2015-03-09');
    wait(world, 'a', TODAY);
    wait(world, 'b', '2015-02-01');
    wait(world, 'b', '2015-03-02');
    expect(told(world)).toEqual({
      now: ['b check 2015-02-01', `a check ${TODAY}`],
      later: ['b check 2015-03-02', 'a check 2015-03-09'],
    });
  });

  it('is a finding that is to be looked at again by now', () => {
    const world = worldWith('a');
    world.run(setFinding, { claimId: 'a', status: 'unverified', reviewBy: '2015-02-27' });
    expect(told(world).now).toEqual(['a review 2015-02-27']);
  });

  it('is a claim that waits for nothing in particular, not one whose check says until when', () => {
    const world = worldWith('a', 'b');
    world.run(setStage, { claimIds: ['a', 'b'], stage: 'waiting' });
    wait(world, 'b', '2015-04-01');
    expect(told(world)).toEqual({ now: ['a waiting null'], later: ['b check 2015-04-01'] });
  });

  it('is a second read for everybody but who made the finding, and one that differs for all', () => {
    const world = worldWith('a');
    world.run(setFinding, { claimId: 'a', status: 'unverified' });
    world.run(setStage, { claimIds: ['a'], stage: 'second read' });
    expect(told(world).now).toEqual([]);
    expect(told(world, 'colleague').now).toEqual(['a second read null']);
    const read = { claimId: 'a', status: 'disputed', rationale: 'No.' } as const;
    const outcome = makeSecondRead(world.state, read, { ...world.context, actor: 'colleague' });
    if ('refused' in outcome) throw new Error(outcome.refused);
    world.write(outcome);
    expect(told(world).now).toEqual(['a difference null']);
  });

  it('is nothing of a skipped claim', () => {
    const world = worldWith('a');
    wait(world, 'a', TODAY);
    world.run(skipClaim, { claimId: 'a', reason: 'opinion' });
    expect(told(world)).toEqual({ now: [], later: [] });
  });

  it('says of each row what the list of due things says, on any day', () => {
    const day = fc.date({ min: new Date('2015-02-20'), max: new Date('2015-03-10'), noInvalidDate: true });
    const iso = day.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(iso, { maxLength: 3 }),
        fc.option(iso),
        fc.boolean(),
        iso,
        (days, review, waits, today) => {
          const world = worldWith('a');
          for (const until of days) wait(world, 'a', until);
          world.run(setFinding, { claimId: 'a', status: 'unverified', reviewBy: review });
          if (waits) world.run(setStage, { claimIds: ['a'], stage: 'waiting' });
          const { now, later } = dueIn(world.state, today, 'founder');
          expect(claimRows(world.state).map((row) => isDue(row, today))).toEqual([now.length > 0]);
          expect(now.every(({ on }) => on === null || on <= today)).toBe(true);
          expect(later.every(({ on }) => on !== null && on > today)).toBe(true);
          expect(now.length + later.length).toBe(
            days.length + (review === null ? 0 : 1) + (waits && days.length === 0 ? 1 : 0),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
