import { describe, expect, it } from 'vitest';
import { fold } from '#core/journal/fold.ts';
import { ForkedChainError } from '#core/journal/union.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { mergeCopy } from '#core/merge/merge-copy.ts';
import { stateAfter } from '#core/merge/state-after.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { anchorOf, countingEntropy } from '../../support/case-world.ts';
import { Desk } from '../../support/merge-world.ts';

const TEXT = 'Nobody saw the boats.';
const claimOn = (desk: Desk, words: string): void => {
  desk.run(makeClaim, { anchors: [anchorOf('doc', TEXT, words)], fields: {} });
};

function annasCase(): Desk {
  const anna = new Desk('anna');
  anna.found('Anna Haddad');
  anna.document('doc', TEXT);
  return anna;
}

/** The same profile as it was before, with the rest of its own work in a file. */
function setBack() {
  const anna = annasCase();
  const [held, tip, state] = [anna.entries, anna.tip, anna.state];
  claimOn(anna, 'Nobody saw');
  const entropy = countingEntropy('later');
  return { anna, held, tip, state, copy: { caseId: 'case', held, tip, incoming: anna.entries }, entropy };
}

describe('a copy that was set back to a backup', () => {
  it('takes its own later work in and goes on under a fresh actor, by the same name', () => {
    const { anna, held, tip, state, copy, entropy } = setBack();
    const merged = mergeCopy(copy, entropy);
    expect(merged.anew).toBe(true);
    expect(merged.tip.actor).not.toBe(tip.actor);
    const after = stateAfter(state, merged);
    expect(after.claim.size).toBe(1);
    expect(after.actor.get(merged.tip.actor)).toMatchObject({ alias: 'Anna Haddad', initials: 'AH' });
    const journal = [...held, ...merged.added];
    expect(verifyChains(journal)).toEqual([]);
    expect(stateAfter(state, { changed: [...fold(journal).values()], removed: [] })).toEqual(after);
    // Two copies that went on apart can still meet.
    claimOn(anna, 'the boats');
    anna.takeIn(journal);
    expect(anna.state.claim.size).toBe(2);
  });

  it('that wrote on before it met its later work is two chains in one: refused by name', () => {
    const { tip, state, held, copy, entropy } = setBack();
    const other = new Desk('anna', countingEntropy('elsewhere'));
    other.open(held, state, tip);
    claimOn(other, 'the boats');
    const forked = { ...copy, held: other.entries, tip: other.tip };
    expect(() => mergeCopy(forked, entropy)).toThrow(ForkedChainError);
  });
});

describe('a copy of somebody else', () => {
  it('leaves this copy the actor it has', () => {
    const anna = annasCase();
    const bilal = new Desk('bilal');
    bilal.takeIn(anna.entries);
    bilal.join('Bilal');
    claimOn(bilal, 'Nobody saw');
    const copy = { caseId: 'case', held: anna.entries, tip: anna.tip, incoming: bilal.entries };
    const merged = mergeCopy(copy, countingEntropy('x'));
    expect([merged.anew, merged.tip.actor]).toEqual([false, 'anna']);
    expect(merged.review.people.map(({ alias }) => alias)).toEqual(['Bilal']);
  });
});
