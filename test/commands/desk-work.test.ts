import { describe, expect, it } from 'vitest';
import { STAGES } from '#core/model/claim.ts';
import { assess } from '#renderer/commands/assess.ts';
import { assessMany } from '#renderer/commands/assess-many.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setOwner } from '#renderer/commands/set-owner.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { splitClaim } from '#renderer/commands/split-claim.ts';
import { ArticleWorld } from '../support/article-world.ts';

function worldWithTwo() {
  const world = new ArticleWorld();
  world.claim('a');
  world.claim('b');
  return world;
}

const DISPUTED = { claimId: 'a', status: 'disputed', rationale: 'Two people differ.' } as const;

describe('the stage of claims', () => {
  it('is one of six, for several claims at once', () => {
    const world = worldWithTwo();
    expect(STAGES).toEqual(['to do', 'checking', 'waiting', 'ready', 'second read', 'signed off']);
    expect(world.get('claim', 'a').stage).toBe('to do');
    world.run(setStage, { claimIds: ['a', 'b'], stage: 'waiting' });
    expect([world.get('claim', 'a').stage, world.get('claim', 'b').stage]).toEqual(['waiting', 'waiting']);
  });

  it('is no second read without a finding: none of the claims moves then', () => {
    const world = worldWithTwo();
    world.run(setFinding, DISPUTED);
    const refused = world.refusal(setStage, { claimIds: ['a', 'b'], stage: 'second read' });
    expect(refused).toEqual({ refused: 'second-read-nothing', detail: { ref: world.get('claim', 'b').ref } });
    expect(world.get('claim', 'a').stage).toBe('to do');
    world.run(setStage, { claimIds: ['a'], stage: 'second read' });
    expect(world.get('claim', 'a').stage).toBe('second read');
  });

  it('is not signed off before a second read agrees', () => {
    const world = worldWithTwo();
    world.run(setFinding, DISPUTED);
    expect(world.refusal(setStage, { claimIds: ['a'], stage: 'signed off' }).refused).toBe(
      'second-read-open',
    );
  });

  it('falls back when the finding is taken back', () => {
    const world = worldWithTwo();
    world.run(setFinding, DISPUTED);
    world.run(setStage, { claimIds: ['a'], stage: 'second read' });
    world.run(clearFinding, { claimId: 'a' });
    expect(world.get('claim', 'a')).toMatchObject({ stage: 'checking', finding: null });
  });

  it('goes to the first part of a split claim, whose finding goes; the parts keep the owner', () => {
    const world = worldWithTwo();
    world.run(setFinding, DISPUTED);
    world.run(setOwner, { claimIds: ['a'], owner: 'Bea' });
    world.run(setStage, { claimIds: ['a'], stage: 'second read' });
    world.run(splitClaim, { claimId: 'a', parts: [{ statement: 'one' }, { id: 'c', statement: 'two' }] });
    expect(world.get('claim', 'a')).toMatchObject({ stage: 'checking', owner: 'Bea', secondReads: [] });
    expect(world.get('claim', 'c')).toMatchObject({ stage: 'to do', owner: 'Bea' });
  });
});

describe('the owner of claims', () => {
  it('is an alias, or nobody', () => {
    const world = worldWithTwo();
    world.run(setOwner, { claimIds: ['a', 'b'], owner: ' Bea ' });
    expect(world.get('claim', 'b').owner).toBe('Bea');
    world.run(setOwner, { claimIds: ['b'], owner: ' ' });
    expect(world.get('claim', 'b').owner).toBeNull();
    expect(world.get('claim', 'a').owner).toBe('Bea');
  });
});

describe('one evidence item held against several claims', () => {
  it('makes what is missing and changes what is there, notes kept', () => {
    const world = worldWithTwo();
    world.evidence('e', 'a');
    world.run(assess, { evidenceId: 'e', claimId: 'a', stance: 'supports', note: 'at minute two' });
    world.run(assessMany, { evidenceId: 'e', claimIds: ['a', 'b', 'a'], stance: 'contradicts' });
    const said = [...world.state.assessment.values()].map(({ claimId, stance, note }) => [
      claimId,
      stance,
      note,
    ]);
    expect(said).toEqual([
      ['a', 'contradicts', 'at minute two'],
      ['b', 'contradicts', null],
    ]);
    expect(
      world.refusal(assessMany, { evidenceId: 'e', claimIds: ['a', 'gone'], stance: 'supports' }).refused,
    ).toBe('not-found');
  });
});
