import { describe, expect, it } from 'vitest';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import {
  claimsAt,
  claimToGoTo,
  placeFinder,
  sortSpans,
  spansWithin,
} from '#renderer/ui/features/document/places.ts';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { CaseWorld } from '../../support/case-world.ts';

const TEXT = 'The bridge fell in March. Twelve people died. Nobody was asked.';

function worldWith(...spans: readonly (readonly [number, number])[]) {
  const world = new CaseWorld();
  world.document('d', TEXT);
  const ids = spans.map(
    ([start, end]) => world.run(makeClaim, { anchors: [makeAnchor('d', TEXT, start, end)] })[0] ?? '',
  );
  return { world, ids };
}

describe('places of claims in a document', () => {
  it('come in the order of the text, the wider of two first', () => {
    const { world, ids } = worldWith([26, 45], [0, 25], [0, 45]);
    const { list } = placeFinder('d', TEXT)(world.state.claim);
    expect(list.map(({ claimId }) => claimId)).toEqual([ids[2], ids[1], ids[0]]);
  });

  it('are the very same while claims change in anything but their words', () => {
    const { world, ids } = worldWith([0, 25]);
    const find = placeFinder('d', TEXT);
    const before = find(world.state.claim);
    world.run(editClaim, { claimId: ids[0] ?? '', fields: { statement: 'Reworded.' } });
    expect(find(world.state.claim)).toBe(before);
    world.run(makeClaim, { anchors: [makeAnchor('d', TEXT, 26, 45)] });
    expect(find(world.state.claim)).not.toBe(before);
  });

  it('leave out and name the claims whose words are no longer there', () => {
    const { world } = worldWith([0, 25], [26, 45]);
    const places = placeFinder('d', TEXT.replace('Twelve', 'Eleven'))(world.state.claim);
    expect(places.list).toHaveLength(1);
    expect(places.gone).toEqual(['C-02']);
  });

  it('are found by the characters they share with a span, touching ends apart', () => {
    const spans = sortSpans([
      { start: 0, end: 100, name: 'wide' },
      { start: 10, end: 20, name: 'a' },
      { start: 20, end: 30, name: 'b' },
    ]);
    const names = (start: number, end: number) => spansWithin(spans, { start, end }).map(({ name }) => name);
    expect(names(20, 21)).toEqual(['wide', 'b']);
    expect(names(15, 25)).toEqual(['wide', 'a', 'b']);
    expect(names(100, 110)).toEqual([]);
  });

  it('answer a click with the narrowest claim first and the others on further clicks', () => {
    const { world, ids } = worldWith([0, 45], [4, 10], [0, 25]);
    const on = claimsAt(placeFinder('d', TEXT)(world.state.claim), 5);
    expect(on).toEqual([ids[1], ids[2], ids[0]]);
    const first = claimToGoTo(on, null);
    const second = claimToGoTo(on, first);
    const third = claimToGoTo(on, second);
    expect([first, second, third, claimToGoTo(on, third)]).toEqual([ids[1], ids[2], ids[0], ids[1]]);
    expect(claimToGoTo([], null)).toBeNull();
  });

  it('are found among ten thousand as a look at each of them finds them', () => {
    const all = Array.from({ length: 10_000 }, (_, at) => ({ start: at * 100, end: at * 100 + 60 }));
    const spans = sortSpans(all);
    for (const at of [0, 1, 4999, 9998, 9999]) {
      const wanted = { start: at * 100 + 50, end: at * 100 + 110 };
      const overlapping = all.filter(({ start, end }) => start < wanted.end && end > wanted.start);
      expect(spansWithin(spans, wanted)).toEqual(overlapping);
    }
  });
});
