import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { codeName } from '#core/model/code-name.ts';
import type { OtherCase } from '#core/proposing/other-case.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { forgetOtherCases, keepOtherCase } from '#renderer/state/other-cases-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { LookElsewhere } from '#renderer/ui/features/finding/look-elsewhere.tsx';
import { SameElsewhere } from '#renderer/ui/features/finding/same-elsewhere.tsx';
import { ArticleWorld } from '../../support/article-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

afterEach(() => {
  cleanup();
  forgetOtherCases();
});

const OTHER = '0190a000-0000-7000-8000-000000000002';
const other: OtherCase = {
  caseId: OTHER,
  title: 'Bridges of Qamar',
  claims: [
    {
      id: 'x',
      ref: 'C-12',
      statement: 'In July the eastern bridge at Qamar was destroyed by 4 rockets.',
      finding: { status: 'disputed', reason: 'sources disagree' },
    },
  ],
};

function Shown() {
  const claim = useCase((store) => store.state.claim.get('a'));
  return claim ? <SameElsewhere claim={claim} /> : null;
}

function worldOfOne(): ArticleWorld {
  const world = new ArticleWorld();
  const statement = 'The eastern bridge at Qamar was destroyed by 3 rockets in July.';
  world.run(makeClaim, { id: 'a', anchors: [world.anchor('leaders fled')], fields: { statement } });
  resetStores(world.state);
  return world;
}

describe('claims of another case', () => {
  it('that say nearly the same are shown with their finding, and noted only when the person says so', async () => {
    const world = worldOfOne();
    keepOtherCase(other);
    await renderUi(<Shown />, fakeWorkbench(world).workbench);
    const offer = await screen.findByRole('button', { name: 'Note that it is the same' });
    expect(screen.getByText('Bridges of Qamar')).toBeDefined();
    expect(screen.getByText(/Only one of them says 3, 4/)).toBeDefined();
    expect(world.state.note.size).toBe(0);
    fireEvent.click(offer);
    await screen.findByText('Noted');
    expect([...world.state.note.values()].map(({ kind, text }) => [kind, text])).toEqual([
      ['note', `Same as C-12 in the case ${codeName(OTHER)} (Disputed: sources disagree).`],
    ]);
  });
});

describe('the way into another case', () => {
  it('is not shown where there is none', async () => {
    worldOfOne();
    useSession.setState({ caseId: 'this', cases: [] });
    await renderUi(<LookElsewhere />, fakeWorkbench(null).workbench);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks for its passphrase, tells what went wrong, and closes when its claims are there', async () => {
    worldOfOne();
    const card = { id: OTHER, codeName: codeName(OTHER), passphrase: true, keychain: false };
    useSession.setState({ caseId: 'this', cases: [card] });
    const { workbench, asked } = fakeWorkbench(null, {
      lookInto: (_: string, words: string) => {
        if (words !== 'right') return { ok: false, code: 'wrong-passphrase' };
        keepOtherCase(other);
        return { ok: true, value: { claims: 1 } };
      },
    });
    await renderUi(<LookElsewhere />, workbench);
    fireEvent.click(screen.getByRole('button', { name: 'Look in other cases' }));
    const type = (words: string) => {
      fireEvent.change(screen.getByLabelText('Passphrase of that case'), { target: { value: words } });
      fireEvent.submit(screen.getByRole('form', { name: 'Look in other cases' }));
    };
    type('wrong');
    await screen.findByRole('alert');
    type('right');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(screen.getByText(/Compared with 1 claim of/)).toBeDefined();
    expect(asked.map(({ input }) => input)).toEqual([
      [OTHER, 'wrong'],
      [OTHER, 'right'],
    ]);
    // There is no other case left to look into.
    expect(screen.queryByRole('button', { name: 'Look in other cases' })).toBeNull();
  });
});
