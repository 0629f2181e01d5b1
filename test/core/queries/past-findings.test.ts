import { describe, expect, it } from 'vitest';
import { historyOfCase } from '#core/queries/history.ts';
import { pastFindings } from '#core/queries/past-findings.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { bridgeWorld } from '../../support/bridge-world.ts';
import type { CaseWorld } from '../../support/case-world.ts';

/** What is written of each finding, the earliest first, the one that stands last. */
const past = (world: CaseWorld) =>
  (pastFindings(historyOfCase(world.entries)).get('closed') ?? []).map(
    ({ finding }) => finding?.rationale ?? null,
  );

describe('earlier findings', () => {
  it('are one while a claim has its first', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'One.' });
    expect(past(world)).toEqual(['One.']);
  });

  it('stand in the order they were written', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'One.' });
    world.run(setFinding, { claimId: 'closed', status: 'corroborated', rationale: 'Two.' });
    world.run(setFinding, { claimId: 'closed', status: 'unverified', rationale: 'Three.' });
    expect(past(world)).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('count the pauses of one writing as one', () => {
    const world = bridgeWorld();
    for (const rationale of ['The', 'The mayor', 'The mayor denies it.']) {
      world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale });
    }
    world.run(setFinding, { claimId: 'closed', status: 'corroborated', rationale: 'He was wrong.' });
    expect(past(world)).toEqual(['The mayor denies it.', 'He was wrong.']);
  });

  it('keep one that was taken back', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'One.' });
    world.run(clearFinding, { claimId: 'closed' });
    expect(past(world)).toEqual(['One.', null]);
  });

  it('hold once what was undone and done again', () => {
    const world = bridgeWorld();
    const again = () => world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'One.' });
    again();
    world.run(clearFinding, { claimId: 'closed' });
    again();
    expect(past(world)).toEqual(['One.']);
    world.run(clearFinding, { claimId: 'closed' });
    world.run(setFinding, { claimId: 'closed', status: 'corroborated', rationale: 'Two.' });
    expect(past(world)).toEqual(['One.', null, 'Two.']);
  });
});
