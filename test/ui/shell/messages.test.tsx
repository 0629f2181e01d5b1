import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Messages } from '#renderer/ui/features/shell/messages.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

beforeEach(() => resetStores());
afterEach(() => cleanup());

const FAILED = 'The folder cannot be written.';
const DONE = 'The file is written.';

async function shown(): Promise<void> {
  await renderUi(<Messages />, fakeWorkbench(null).workbench);
  act(() => {
    say('error', FAILED);
    say('done', DONE);
  });
  expect(screen.getByRole('alert').textContent).toContain(FAILED);
}

describe('what went wrong', () => {
  it.each([
    ['the screen', () => showScreen({ kind: 'snapshots' })],
    ['the desk', () => useView.setState({ desk: 'people' })],
    ['the claim', () => useView.setState({ claimId: 'another' })],
    ['the person', () => useView.setState({ partyId: 'another' })],
  ])('goes when %s is left; good news stays', async (_what, leave) => {
    await shown();
    act(leave);
    expect(screen.queryByText(FAILED)).toBeNull();
    expect(screen.getByRole('status').textContent).toContain(DONE);
  });

  it('stays while the person looks at something else of the same place', async () => {
    await shown();
    act(() => useView.setState({ reveal: 1, sort: 'priority', evidenceId: 'new' }));
    expect(screen.getByText(FAILED)).toBeDefined();
  });

  it('stays when it is said right after leaving', async () => {
    await renderUi(<Messages />, fakeWorkbench(null).workbench);
    showScreen({ kind: 'identity' });
    act(() => {
      showScreen(NO_SCREEN);
      say('error', FAILED);
    });
    expect(screen.getByText(FAILED)).toBeDefined();
  });
});
