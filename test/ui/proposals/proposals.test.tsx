import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readDrafts } from '#core/proposing/read-drafts.ts';
import { deleteClaim } from '#renderer/commands/delete-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { ArticlePane } from '#renderer/ui/features/document/article-pane.tsx';
import { ProposalInspector } from '#renderer/ui/features/proposals/proposal-inspector.tsx';
import { ProposalsPane } from '#renderer/ui/features/proposals/proposals-pane.tsx';
import { CaseWorld, first } from '../../support/case-world.ts';
import { highlighted, installHighlights } from '../../support/highlights.ts';
import { type Asked, fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

installHighlights();

const SENTENCES = [
  'The bridge was destroyed in the night.',
  'Three villages were left without water.',
  'Omar Halabi, head of the guards, said that 40 fighters fled with Abdul Nasser.',
];
const TEXT = `${SENTENCES[0]} ${SENTENCES[1]}\n\n${SENTENCES[2]}`;

let world: CaseWorld;
let asked: Asked[];
beforeEach(() => {
  world = new CaseWorld();
  world.document('doc', TEXT);
});
afterEach(cleanup);

async function show(text = TEXT): Promise<void> {
  resetStores(world.state, new Map([['doc', text]]));
  const answers = { propose: () => ({ ok: true, value: readDrafts(text, null, null) }) };
  const fake = fakeWorkbench(world, answers);
  ({ asked } = fake);
  await renderUi(
    <>
      <ArticlePane />
      <ProposalsPane />
      <ProposalInspector />
    </>,
    fake.workbench,
  );
  fireEvent.click(screen.getByRole('button', { name: /Propose claims/ }));
  await screen.findByRole('listbox', { name: 'Proposals' });
}

const press = (code: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { code, ...more });
const claims = () => [...world.state.claim.values()];
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Statement' });

describe('going through proposals', () => {
  it('shows how many there are, their words in the article, and stores nothing', async () => {
    await show();
    expect(screen.getByRole('status').textContent).toBe('3 proposals');
    await waitFor(() => expect(highlighted('proposed')).toHaveLength(3));
    expect(highlighted('chosen')).toEqual([SENTENCES[0]]);
    expect(asked.map(({ what }) => what)).toEqual(['propose']);
  });

  it('shows how far the reading is, and stops it', async () => {
    await show();
    const stop = vi.fn<() => void>();
    const reading = { phase: 'reading' as const, documentId: 'doc', share: 0.4, stop };
    act(() => useView.setState({ proposing: reading }));
    const bar = await screen.findByRole('progressbar', { name: /Reading the article/ });
    expect(bar.getAttribute('aria-valuenow')).toBe('40');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(stop).toHaveBeenCalledOnce();
    expect(useView.getState().proposing).toBeNull();
  });

  it('takes one with Enter, goes on to the next, and brings it back when it is undone', async () => {
    await show();
    press('Enter');
    await waitFor(() => expect(claims().map(({ statement }) => statement)).toEqual([SENTENCES[0]]));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2 proposals'));
    expect(box().value).toBe(SENTENCES[1]);
    world.run(deleteClaim, { claimId: first(claims()).id });
    useCase.setState({ state: world.state });
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('3 proposals'));
  });

  it('says who says so, with their role, and who will be added', async () => {
    await show();
    press('KeyJ');
    press('KeyJ');
    const voice = await screen.findByRole('region', { name: 'Who says so' });
    expect(within(voice).getByText('Omar Halabi')).toBeDefined();
    expect(within(voice).getByText(/head of the guards/)).toBeDefined();
    expect(within(voice).getByText('will be added')).toBeDefined();
    expect(screen.getByRole('region', { name: 'Why it may be worth checking' }).textContent).toMatch(
      /fighters/,
    );
  });

  it('says which day a relative date is, what it was counted from, and one place for all its spellings', async () => {
    const text = 'Bridges\n\nMay 3, 2014\n\nDeir Ezzor was taken yesterday, and Dier Ezzor was burning.\n';
    world.document('doc', text);
    await show(text);
    const details = await screen.findByRole('region', { name: 'To be checked in it' });
    const lines = within(details).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'place Deir ez-Zor: “Deir Ezzor”, “Dier Ezzor”',
      'date May 2, 2014: “yesterday”',
    ]);
    expect(within(details).getByText(/Counted from May 3, 2014, the day of writing/)).toBeDefined();
    press('Enter');
    await waitFor(() =>
      expect(first(claims()).dates).toEqual([
        { edtf: '2014-05-02', calendar: 'gregorian', note: 'yesterday' },
      ]),
    );
  });

  it('lets who says so be changed by keyboard, in steps from the article to who knew it', async () => {
    await show();
    press('KeyJ');
    press('KeyJ');
    press('KeyL');
    const editor = await screen.findByRole('group', { name: 'According to' });
    const speaker = within(editor).getByRole<HTMLInputElement>('textbox', { name: 'Who' });
    expect(document.activeElement).toBe(speaker);
    fireEvent.change(speaker, { target: { value: 'Omar al-Halabi' } });
    fireEvent.blur(speaker);
    fireEvent.click(within(editor).getByRole('button', { name: 'Add a rung' }));
    const inner = await waitFor(() => {
      const fields = within(editor).getAllByRole<HTMLInputElement>('textbox', { name: 'Who' });
      expect(fields).toHaveLength(2);
      return fields.at(-1) ?? speaker;
    });
    fireEvent.change(inner, { target: { value: 'Nadia Khoury' } });
    // Not left yet: it counts all the same.
    fireEvent.keyDown(inner, { code: 'Enter', ctrlKey: true });
    await waitFor(() => expect(claims()).toHaveLength(1));
    const { ladder } = first(claims());
    const names = (ladder ?? []).map(({ partyId }) => world.state.party.get(partyId ?? '')?.names[0]?.text);
    expect(names).toEqual(['Omar al-Halabi', 'Nadia Khoury']);
    expect([...world.state.passage.values()].map(({ anchor }) => anchor.exact)).toEqual([
      expect.stringContaining('40 fighters fled'),
    ]);
  });

  it('takes back what was changed in the proposals, step by step, before what is in the case', async () => {
    await show();
    press('KeyM');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2 proposals'));
    press('KeyE');
    fireEvent.change(box(), { target: { value: 'A' } });
    fireEvent.change(box(), { target: { value: 'A bridge fell.' } });
    fireEvent.keyDown(box(), { code: 'KeyZ', ctrlKey: true });
    await waitFor(() => expect(box().value).toBe(`${SENTENCES[0]} ${SENTENCES[1]}`));
    press('KeyZ', { ctrlKey: true });
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('3 proposals'));
    // Nothing is left to take back here: the key goes on to the case.
    const event = new KeyboardEvent('keydown', { code: 'KeyZ', ctrlKey: true, cancelable: true });
    window.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('takes the edited statement with Ctrl+Enter', async () => {
    await show();
    press('KeyE');
    expect(document.activeElement).toBe(box());
    fireEvent.change(box(), { target: { value: 'A bridge fell.' } });
    fireEvent.keyDown(box(), { code: 'Enter', ctrlKey: true });
    await waitFor(() => expect(claims().map(({ statement }) => statement)).toEqual(['A bridge fell.']));
  });

  it('merges with the next of the same voice, splits again, and says why it cannot', async () => {
    await show();
    press('KeyM');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2 proposals'));
    expect(box().value).toBe(`${SENTENCES[0]} ${SENTENCES[1]}`);
    press('KeyM');
    expect(first(useMessages.getState().messages).text).toMatch(/said by somebody else/);
    press('KeyS');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('3 proposals'));
    press('Enter');
    await waitFor(() => expect(claims().map(({ anchors }) => anchors[0]?.exact)).toEqual([SENTENCES[0]]));
  });

  it('skips with a reason by its number; Escape first lets go of that, then of all', async () => {
    await show();
    press('KeyX');
    await screen.findByRole('group', { name: 'Skip because it is' });
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Skip because it is' })).toBeNull());
    press('KeyX');
    press('Digit4');
    await waitFor(() => expect(claims().map(({ skip }) => skip?.reason)).toEqual(['trivial']));
    press('Escape');
    await waitFor(() => expect(useView.getState().proposing).toBeNull());
  });

  it('leaves out whom the person does not want', async () => {
    await show();
    press('KeyJ');
    press('KeyJ');
    fireEvent.click(await screen.findByRole('button', { name: 'Leave out Abdul Nasser' }));
    press('Enter');
    await waitFor(() => expect(claims()).toHaveLength(1));
    expect(first(claims()).subjects).toEqual([]);
    expect([...world.state.party.values()].map(({ names }) => names[0]?.text)).toEqual(['Omar Halabi']);
  });

  it('leaves an unclear voice unclear unless one is chosen', async () => {
    const text = [
      'Zaid Fourati, a local journalist, said the roads were closed.',
      'Sami Fourati, a doctor, said the wards were full. The bridge was destroyed in the night.',
      'Omar Halabi said that 40 fighters fled the town.',
      '“The hospital was bombed by the army in July,” Fourati said.',
    ].join('\n\n');
    world = new CaseWorld();
    world.document('doc', text);
    await show(text);
    for (let step = 0; step < 5; step += 1) press('KeyJ');
    const choice = await screen.findByRole('group', { name: 'Who says so' });
    expect(within(choice).getByRole('button', { name: 'Leave it unclear', pressed: true })).toBeDefined();
    fireEvent.click(within(choice).getByRole('button', { name: 'Sami Fourati' }));
    press('Enter');
    await waitFor(() => expect(claims()).toHaveLength(1));
    const [passage] = world.state.passage.values();
    expect(passage?.voice).toBe('direct');
    expect(world.state.party.get(passage?.ladder[0]?.partyId ?? '')?.names[0]?.text).toBe('Sami Fourati');
  });
});

describe('reading for proposals', () => {
  it('can be cancelled', async () => {
    resetStores(world.state, new Map([['doc', TEXT]]));
    let stopped = false;
    const propose = (_document: string, _within: null, signal: AbortSignal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          resolve({ ok: false, code: 'cancelled' });
        });
      });
    await renderUi(
      <>
        <ArticlePane />
        <ProposalsPane />
      </>,
      fakeWorkbench(world, { propose }).workbench,
    );
    fireEvent.click(screen.getByRole('button', { name: /Propose claims/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(stopped).toBe(true);
    expect(useView.getState().proposing).toBeNull();
  });
});
