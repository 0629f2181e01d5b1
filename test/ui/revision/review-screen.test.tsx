import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { importDocument } from '#renderer/commands/import-document.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { ReviewScreen } from '#renderer/ui/features/revision/review-screen.tsx';
import { ArticleWorld, TEXT } from '../../support/article-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const NOW = `UPDATE. ${TEXT.replace('leaders fled', 'leaders may have fled')
  .replace('spies went to Turkey', 'some went')
  .replace('in July', 'again')}`;
const texts = new Map([
  ['doc', TEXT],
  ['new', NOW],
]);

let world: ArticleWorld;
beforeEach(() => {
  world = new ArticleWorld();
  world.claim('fled');
  world.claim('turkey', 'spies went to Turkey');
  const revisionOf = { id: 'doc', texts };
  world.run(importDocument, { id: 'new', text: NOW, origin: null, revisionOf, fields: { title: 'T' } });
});
afterEach(cleanup);

async function show() {
  resetStores(world.state, texts);
  const { workbench, asked } = fakeWorkbench(world, { undo: () => ({ ok: true, value: null }) });
  await renderUi(<ReviewScreen documentId="new" />, workbench);
  return asked;
}
const press = (code: string, more: object = {}) => fireEvent.keyDown(document.body, { code, ...more });
const anchorsOf = (id: string) => world.get('claim', id).anchors;

describe('words of an earlier version', () => {
  it('are shown as they stood, with the places where they may stand now', async () => {
    await show();
    expect(screen.getByRole('status').textContent).toBe('2 to look at');
    expect(screen.getByText('Stood in D-1')).toBeTruthy();
    expect(screen.getByText('leaders fled', { selector: 'blockquote mark' })).toBeTruthy();
    expect(screen.getByText('other words in the same place')).toBeTruthy();
    // What differs stands out.
    expect([...document.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual([
      'may',
      'have',
    ]);
  });

  it('are settled by keys alone, one after the other', async () => {
    await show();
    press('Digit1');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 to look at'));
    const start = NOW.indexOf('leaders may have fled');
    expect(anchorsOf('fled')).toEqual([
      makeAnchor('new', NOW, start, start + 'leaders may have fled'.length),
    ]);
    press('KeyL');
    await waitFor(() => expect(screen.getByText('Everything is settled')).toBeTruthy());
    expect(anchorsOf('turkey')).toEqual([{ ...world.anchor('spies went to Turkey'), notIn: 'new' }]);
  });

  it('do nothing when a key has no place, go on and back, and take back what was done', async () => {
    const asked = await show();
    press('Digit5');
    press('KeyJ');
    expect(screen.getByText('spies went to Turkey', { selector: 'blockquote mark' })).toBeTruthy();
    press('KeyK');
    expect(screen.getByText('leaders fled', { selector: 'blockquote mark' })).toBeTruthy();
    press('KeyZ', { ctrlKey: true });
    await waitFor(() => expect(asked.map(({ what }) => what)).toEqual(['undo']));
  });

  it('lead to the article, where other words can be chosen', async () => {
    await show();
    fireEvent.click(screen.getByText('Choose the words in the article'));
    expect(useView.getState()).toMatchObject({ claimId: 'fled', documentId: 'new' });
    expect(useScreens.getState().screen.kind).toBe('none');
  });

  it('that stand word for word after a merge move together', async () => {
    world.claim('late', 'Yousef Orfali');
    world.run(setPassage, { anchor: world.anchor('Al-Espani'), voice: 'narration', ladder: [] });
    await show();
    fireEvent.click(screen.getByText('Move the 2 that stand word for word'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2 to look at'));
    expect(anchorsOf('late')).toMatchObject([{ documentId: 'new' }]);
  });
});
