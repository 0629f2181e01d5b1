import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { SameClaims } from '#renderer/ui/features/finding/same-claims.tsx';
import { ArticleWorld } from '../../support/article-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

afterEach(cleanup);

it('a claim that says nearly the same is offered, and related only when the person says so', async () => {
  const world = new ArticleWorld();
  for (const [id, statement] of [
    ['a', 'The eastern bridge at Qamar was destroyed by rockets in July.'],
    ['b', 'In July the eastern bridge at Qamar was destroyed by rockets.'],
  ] as const)
    world.run(makeClaim, { id, anchors: [world.anchor('leaders fled')], fields: { statement } });
  resetStores(world.state);
  await renderUi(<SameClaims claimId="a" />, fakeWorkbench(world).workbench);
  const offer = await screen.findByRole('button', { name: 'Same as C-02' });
  expect(world.state.relation.size).toBe(0);
  fireEvent.click(offer);
  await waitFor(() =>
    expect([...world.state.relation.values()].map(({ kind }) => kind)).toEqual(['same as']),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Same as C-02' })).toBeNull());
});
