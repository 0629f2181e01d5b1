import { describe, expect, it } from 'vitest';
import { asSeenBy, stepsSeenBy } from '#core/finding/as-seen-by.ts';
import { isKeptFrom, secondReadOutcome, secondReadsOf } from '#core/finding/second-read.ts';
import { warningsFor } from '#core/finding/warnings.ts';
import { claimRows } from '#core/queries/claim-rows.ts';
import { NO_FILTER } from '#core/queries/claim-filter.ts';
import { filterClaims } from '#core/queries/filter-claims.ts';
import { historyOf } from '#core/queries/history.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { clearFinding } from '#renderer/commands/clear-finding.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { makeSecondRead } from '#renderer/commands/make-second-read.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { settleSecondRead } from '#renderer/commands/settle-second-read.ts';
import { Desk } from '../../support/merge-world.ts';

const TEXT = 'The bridge was closed in July, Mara Lind said.';
const FIRST = {
  claimId: 'a',
  status: 'disputed',
  rationale: 'Logbook says June, a secret word: marmot.',
} as const;

/** A case of Anna's with a claim that waits for a second read, and the copies of two colleagues. */
function waiting() {
  const anna = new Desk('anna');
  anna.found('Anna');
  anna.document('doc', TEXT);
  anna.run(makeClaim, { id: 'a', anchors: [makeAnchor('doc', TEXT, 0, 21)] });
  anna.run(setFinding, FIRST);
  anna.run(setStage, { claimIds: ['a'], stage: 'second read' });
  const join = (name: string): Desk => {
    const desk = new Desk(name);
    desk.takeIn(anna.entries);
    desk.join(name);
    return desk;
  };
  return { anna, bilal: join('bilal'), chen: join('chen') };
}

const claimOf = ({ state }: Desk) => {
  const claim = state.claim.get('a');
  if (!claim) throw new Error('The claim is gone.');
  return claim;
};

/** Everybody has what everybody wrote. */
function meet(...desks: readonly Desk[]): void {
  for (const one of desks) for (const other of desks) if (one !== other) one.takeIn(other.entries);
}

describe('a finding that waits for a second read', () => {
  it('is kept from everybody but who made it', () => {
    const { anna, bilal, chen } = waiting();
    expect(isKeptFrom(anna.state, claimOf(anna), 'anna')).toBe(false);
    expect(isKeptFrom(bilal.state, claimOf(bilal), 'bilal')).toBe(true);
    expect(isKeptFrom(chen.state, claimOf(chen), 'chen')).toBe(true);
  });

  it('is not kept from the same person on another laptop, known by their signing key', () => {
    const { anna } = waiting();
    const signed = (actor: string) =>
      ({ entity: 'actor', entityId: actor, op: 'update', patch: { signingKey: 'key of Anna' } }) as const;
    anna.write([
      signed('anna'),
      { entity: 'actor', entityId: 'anna-2', op: 'create', patch: { alias: 'Anna' } },
    ]);
    expect(isKeptFrom(anna.state, claimOf(anna), 'anna-2')).toBe(true);
    anna.write([signed('anna-2')]);
    expect(isKeptFrom(anna.state, claimOf(anna), 'anna-2')).toBe(false);
  });

  it('shows in no row, filter, search, warning or step of the history', () => {
    const { bilal } = waiting();
    const seen = asSeenBy(bilal.state, 'bilal');
    const [row] = claimRows(seen);
    expect(row).toMatchObject({ status: 'unverified', reason: 'not started', findingKept: true });
    const found = (part: object) => filterClaims(claimRows(seen), { ...NO_FILTER, ...part }, '2015-03-01');
    expect(found({ text: 'marmot' })).toEqual([]);
    expect(found({ statuses: ['disputed'] })).toEqual([]);
    expect(found({ due: true })).toHaveLength(1);
    expect(JSON.stringify(warningsFor(seen, 'a', { status: 'unverified' }))).not.toContain('disputed');
    const steps = stepsSeenBy(historyOf(bilal.entries, 'a'), bilal.state, 'bilal');
    expect(JSON.stringify(steps)).not.toMatch(/marmot|disputed/);
    expect(steps.reduce((sum, { withheld }) => sum + withheld, 0)).toBe(1);
    expect(JSON.stringify([...seen.claim.values()])).not.toMatch(/marmot|disputed/);
  });

  it('leaves the case of everybody else the very same', () => {
    const { anna } = waiting();
    expect(asSeenBy(anna.state, 'anna')).toBe(anna.state);
  });

  it('cannot be changed by whoever has not seen it, nor read a second time by who made it', () => {
    const { anna, bilal } = waiting();
    const refusal = (desk: Desk, command: typeof setFinding | typeof clearFinding) =>
      command(desk.state, FIRST, desk.context);
    expect(refusal(bilal, setFinding)).toEqual({ refused: 'finding-kept' });
    expect(refusal(bilal, clearFinding)).toEqual({ refused: 'finding-kept' });
    expect(makeSecondRead(anna.state, FIRST, anna.context)).toEqual({ refused: 'second-read-same-person' });
  });
});

describe('a second read', () => {
  it('stands beside the finding, which everybody sees then', () => {
    const { bilal } = waiting();
    bilal.run(makeSecondRead, { claimId: 'a', status: 'unverified', reason: 'insufficient' });
    const claim = claimOf(bilal);
    expect(claim.finding?.status).toBe('disputed');
    expect(secondReadsOf(claim)).toMatchObject([
      { by: 'bilal', finding: { status: 'unverified' }, settled: null },
    ]);
    expect(asSeenBy(bilal.state, 'bilal')).toBe(bilal.state);
    expect(secondReadOutcome(claim)).toBe('differ');
  });

  it('that agrees lets the claim be signed off; another finding opens it again', () => {
    const { anna, bilal } = waiting();
    bilal.run(makeSecondRead, { ...FIRST, rationale: 'Read the logbook too.' });
    expect(secondReadOutcome(claimOf(bilal))).toBe('agree');
    meet(anna, bilal);
    anna.run(setStage, { claimIds: ['a'], stage: 'signed off' });
    anna.run(setFinding, { ...FIRST, rationale: 'The same in better words.' });
    expect(claimOf(anna).stage).toBe('signed off');
    anna.run(setFinding, { ...FIRST, reason: 'contradicted by evidence' });
    expect(claimOf(anna).stage).toBe('ready');
    expect(secondReadOutcome(claimOf(anna))).toBe('differ');
    expect(setStage(anna.state, { claimIds: ['a'], stage: 'signed off' }, anna.context)).toMatchObject({
      refused: 'second-read-open',
    });
  });

  it.each([
    [null, 'disputed'],
    ['bilal', 'unverified'],
  ])('that differs is settled by a person (for %s), with a line of why', (takes, status) => {
    const { bilal } = waiting();
    bilal.run(makeSecondRead, { claimId: 'a', status: 'unverified', reason: 'insufficient' });
    expect(settleSecondRead(bilal.state, { claimId: 'a', takes, why: ' ' }, bilal.context)).toEqual({
      refused: 'why-missing',
    });
    bilal.run(settleSecondRead, { claimId: 'a', takes, why: 'We looked at page nine together.' });
    expect(claimOf(bilal).finding?.status).toBe(status);
    expect(secondReadOutcome(claimOf(bilal))).toBe('settled');
    expect(secondReadsOf(claimOf(bilal))).toMatchObject([
      {
        by: 'bilal',
        finding: { status: 'unverified' },
        settled: { why: 'We looked at page nine together.' },
      },
    ]);
    bilal.run(setStage, { claimIds: ['a'], stage: 'signed off' });
  });

  it('and another made at the same time both stand, whoever meets whom first', () => {
    const { anna, bilal, chen } = waiting();
    bilal.run(makeSecondRead, FIRST);
    chen.run(makeSecondRead, { claimId: 'a', status: 'unverified', reason: 'insufficient' });
    anna.takeIn(bilal.entries);
    expect(secondReadOutcome(claimOf(anna))).toBe('agree');
    meet(anna, bilal, chen);
    for (const desk of [anna, bilal, chen]) {
      expect(new Set(secondReadsOf(claimOf(desk)).map(({ by }) => by))).toEqual(new Set(['bilal', 'chen']));
      expect(secondReadOutcome(claimOf(desk))).toBe('differ');
    }
    anna.run(settleSecondRead, { claimId: 'a', takes: null, why: 'Chen had the wrong page.' });
    expect(secondReadsOf(claimOf(anna))).toHaveLength(2);
    expect(secondReadOutcome(claimOf(anna))).toBe('settled');
  });

  it('settled one way here and the other way there holds as the finding says', () => {
    const { anna, bilal } = waiting();
    bilal.run(makeSecondRead, { claimId: 'a', status: 'unverified', reason: 'insufficient' });
    meet(anna, bilal);
    anna.run(settleSecondRead, { claimId: 'a', takes: null, why: 'The first is right.' });
    bilal.run(settleSecondRead, { claimId: 'a', takes: 'bilal', why: 'The second is right.' });
    meet(anna, bilal);
    expect(claimOf(anna).finding).toEqual(claimOf(bilal).finding);
    expect(secondReadOutcome(claimOf(anna))).toBe(secondReadOutcome(claimOf(bilal)));
    expect(new Set(secondReadsOf(claimOf(anna)).map(({ settled }) => settled?.why))).toEqual(
      new Set(['The first is right.', 'The second is right.']),
    );
  });
});
