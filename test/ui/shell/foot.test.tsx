import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SaveState, useCase } from '#renderer/state/case-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Foot } from '#renderer/ui/features/shell/foot.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

beforeEach(() => resetStores());
afterEach(cleanup);

async function show(save: SaveState) {
  useCase.setState({ save });
  const { container } = await renderUi(<Foot />, fakeWorkbench(null).workbench);
  return container.querySelector('[data-save]');
}

describe('the foot', () => {
  it('says Saved, and when, only once it is', async () => {
    const saved = await show({ kind: 'saved', at: new Date(2026, 10, 22, 14, 2).getTime() });
    expect(saved?.textContent).toMatch(/Saved 2:02\sPM/);
    cleanup();
    const saving = await show({ kind: 'saving' });
    expect(saving?.textContent).toBe('Saving…');
  });

  it('says Not saved, and why', async () => {
    const failed = await show({ kind: 'failed', code: 'quota' });
    expect(failed?.textContent).toBe('Not saved');
    expect(failed?.getAttribute('title')).toMatch(/disk is full/);
  });

  it('shows the free space and locks nothing that is not a case', async () => {
    useSession.setState({ freeBytes: 41_300_000_000 });
    useCase.setState({ readOnly: true });
    await show({ kind: 'none' });
    expect(screen.getByText('41 GB free')).toBeDefined();
    expect(screen.getByText('Sample, read-only')).toBeDefined();
    expect(screen.getByRole('button', { name: /^Lock/ })).toHaveProperty('disabled', true);
  });
});
