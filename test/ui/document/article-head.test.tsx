import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { ArticleHead } from '#renderer/ui/features/document/article-head.tsx';
import { ArticleWorld } from '../../support/article-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

let world: ArticleWorld;
beforeEach(() => {
  world = new ArticleWorld();
});
afterEach(cleanup);

function Head() {
  const document = useCase((store) => store.state.document.get('doc'));
  return document ? <ArticleHead document={document} /> : null;
}

async function show(): Promise<void> {
  resetStores(world.state);
  await renderUi(<Head />, fakeWorkbench(world).workbench);
}

describe('what is known of an article', () => {
  it('is said in a line: no date, a translation without its original, defects', async () => {
    world.run(editDocument, {
      documentId: 'doc',
      fields: {
        publisher: 'Sound and Picture',
        translationOf: { language: 'ar', title: null, held: false },
        defects: [{ note: 'breaks off', start: null, end: null }],
      },
    });
    await show();
    expect(
      screen.getByText(
        'D-1 · Sound and Picture · no publication date · translated · original not held · 1 defect',
      ),
    ).toBeDefined();
  });

  it('writes an uncertain date in words', async () => {
    world.run(editDocument, { documentId: 'doc', fields: { published: '2014-09~' } });
    await show();
    expect(screen.getByText('D-1 · about September 2014')).toBeDefined();
  });

  it('is edited in place, and a date that is none is refused in words', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    const date = screen.getByLabelText('Published');
    fireEvent.change(date, { target: { value: '2014-13-45' } });
    fireEvent.blur(date);
    await waitFor(() => expect(useMessages.getState().messages[0]?.text).toMatch(/“2014-13-45” is no date/));
    fireEvent.change(date, { target: { value: '2014' } });
    fireEvent.blur(date);
    await waitFor(() => expect(world.get('document', 'doc')).toMatchObject({ published: '2014' }));
  });

  it('keeps an article that claims stand in', async () => {
    world.claim('c');
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove this article' }));
    await waitFor(() => expect(useMessages.getState().messages[0]?.text).toContain('C-01'));
    expect(world.state.document.has('doc')).toBe(true);
  });

  it('lets another article be chosen when there are several', async () => {
    world.document('other', 'Another text.');
    await show();
    fireEvent.click(screen.getByRole('combobox', { name: 'Article' }));
    fireEvent.click(await screen.findByText('D-2 Document other'));
    expect(useView.getState().documentId).toBe('other');
  });
});
