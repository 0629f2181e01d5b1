import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { reviewQueue } from '#core/revision/review-queue.ts';
import { currentDocuments } from '#core/revision/revisions.ts';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { moveExact } from '#renderer/commands/move-exact.ts';
import { settleAnchor } from '#renderer/commands/settle-anchor.ts';
import { Desk } from '../../support/merge-world.ts';

const TEXT = 'Deserters arrived in the town during the night. They had crossed the river in two boats.';
const NOW = `UPDATE. ${TEXT.replace('two boats', 'three boats')}`;

const anchorIn = (id: string, text: string, words: string) => {
  const start = text.indexOf(words);
  return makeAnchor(id, text, start, start + words.length);
};

/** Anna's case with two claims, and Bilal's copy of it. */
function twoCopies() {
  const [anna, bilal] = [new Desk('anna'), new Desk('bilal')];
  anna.found('Anna Berg');
  anna.document('doc', TEXT);
  anna.run(makeClaim, { id: 'night', anchors: [anchorIn('doc', TEXT, 'during the night')] });
  anna.run(makeClaim, { id: 'boats', anchors: [anchorIn('doc', TEXT, 'two boats')] });
  bilal.takeIn(anna.entries);
  bilal.join('Bilal');
  return { anna, bilal };
}

const reimport = (desk: Desk, id: string) =>
  desk.run(importDocument, {
    id,
    text: NOW,
    origin: null,
    revisionOf: { id: 'doc', texts: new Map([['doc', TEXT]]) },
    fields: { title: 'Document doc' },
  });

function exchange(a: Desk, b: Desk): void {
  const before = b.entries;
  b.takeIn(a.entries);
  a.takeIn(before);
  expect([...a.state.claim.values()]).toEqual([...b.state.claim.values()]);
  expect(reviewQueue(a.state)).toEqual(reviewQueue(b.state));
}

describe('merging copies of which one read the article in again', () => {
  it('brings what the other one added to the earlier version to the queue', () => {
    const { anna, bilal } = twoCopies();
    reimport(anna, 'new');
    bilal.run(makeClaim, { id: 'late', anchors: [anchorIn('doc', TEXT, 'Deserters arrived')] });
    exchange(anna, bilal);
    expect(reviewQueue(anna.state).map(({ id }) => id)).toEqual(['late', 'boats']);
    expect(anna.state.claim.get('night')?.anchors).toEqual([anchorIn('new', NOW, 'during the night')]);
  });

  it('loses no place that was chosen at the same time: what did not win is looked at again', () => {
    const { anna, bilal } = twoCopies();
    reimport(anna, 'new');
    bilal.run(addAnchor, { claimId: 'night', anchor: anchorIn('doc', TEXT, 'in the town') });
    exchange(anna, bilal);
    const anchors = anna.state.claim.get('night')?.anchors ?? [];
    const waiting = reviewQueue(anna.state).filter(({ id }) => id === 'night');
    expect(waiting.map(({ anchor }) => anchor)).toEqual(
      anchors.filter(({ documentId }) => documentId === 'doc'),
    );
    expect(anna.state.claim.get('night')?.folded.fields['anchors']).toHaveLength(2);
  });

  it('leaves one version that is worked on when both did, and everything finds its way there', () => {
    const { anna, bilal } = twoCopies();
    reimport(anna, 'new a');
    reimport(bilal, 'new b');
    const item = { entity: 'claim' as const, id: 'boats' };
    const from = anchorIn('doc', TEXT, 'two boats');
    bilal.run(settleAnchor, { item, from, to: anchorIn('new b', NOW, 'three boats') });
    exchange(anna, bilal);
    expect(currentDocuments(anna.state.document).map(({ id }) => id)).toEqual(['new b']);
    const texts = new Map([
      ['doc', TEXT],
      ['new a', NOW],
      ['new b', NOW],
    ]);
    anna.run(moveExact, { documentId: 'new b', texts });
    expect(reviewQueue(anna.state)).toEqual([]);
    expect(anna.state.claim.get('night')?.anchors).toEqual([anchorIn('new b', NOW, 'during the night')]);
    expect(anna.state.claim.get('boats')?.anchors).toEqual([anchorIn('new b', NOW, 'three boats')]);
  });
});
