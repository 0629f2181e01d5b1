import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSession } from '#renderer/state/session-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { WindowBoundary } from '#renderer/ui/features/shell/window-boundary.tsx';
import { useDraft } from '#renderer/ui/hooks/use-draft.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

/** Words of a case, as they may stand in an error's message. */
const SECRET = 'Sami of Deir Ezzor';

beforeEach(() => {
  resetStores();
  // React tells of each error it caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Part of the window that cannot be drawn on one of the desks. */
function Part() {
  const desk = useView((view) => view.desk);
  if (desk === 'people') throw new TypeError(`${SECRET} is not a function`);
  return <p>The desk</p>;
}

function Field({ store }: { readonly store: (value: string) => Promise<boolean> }) {
  const { value, change } = useDraft('', store);
  return <input aria-label="Note" value={value} onChange={({ target }) => change(target.value)} />;
}

function Window({ store }: { readonly store: (value: string) => Promise<boolean> }) {
  return (
    <WindowBoundary>
      <Field store={store} />
      <Part />
    </WindowBoundary>
  );
}

async function shown(startAnew: () => unknown = () => ({ ok: true, value: null })) {
  const store = vi.fn<(value: string) => Promise<boolean>>(async () => true);
  const { workbench, asked } = fakeWorkbench(null, { startAnew });
  await renderUi(<Window store={store} />, workbench);
  return { store, asked };
}

const breakIt = () => act(() => useView.setState({ desk: 'people' }));
const button = () => screen.getByRole('button');
const press = () => act(async () => fireEvent.click(button()));

describe('a window that can no longer be drawn', () => {
  it('says what happened, that what was saved is safe, and what to do, and not a word of the case', async () => {
    await shown();
    expect(screen.getByText('The desk')).toBeDefined();
    breakIt();
    const words = screen.getByRole('alert').textContent;
    expect(words).toContain('This window can no longer be shown');
    expect(words).toContain('TypeError');
    expect(words).toContain('Everything that was shown as saved is safe on the disk.');
    expect(document.body.textContent).not.toContain(SECRET);
    expect(screen.queryByText('The desk')).toBeNull();
    expect(document.activeElement).toBe(button());
    expect(button().textContent).toBe('Lock the case and start anew');
  });

  it('stores what was being typed elsewhere in it', async () => {
    const { store } = await shown();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'seen at noon' } });
    breakIt();
    await waitFor(() => expect(store).toHaveBeenCalledWith('seen at noon'));
  });

  it('locks and starts anew at a press, once', async () => {
    const { asked } = await shown();
    breakIt();
    await press();
    expect(asked.map(({ what }) => what)).toEqual(['startAnew']);
    expect(button()).toHaveProperty('disabled', true);
    expect(button().textContent).toBe('Locking and starting anew…');
  });

  it('offers nothing to type into while it starts anew, though the case is locked on the way', async () => {
    await shown(() => {
      useView.setState({ desk: 'claims' });
      useSession.setState({ phase: 'locked' });
      return { ok: true, value: null };
    });
    breakIt();
    await press();
    expect(screen.queryByText('The desk')).toBeNull();
    expect(button()).toHaveProperty('disabled', true);
  });

  it('says why when that fails, and can be asked again', async () => {
    const { asked } = await shown(() => ({ ok: false, code: 'disk-full' }));
    breakIt();
    await press();
    expect(
      screen
        .getAllByRole('alert')
        .map(({ textContent }) => textContent)
        .join(' '),
    ).toMatch(/disk/i);
    await press();
    expect(asked).toHaveLength(2);
  });

  it('speaks of no case where none is open', async () => {
    await shown();
    act(() => useSession.setState({ phase: 'sample' }));
    breakIt();
    expect(document.body.textContent).not.toContain('saved');
    expect(button().textContent).toBe('Start anew');
  });

  it('gives way when the case is locked another way', async () => {
    await shown();
    breakIt();
    act(() => {
      useView.setState({ desk: 'claims' });
      useSession.setState({ phase: 'locked' });
    });
    expect(screen.getByText('The desk')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
