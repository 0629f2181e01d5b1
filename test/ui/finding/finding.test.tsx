import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { ClaimInspector } from '#renderer/ui/features/finding/claim-inspector.tsx';
import { bridgeWorld } from '../../support/bridge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

afterEach(cleanup);

async function show(world = bridgeWorld(), answers: Parameters<typeof fakeWorkbench>[1] = {}) {
  const claimId = 'closed';
  resetStores(world.state);
  useView.setState({ claimId });
  const made = fakeWorkbench(world, answers);
  const ui = await renderUi(<ClaimInspector />, made.workbench);
  return { ...ui, ...made, world, finding: () => world.get('claim', claimId).finding };
}

const status = (name: string) => screen.getByRole('button', { name });
const rationale = () => screen.getByRole('textbox', { name: 'Rationale' });
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const flush = () => act(() => flushDrafts());

describe('a finding', () => {
  it('is stored with its line of rationale, and not before', async () => {
    const { finding } = await show();
    fireEvent.click(status('Corroborated'));
    expect(screen.getByText(/One line of rationale is needed/)).toBeDefined();
    await flush();
    expect(finding()).toBeNull();
    type(rationale(), 'The notice and a driver agree.');
    await flush();
    expect(finding()).toMatchObject({
      status: 'corroborated',
      reason: 'in full',
      rationale: 'The notice and a driver agree.',
    });
    expect(screen.queryByText(/One line of rationale is needed/)).toBeNull();
  });

  it('stores what was typed when the claim is left at once', async () => {
    const { finding, unmount } = await show();
    fireEvent.click(status('Disputed'));
    type(rationale(), 'The mayor denies it.');
    unmount();
    await waitFor(() => expect(finding()?.rationale).toBe('The mayor denies it.'));
  });

  it('keeps typing that is refused', async () => {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'closed', status: 'disputed', rationale: 'Two differ.' });
    await show(world);
    type(rationale(), '   ');
    await flush();
    expect(rationale()).toHaveProperty('value', '   ');
    expect(world.get('claim', 'closed').finding?.rationale).toBe('Two differ.');
  });

  it('stands beside warnings in words', async () => {
    await show();
    fireEvent.click(status('Corroborated'));
    expect(screen.getByText('No evidence is attached.')).toBeDefined();
  });

  it('takes a reason, and can be taken back', async () => {
    const { finding } = await show();
    fireEvent.click(status('Unverified'));
    await waitFor(() => expect(finding()?.reason).toBe('insufficient'));
    await act(async () => fireEvent.click(status('cannot be checked')));
    expect(finding()?.reason).toBe('cannot be checked');
    await act(async () => fireEvent.click(status('not started')));
    expect(finding()).toBeNull();
  });

  it('cannot be changed in the sample', async () => {
    const world = bridgeWorld();
    resetStores(world.state);
    useView.setState({ claimId: 'closed' });
    const { useCase } = await import('#renderer/state/case-store.ts');
    useCase.setState({ readOnly: true });
    await renderUi(<ClaimInspector />, fakeWorkbench(null).workbench);
    expect(status('Corroborated')).toHaveProperty('disabled', true);
    expect(screen.queryByRole('group', { name: 'Attach' })).toBeNull();
  });
});

describe('evidence of a claim', () => {
  const open = (name: string) => {
    const bar = within(screen.getByRole('group', { name: 'Attach' }));
    fireEvent.click(bar.getByRole('button', { name }));
  };

  it('takes the chosen stance', async () => {
    const { world } = await show();
    open('Contradicts');
    open('Testimony');
    const form = within(screen.getByRole('form', { name: 'testimony' }));
    type(form.getByRole('textbox', { name: 'Words' }), 'I drove over it on 4 May.');
    await act(async () => fireEvent.click(form.getByRole('button', { name: 'Add' })));
    const against = within(screen.getByRole('group', { name: 'Contradicts' }));
    expect(against.getByText('E-01')).toBeDefined();
    expect([...world.state.assessment.values()]).toMatchObject([{ stance: 'contradicts' }]);
  });

  it('is not lost when the case is locked over a half-filled form', async () => {
    const { world } = await show();
    open('Testimony');
    type(screen.getByRole('textbox', { name: 'Words' }), 'I drove over it.');
    await flush();
    expect([...world.state.evidence.values()]).toMatchObject([{ text: 'I drove over it.' }]);
  });

  it('is not made by a form that was cancelled', async () => {
    const { world } = await show();
    open('Testimony');
    type(screen.getByRole('textbox', { name: 'Words' }), 'Never mind.');
    fireEvent.click(within(screen.getByRole('form')).getByRole('button', { name: 'Cancel' }));
    await flush();
    expect(world.state.evidence.size).toBe(0);
  });

  it('names the files that could not be attached, and why', async () => {
    const bad = (name: string) => ({ ok: false, code: 'file-missing', name });
    const value = { ids: [], failed: [bad('a.pdf'), bad('b.pdf')], left: 3 };
    await show(bridgeWorld(), { attach: async () => ({ ok: true, value }) });
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { files: [new File(['x'], 'a.pdf')] } });
    await act(async () => document.dispatchEvent(event));
    await waitFor(() =>
      expect(useMessages.getState().messages.map(({ text }) => text)).toEqual([
        '“a.pdf”, “b.pdf” are not attached. The file is no longer there.',
        '3 more files were not attached.',
      ]),
    );
  });

  it('takes a pasted picture', async () => {
    const { asked } = await show();
    const picture = new File(['x'], 'image.png', { type: 'image/png' });
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { files: [picture] } });
    await act(async () => document.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(true);
    expect(asked.find(({ what }) => what === 'attach')?.input).toMatchObject([
      {},
      { claimId: 'closed', stance: 'supports' },
    ]);
  });
});
