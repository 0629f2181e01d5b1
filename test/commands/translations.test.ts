import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { leavingCase } from '#core/protection/leaving.ts';
import { alignTranslation } from '#renderer/commands/align-translation.ts';
import { anchorOriginal } from '#renderer/commands/anchor-original.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { ArticleWorld, TEXT } from '../support/article-world.ts';

const ORIGINAL = 'قال سامي الفراتي\nإن القادة فروا.';

function translated(): ArticleWorld {
  const world = new ArticleWorld();
  world.document('original', ORIGINAL);
  world.run(editDocument, { documentId: 'original', fields: { language: 'ar', title: 'فرار القادة' } });
  const alignment = { originalId: 'original', beads: [[2, 1] as const] };
  world.run(alignTranslation, { documentId: 'doc', alignment });
  return world;
}

describe('a translation', () => {
  it('knows its original, and says so where its details do', () => {
    const world = translated();
    expect(world.get('document', 'doc')).toMatchObject({
      alignment: { originalId: 'original', beads: [[2, 1]] },
      translationOf: { language: 'ar', title: 'فرار القادة', held: true },
    });
    world.run(alignTranslation, { documentId: 'doc', alignment: null });
    expect(world.get('document', 'doc').alignment).toBeNull();
  });

  it('is no original of its own original, nor of itself', () => {
    const world = translated();
    for (const [documentId, originalId] of [
      ['original', 'doc'],
      ['doc', 'doc'],
    ] as const) {
      const asked = { documentId, alignment: { originalId, beads: [] } };
      expect(world.refusal(alignTranslation, asked).refused).toBe('translation-circle');
    }
  });

  it('ties a claim to its words in the original, which are its original wording', () => {
    const world = translated();
    world.claim('fled');
    const start = ORIGINAL.indexOf('القادة');
    const anchor = makeAnchor('original', ORIGINAL, start, start + 'القادة فروا'.length);
    world.run(anchorOriginal, { claimId: 'fled', anchor });
    expect(world.get('claim', 'fled')).toMatchObject({
      anchors: [world.anchor('leaders fled'), anchor],
      original: 'القادة فروا',
    });
    expect(world.refusal(anchorOriginal, { claimId: 'fled', anchor }).refused).toBe('anchor-exists');
    world.run(editClaim, { claimId: 'fled', fields: { original: 'typed' } });
    world.run(anchorOriginal, { claimId: 'fled', anchor: makeAnchor('original', ORIGINAL, 0, 3) });
    expect(world.get('claim', 'fled').original).toBe('typed');
  });

  it('leaves without its rows only where a cut took a paragraph away', () => {
    const world = translated();
    const texts = new Map([
      ['doc', TEXT],
      ['original', ORIGINAL],
    ]);
    const leave = () =>
      leavingCase(world.state, texts, { language: 'en' }).state.document.get('doc')?.alignment;
    world.person('sami', 'Sami Fourati', { safety: 'protected' });
    expect(leave()).toEqual({ originalId: 'original', beads: [[2, 1]] });
    world.person('over', 'الفراتي إن', { safety: 'protected' });
    expect(leave()).toBeNull();
  });
});
