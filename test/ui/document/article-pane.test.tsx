import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { ArticlePane } from '#renderer/ui/features/document/article-pane.tsx';
import { plainRung } from '#renderer/ui/features/document/voice-draft.ts';
import { ArticleWorld, TEXT } from '../../support/article-world.ts';
import { highlighted, installHighlights } from '../../support/highlights.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

installHighlights();

let world: ArticleWorld;
beforeEach(() => {
  world = new ArticleWorld();
});
afterEach(cleanup);

async function show(): Promise<void> {
  resetStores(world.state, new Map([['doc', TEXT]]));
  await renderUi(<ArticlePane />, fakeWorkbench(world).workbench);
}

const select = (words: string): void => {
  const start = TEXT.indexOf(words);
  useView.setState({ selection: { documentId: 'doc', start, end: start + words.length }, tool: 'none' });
};

describe('the article', () => {
  it('shows a claim by its status, and by another line when the status changes', async () => {
    world.claim('c', 'leaders fled');
    await show();
    expect(highlighted('unverified')).toEqual(['leaders fled']);
    world.run(setFinding, {
      claimId: 'c',
      status: 'disputed',
      reason: 'sources disagree',
      rationale: 'Two say no.',
    });
    useCase.setState({ state: world.state });
    await waitFor(() => expect(highlighted('disputed')).toEqual(['leaders fled']));
    expect(highlighted('unverified')).toEqual([]);
  });

  it('shows overlapping claims, each whole', async () => {
    world.claim('wide', 'Sami Fourati said leaders fled');
    world.claim('narrow', 'leaders fled');
    await show();
    expect(highlighted('unverified')).toEqual(['Sami Fourati said leaders fled', 'leaders fled']);
  });

  it('goes to a claim from the reference beside its words', async () => {
    world.claim('c', 'leaders fled');
    await show();
    fireEvent.click(screen.getByText('C-01'));
    expect(useView.getState()).toMatchObject({ claimId: 'c', reveal: 1 });
    await waitFor(() => expect(highlighted('chosen')).toEqual(['leaders fled']));
  });

  it('tells which sentences were looked at, leads to the next that was not, and skips it with a reason', async () => {
    world.claim('c', 'leaders fled');
    await show();
    const counts = () => document.querySelector('[data-coverage]')?.textContent ?? '';
    expect(counts()).toMatch(/^Sentences: 1 in claims · 0 skipped · [1-9]\d* not looked at$/);
    fireEvent.keyDown(document.body, { code: 'KeyG' });
    const { selection } = useView.getState();
    const { start = 0, end = 0 } = selection ?? {};
    expect(TEXT.slice(start, end)).not.toContain('leaders fled');
    expect(end).toBeGreaterThan(start);
    fireEvent.click(screen.getByRole('button', { name: /^Skip/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'opinion' }));
    await waitFor(() => expect(counts()).toContain('1 skipped'));
    const skipped = [...useCase.getState().state.claim.values()].find(({ skip }) => skip !== null);
    expect(skipped).toMatchObject({ skip: { reason: 'opinion' }, anchors: [{ start, end }] });
  });

  it('names a voice where it begins, and opens it from its name', async () => {
    const sami = world.person('sami', 'Sami Fourati');
    const anchor = world.anchor('leaders fled');
    world.run(setPassage, { anchor, voice: 'direct', ladder: [plainRung(sami, 'direct')] });
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Sami Fourati, direct' }));
    expect(useView.getState()).toMatchObject({
      tool: 'voice',
      selection: { start: anchor.start, end: anchor.end },
    });
  });

  it('names the claims whose words are no longer in it', async () => {
    world.claim('c', 'leaders fled');
    resetStores(world.state, new Map([['doc', TEXT.replace('leaders fled', 'leaders left')]]));
    await renderUi(<ArticlePane />, fakeWorkbench(world).workbench);
    expect(screen.getByText(/C-01 no longer stand/)).toBeDefined();
    expect(highlighted('unverified')).toEqual([]);
  });
});

describe('chosen words', () => {
  it('become a claim with the statement as suggested, on Enter', async () => {
    await show();
    select('They came back to Deir Ezzor in July');
    await screen.findByRole('toolbar', { name: 'Selected words' });
    useView.setState({ tool: 'claim' });
    const statement = await screen.findByRole('textbox', { name: 'Statement of the new claim' });
    expect(statement).toHaveProperty('value', 'They came back to Deir Ezzor in July.');
    fireEvent.keyDown(statement, { code: 'Enter' });
    await waitFor(() => expect(world.state.claim.size).toBe(1));
    const [claim] = world.state.claim.values();
    expect(claim).toMatchObject({ ref: 'C-01', statement: 'They came back to Deir Ezzor in July.' });
    await waitFor(() =>
      expect(useView.getState()).toMatchObject({ claimId: claim?.id, selection: null, tool: 'none' }),
    );
  });

  it('stay without a claim on Escape', async () => {
    await show();
    select('leaders fled');
    useView.setState({ tool: 'claim' });
    fireEvent.keyDown(await screen.findByRole('textbox'), { code: 'Escape' });
    await waitFor(() => expect(useView.getState().selection).toBeNull());
    expect(world.state.claim.size).toBe(0);
  });

  it('are added to the chosen claim, and a refusal is said in words', async () => {
    world.claim('c', 'leaders fled');
    await show();
    useView.setState({ claimId: 'c' });
    select('spies went to Turkey');
    fireEvent.click(await screen.findByRole('button', { name: 'Add to C-01' }));
    await waitFor(() =>
      expect(world.get('claim', 'c')).toMatchObject({ anchors: [{}, { exact: 'spies went to Turkey' }] }),
    );
    select('spies went to Turkey');
    fireEvent.click(await screen.findByRole('button', { name: 'Add to C-01' }));
    await waitFor(() =>
      expect(useMessages.getState().messages.map(({ text }) => text)).toEqual([
        'The claim has these words already.',
      ]),
    );
  });

  it('are given to a voice with a new person, through the document’s narrator', async () => {
    const outlet = world.person('outlet', 'The outlet');
    world.run(editDocument, { documentId: 'doc', fields: { publisherId: outlet } });
    await show();
    select('leaders fled');
    useView.setState({ tool: 'voice' });
    const who = await screen.findByLabelText('Who', { selector: 'input' });
    fireEvent.change(who, { target: { value: 'Sami Fourati' } });
    // As a quick hand does it: the new name, a chip and Save, none waiting for what is being stored.
    fireEvent.blur(who);
    fireEvent.click(screen.getByRole('button', { name: 'says saw' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(world.state.passage.size).toBe(1));
    const [passage] = world.state.passage.values();
    const party = [...world.state.party.values()].at(-1);
    expect(passage).toMatchObject({
      voice: 'direct',
      anchor: { exact: 'leaders fled' },
      ladder: [
        { partyId: 'outlet', mode: 'narration' },
        { partyId: party?.id, mode: 'direct', basis: ['says saw'] },
      ],
    });
  });

  it('can be chosen with the arrow keys', async () => {
    await show();
    const article = screen.getByTestId('article');
    fireEvent.keyDown(article, { code: 'ArrowDown' });
    fireEvent.keyDown(article, { code: 'ArrowRight' });
    const selection = useView.getState().selection;
    expect(selection && TEXT.slice(selection.start, selection.end)).toBe('Fourati said leaders fled.');
    await waitFor(() => expect(highlighted('picked')).toEqual(['Fourati said leaders fled.']));
  });
});
