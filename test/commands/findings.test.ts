import { describe, expect, it } from 'vitest';
import { openConflict } from '#core/finding/conflict.ts';
import { applyEntries, stateOf } from '#core/model/case-state.ts';
import { fold } from '#core/journal/fold.ts';
import { REASONS } from '#core/model/finding.ts';
import { addCheck } from '#renderer/commands/add-check.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { settleFinding } from '#renderer/commands/settle-finding.ts';
import { ArticleWorld } from '../support/article-world.ts';
import { CaseWorld, first } from '../support/case-world.ts';

function worldWithClaim() {
  const world = new ArticleWorld();
  world.claim('a');
  return world;
}

describe('setting a finding', () => {
  it('needs a status alone when unverified: reason and day are filled in', () => {
    const world = worldWithClaim();
    world.run(setFinding, { claimId: 'a', status: 'unverified' });
    expect(world.get('claim', 'a').finding).toMatchObject({ reason: 'insufficient', asOf: '2015-03-01' });
    world.run(addCheck, { claimId: 'a', where: 'Archive', result: 'nothing found' });
    world.run(setFinding, { claimId: 'a', status: 'unverified' });
    expect(world.get('claim', 'a').finding?.reason).toBe('searched, nothing found');
  });

  it.each(['corroborated', 'disputed'] as const)('needs a line of rationale when %s', (status) => {
    const world = worldWithClaim();
    expect(world.refusal(setFinding, { claimId: 'a', status, rationale: ' ' }).refused).toBe(
      'rationale-missing',
    );
    world.run(setFinding, { claimId: 'a', status, rationale: ' Two witnesses. ' });
    expect(world.get('claim', 'a').finding).toMatchObject({ status, rationale: 'Two witnesses.' });
  });

  it('takes the reasons of its status only', () => {
    const world = worldWithClaim();
    for (const reason of [...REASONS.disputed, ...REASONS.unverified]) {
      const input = { claimId: 'a', status: 'corroborated' as const, reason, rationale: 'x' };
      expect(world.refusal(setFinding, input).refused).toBe('reason-mismatch');
    }
  });

  it('has no confidence when unverified, and days that exist', () => {
    const world = worldWithClaim();
    const unverified = { claimId: 'a', status: 'unverified' as const };
    expect(world.refusal(setFinding, { ...unverified, confidence: 'low' }).refused).toBe(
      'confidence-not-for-unverified',
    );
    expect(world.refusal(setFinding, { ...unverified, reviewBy: '2015-02-30' })).toEqual({
      refused: 'date-bad',
      detail: { text: '2015-02-30' },
    });
  });

  it('remembers the warnings that stood beside the rationale', () => {
    const world = worldWithClaim();
    world.evidence('e', 'a');
    world.run(setFinding, { claimId: 'a', status: 'corroborated', rationale: 'He is reliable.' });
    expect(world.get('claim', 'a').finding?.warnings).toEqual(['one-origin', 'origin-unknown']);
  });

  it('is taken back by clearing it or by "not started"; a part is kept for "in part" only', () => {
    const world = worldWithClaim();
    const corroborated = {
      claimId: 'a',
      status: 'corroborated' as const,
      rationale: 'x',
      part: 'the flight',
    };
    world.run(setFinding, { ...corroborated, reason: 'in part' });
    expect(world.get('claim', 'a').finding?.part).toBe('the flight');
    world.run(setFinding, corroborated);
    expect(world.get('claim', 'a').finding?.part).toBeNull();
    world.run(clearFinding, { claimId: 'a' });
    expect(world.get('claim', 'a').finding).toBeNull();
    world.run(setFinding, corroborated);
    world.run(setFinding, { claimId: 'a', status: 'unverified', reason: 'not started' });
    expect(world.get('claim', 'a').finding).toBeNull();
  });
});

describe('findings written at the same time', () => {
  function conflicting() {
    const world = worldWithClaim();
    const other = new CaseWorld('colleague');
    other.state = world.state;
    world.run(setFinding, { claimId: 'a', status: 'unverified' });
    other.run(setFinding, { claimId: 'a', status: 'disputed', rationale: 'He denies it.' });
    world.state = stateOf(fold([...world.entries, ...other.entries]).values());
    return world;
  }

  it('both stand until a person settles which holds', () => {
    const world = conflicting();
    const standing = openConflict(world.get('claim', 'a'));
    expect(new Set(standing.map(({ finding }) => finding?.status))).toEqual(
      new Set(['disputed', 'unverified']),
    );
    const chosen = standing.find(({ finding }) => finding?.status === 'unverified') ?? first(standing);
    world.run(settleFinding, { claimId: 'a', actor: chosen.actor, seq: chosen.seq });
    expect(world.get('claim', 'a').finding?.status).toBe('unverified');
    expect(openConflict(world.get('claim', 'a'))).toEqual([]);
  });

  it('are settled by whoever writes a new one, be it the one shown', () => {
    const world = conflicting();
    const shown = world.get('claim', 'a').finding;
    const { status = 'unverified', rationale = '' } = shown ?? {};
    const entries = world.entries.length;
    world.run(setFinding, { claimId: 'a', status, rationale });
    expect(world.entries.length).toBe(entries + 1);
    expect(applyEntries(world.state, []).state.claim.get('a')?.folded.fields['finding']).toHaveLength(1);
  });

  it('cannot be settled when there is no conflict, or by a finding that is not among them', () => {
    const calm = worldWithClaim();
    expect(calm.refusal(settleFinding, { claimId: 'a', actor: 'x', seq: 1 }).refused).toBe('no-conflict');
    const world = conflicting();
    expect(world.refusal(settleFinding, { claimId: 'a', actor: 'x', seq: 1 }).refused).toBe('not-found');
  });
});
