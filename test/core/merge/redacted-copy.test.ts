import { describe, expect, it } from 'vitest';
import { fold } from '#core/journal/fold.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { type Redact, redactedCopy } from '#core/merge/redacted-copy.ts';
import { historyOfCase } from '#core/queries/history.ts';
import { pastFindings } from '#core/queries/past-findings.ts';
import type { Patch } from '#core/journal/entry.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { anchorOf, countingEntropy } from '../../support/case-world.ts';
import { Desk } from '../../support/merge-world.ts';

const TEXT = 'Nadia saw the bridge fall. Nobody saw the boats.';

/** Replaces a name wherever it stands; lets no note leave. */
const withoutNadia: Redact = ({ entity, patch }) => {
  if (entity === 'note') return null;
  const text = JSON.stringify(patch);
  const redacted = text.replaceAll('Nadia', '[Person A]');
  return redacted === text ? patch : (JSON.parse(redacted) as Patch);
};

const sayHello = (actor: string) => [
  { entity: 'actor' as const, entityId: actor, op: 'create' as const, patch: { alias: 'Anna' } },
];

function annasCase(): { anna: Desk; claim: string } {
  const anna = new Desk('anna');
  anna.found('Anna');
  anna.document('doc', TEXT);
  const [claim = ''] = anna.run(makeClaim, {
    anchors: [anchorOf('doc', TEXT, 'Nobody saw')],
    fields: { statement: 'Nadia was there.' },
  });
  anna.run(addNote, { claimId: claim, kind: 'note', text: 'Nadia asked not to be named.' });
  anna.run(setFinding, { claimId: claim, status: 'disputed', rationale: 'Nadia says so.' });
  anna.run(setFinding, {
    claimId: claim,
    status: 'unverified',
    reason: 'insufficient',
    rationale: 'Not enough.',
  });
  return { anna, claim };
}

const redacted = (desk: Desk) =>
  redactedCopy(desk.entries, withoutNadia, countingEntropy('redactor'), sayHello);

/** A colleague who holds nothing but the redacted copy. */
function reader(desk: Desk): Desk {
  const bilal = new Desk('bilal');
  bilal.takeIn(redacted(desk).entries);
  bilal.join('Bilal');
  return bilal;
}

describe('a redacted copy', () => {
  it('holds the words nowhere, verifies, and says what may be said', () => {
    const { anna, claim } = annasCase();
    const { entries, withheld, rewritten } = redacted(anna);
    expect(JSON.stringify(entries)).not.toContain('Nadia');
    expect(verifyChains(entries)).toEqual([]);
    expect(withheld).toBeGreaterThan(2);
    expect(rewritten).toBeGreaterThan(1);
    const bilal = reader(anna);
    expect(bilal.state.claim.get(claim)).toMatchObject({ ref: 'C-01', statement: '[Person A] was there.' });
    expect(bilal.state.note.size).toBe(0);
    expect(bilal.state.claim.get(claim)?.finding).toMatchObject({ status: 'unverified' });
  });

  it('tells earlier findings under whoever made them, in the words that may be read', () => {
    const { anna, claim } = annasCase();
    const bilal = reader(anna);
    const past = pastFindings(historyOfCase(bilal.entries)).get(claim) ?? [];
    expect(past.map(({ alias, finding }) => [alias, finding?.status, finding?.rationale])).toEqual([
      ['Anna', 'disputed', '[Person A] says so.'],
      ['Anna', 'unverified', 'Not enough.'],
    ]);
  });

  it('changes nothing when it comes back, but for what its reader wrote', () => {
    const { anna, claim } = annasCase();
    const bilal = reader(anna);
    bilal.run(editClaim, { claimId: claim, fields: { priority: 'must' } });
    const before = anna.state;
    const steps = historyOfCase(anna.entries).length;
    anna.takeIn(bilal.entries);
    expect(anna.state.claim.get(claim)).toMatchObject({ statement: 'Nadia was there.', priority: 'must' });
    expect(anna.state.note).toEqual(before.note);
    expect(anna.state.document).toEqual(before.document);
    const told = historyOfCase(anna.entries).flatMap(({ changes }) => changes);
    expect(JSON.stringify(told)).not.toContain('[Person A]');
    expect(historyOfCase(anna.entries).length).toBeLessThanOrEqual(steps + 3);
  });

  it('becomes the true case for a reader who is given all of it later', () => {
    const { anna, claim } = annasCase();
    const bilal = reader(anna);
    bilal.takeIn(anna.entries);
    expect(bilal.state.claim.get(claim)?.statement).toBe('Nadia was there.');
    expect(bilal.state.note.size).toBe(1);
    anna.takeIn(bilal.entries);
    expect(fold(bilal.entries)).toEqual(fold(anna.entries));
  });

  it('stands beside another one made later: both read the same on every copy', () => {
    const { anna, claim } = annasCase();
    const first = reader(anna);
    anna.run(editClaim, { claimId: claim, fields: { statement: 'Nadia was near.' } });
    const again = redactedCopy(anna.entries, withoutNadia, countingEntropy('second'), sayHello);
    first.takeIn(again.entries);
    expect(first.state.claim.get(claim)?.statement).toBe('[Person A] was near.');
  });

  it('lets a value be purged from it without taking other words along', () => {
    const { anna, claim } = annasCase();
    const bilal = reader(anna);
    expect(bilal.purge({ kind: 'value', entity: 'claim', id: claim, field: 'finding' })).toBe(true);
    expect(bilal.state.claim.get(claim)).toMatchObject({ statement: '[Person A] was there.', finding: null });
    anna.takeIn(bilal.entries);
    expect(anna.state.claim.get(claim)).toMatchObject({ statement: 'Nadia was there.', finding: null });
  });
});
