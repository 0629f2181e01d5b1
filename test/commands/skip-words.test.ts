import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { skipWords } from '#renderer/commands/skip-words.ts';
import { ArticleWorld, TEXT } from '../support/article-world.ts';

describe('skipping words of an article', () => {
  it('makes a claim that is skipped from the start, and undone in one step', () => {
    const world = new ArticleWorld();
    world.run(skipWords, { anchor: makeAnchor('doc', TEXT, 0, 12), reason: 'opinion', note: ' ' });
    const [claim] = world.state.claim.values();
    expect(claim).toMatchObject({
      skip: { reason: 'opinion', note: null },
      anchors: [{ start: 0, end: 12 }],
      finding: null,
    });
    expect(world.entries.filter(({ body }) => body?.entity === 'claim')).toHaveLength(1);
  });

  it('is refused where the words do not stand', () => {
    const world = new ArticleWorld();
    const anchor = { ...makeAnchor('doc', TEXT, 0, 12), documentId: 'gone' };
    expect(() => world.run(skipWords, { anchor, reason: 'opinion' })).toThrow('Refused');
  });
});
