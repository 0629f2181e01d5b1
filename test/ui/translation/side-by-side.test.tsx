import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alignTranslation } from '#renderer/commands/align-translation.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { SideBySideScreen } from '#renderer/ui/features/translation/side-by-side-screen.tsx';
import { ArticleWorld, TEXT } from '../../support/article-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const ORIGINAL = 'قال سامي\n\nإن القادة فروا.\n\nولم يقل شيئاً.';
const texts = new Map([
  ['doc', TEXT],
  ['original', ORIGINAL],
]);

let world: ArticleWorld;
beforeEach(() => {
  world = new ArticleWorld();
  world.document('original', ORIGINAL);
  world.claim('fled');
  const alignment = { originalId: 'original', beads: [[1, 1] as const, [2, 0] as const] };
  world.run(alignTranslation, { documentId: 'doc', alignment });
});
afterEach(cleanup);

async function show(): Promise<void> {
  resetStores(world.state, texts);
  await renderUi(<SideBySideScreen documentId="doc" />, fakeWorkbench(world).workbench);
}
const beads = () => world.get('document', 'doc').alignment?.beads;
const press = (code: string, more: object = {}) => fireEvent.keyDown(document.body, { code, ...more });

describe('a translation beside its original', () => {
  it('shows both, row by row, with the words that claims stand on', async () => {
    await show();
    expect(document.querySelectorAll('[data-row]')).toHaveLength(2);
    const mark = screen.getByText('leaders fled', { selector: 'mark' });
    fireEvent.click(mark);
    expect(useView.getState().claimId).toBe('fled');
    await waitFor(() => expect(mark.getAttribute('data-chosen')).toBe('true'));
  });

  it('is put right by keys', async () => {
    await show();
    press('KeyO');
    await waitFor(() =>
      expect(beads()).toEqual([
        [2, 1],
        [1, 0],
      ]),
    );
    press('KeyJ');
    expect(document.querySelector('[aria-current]')?.getAttribute('data-row')).toBe('2');
    press('KeyK');
    press('KeyO', { shiftKey: true });
    await waitFor(() =>
      expect(beads()).toEqual([
        [1, 1],
        [2, 0],
      ]),
    );
    press('KeyS');
    await waitFor(() =>
      expect(beads()).toEqual([
        [1, 0],
        [0, 1],
        [2, 0],
      ]),
    );
    press('Escape');
    expect(useScreens.getState().screen.kind).toBe('none');
  });

  it('proposes anew where the rows do not fit the texts', async () => {
    world.run(alignTranslation, {
      documentId: 'doc',
      alignment: { originalId: 'original', beads: [[1, 1]] },
    });
    await show();
    expect(beads()).toEqual([[1, 1]]);
    fireEvent.click(screen.getByText('Keep this proposal'));
    await waitFor(() => expect(beads()).not.toEqual([[1, 1]]));
    expect(screen.queryByText('Keep this proposal')).toBeNull();
  });
});
