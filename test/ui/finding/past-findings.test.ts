import { describe, expect, it } from 'vitest';
import { historyOf } from '#core/queries/history.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { pastFindings } from '#renderer/ui/features/finding/past-findings.ts';
import { bridgeWorld } from '../../support/bridge-world.ts';
import type { CaseWorld } from '../../support/case-world.ts';

const past = (world: CaseWorld) =>
  pastFindings(historyOf(world.entries, 'closed'), 'closed').map(({ finding }) => finding.rationale);

describe('earlier findings', () => {
  it('are none while a claim has its first', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'One.' });
    expect(past(world)).toEqual([]);
  });

  it('stand with the latest first, without the one that holds', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'One.' });
    world.run(setFinding, { claimId: 'closed', status: 'corroborated', rationale: 'Two.' });
    world.run(setFinding, { claimId: 'closed', status: 'unverified', rationale: 'Three.' });
    expect(past(world)).toEqual(['Two.', 'One.']);
  });

  it('count the pauses of one writing as one', () => {
    const world = bridgeWorld();
    for (const rationale of ['The', 'The mayor', 'The mayor denies it.']) {
      world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale });
    }
    world.run(setFinding, { claimId: 'closed', status: 'corroborated', rationale: 'He was wrong.' });
    expect(past(world)).toEqual(['The mayor denies it.']);
  });

  it('keep one that was taken back', () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'One.' });
    world.run(clearFinding, { claimId: 'closed' });
    expect(past(world)).toEqual(['One.']);
  });
});
