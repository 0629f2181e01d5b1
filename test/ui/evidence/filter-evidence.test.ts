import { describe, expect, it } from 'vitest';
import { evidenceRows } from '#core/queries/evidence-rows.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { findEvidence, ofGroup } from '#renderer/ui/features/evidence/filter-evidence.ts';
import { locatorOf } from '#renderer/ui/features/evidence/locator.ts';
import { bridgeWorld } from '../../support/bridge-world.ts';

function rows() {
  const world = bridgeWorld();
  world.run(attachEvidence, {
    items: [{ id: 'notice', kind: 'link', fields: { url: 'https://example.org/notice', title: 'Notice' } }],
    bearing: { claimId: 'closed', stance: 'supports' },
  });
  world.run(attachEvidence, {
    items: [{ id: 'driver', kind: 'testimony', fields: { text: 'I drove over the Brücke on 4 May.' } }],
    bearing: null,
  });
  world.run(createOrigin, { id: 'town', name: 'Town council', evidenceIds: ['notice'] });
  return evidenceRows(world.state);
}
const refs = (list: ReturnType<typeof findEvidence>) => list.map(({ evidence }) => evidence.ref);

describe('the evidence that a filter lets through', () => {
  it('is what bears on nothing yet, or has no known origin', () => {
    expect(refs(ofGroup(rows(), 'all'))).toEqual(['E-01', 'E-02']);
    expect(refs(ofGroup(rows(), 'unplaced'))).toEqual(['E-02']);
    expect(refs(ofGroup(rows(), 'unsourced'))).toEqual(['E-02']);
  });

  it('holds every word somewhere: in its words, its origin, or the claims it bears on', () => {
    expect(refs(findEvidence(rows(), 'brucke may'))).toEqual(['E-02']);
    expect(refs(findEvidence(rows(), 'council'))).toEqual(['E-01']);
    expect(refs(findEvidence(rows(), 'c-01'))).toEqual(['E-01']);
    expect(refs(findEvidence(rows(), 'council may'))).toEqual([]);
    expect(refs(findEvidence(rows(), '  '))).toEqual(['E-01', 'E-02']);
  });
});

describe('where something stands in evidence', () => {
  it.each([
    ['p. 4', 'page'],
    ['12', 'page'],
    ['pp. 4–6', 'page'],
    ['1:04:30', 'time'],
    ['0:12', 'time'],
    ['120,40 300x200', 'region'],
    ['“closed until further notice”', 'text'],
  ])('reads %s as a place of its kind', (words, kind) => {
    expect(locatorOf(words)).toEqual({ kind, value: words });
  });

  it('is nothing when nothing was said', () => {
    expect(locatorOf('  ')).toBeNull();
    expect(locatorOf(null)).toBeNull();
  });
});
