import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { buildReport } from '#core/report/build-report.ts';
import { type Audience, DEFAULT_SETUP, type ReportSetup } from '#core/report/setup.ts';
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
  reason: 'contradicted by evidence',
  rationale: 'The logbook says June.',
} as const;
const OTHER = {
  claimId: 'a',
  status: 'unverified',
  reason: 'insufficient',
  rationale: 'The page is torn.',
} as const;

/** The desk of a second reader, with a claim that waits for them. */
function secondReader(): Desk {
  const anna = new Desk('anna');
  anna.found('Anna');
  anna.document('doc', TEXT);
  anna.run(makeClaim, { id: 'a', anchors: [makeAnchor('doc', TEXT, 0, 21)] });
  anna.run(setFinding, FIRST);
  anna.run(setStage, { claimIds: ['a'], stage: 'second read' });
  const bilal = new Desk('bilal');
  bilal.takeIn(anna.entries);
  bilal.join('Bilal');
  return bilal;
}

const told = ({ state }: Desk, setup: Partial<ReportSetup> = {}) => {
  const facts = { today: '2015-03-02', pictures: new Set<string>() };
  const { claims } = buildReport(state, new Map([['doc', TEXT]]), facts, { ...DEFAULT_SETUP, ...setup });
  return { stage: claims[0]?.stage, secondReads: claims[0]?.secondReads };
};

describe('a report tells of a second read', () => {
  it('that agrees, and that the claim is signed off', () => {
    const desk = secondReader();
    desk.run(makeSecondRead, { ...FIRST, rationale: 'Read the logbook too.' });
    desk.run(setStage, { claimIds: ['a'], stage: 'signed off' });
    expect(told(desk)).toEqual({
      stage: 'signed off',
      secondReads: [
        'Bilal: Disputed: contradicted by evidence – Read the logbook too. – agrees with the finding',
      ],
    });
  });

  it('that differs, until and after the difference is settled', () => {
    const desk = secondReader();
    desk.run(makeSecondRead, OTHER);
    expect(told(desk).secondReads).toEqual([
      'Bilal: Unverified: insufficient – The page is torn. – differs from the finding, not settled',
    ]);
    desk.run(settleSecondRead, { claimId: 'a', takes: null, why: 'Page nine is whole.' });
    expect(told(desk).secondReads).toEqual([
      expect.stringMatching(/differed from the finding, settled: Page nine is whole\.$/u),
    ]);
  });

  it('without a name where the checkers are not named', () => {
    const desk = secondReader();
    desk.run(makeSecondRead, OTHER);
    expect(JSON.stringify(told(desk, { named: false }))).not.toContain('Bilal');
  });

  it.each<Audience>(['editor', 'public'])('to nobody outside the desk: not to the %s', (audience) => {
    const desk = secondReader();
    desk.run(makeSecondRead, OTHER);
    expect(told(desk, { audience })).toEqual({ stage: '', secondReads: [] });
  });

  it('in Arabic', () => {
    const desk = secondReader();
    desk.run(makeSecondRead, OTHER);
    expect(told(desk, { language: 'ar' }).secondReads?.join('')).toContain('تخالف النتيجة');
  });
});
