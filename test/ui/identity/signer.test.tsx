import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { UNKNOWN_IDENTITY, useIdentity } from '#renderer/state/identity-store.ts';
import { Signer } from '#renderer/ui/features/identity/signer.tsx';
import { fakeWorkbench, renderUi } from '../../support/render-ui.tsx';

const KEY = `${'A'.repeat(43)}=`;
const WORDS = 'subtype overripe proofread parole pending favoring';
const nour = { name: 'Nour', recipient: 'age1n', signingKey: KEY, added: '' };
const self = { alias: 'Ana', recipient: 'age1a', signingKey: KEY };

afterEach(cleanup);

describe('who signed', () => {
  it.each([
    ['you', { state: 'open', self } as const, 'you'],
    ['a colleague', { state: 'open', colleagues: [nour] } as const, '\u2068Nour\u2069, from your list'],
    ['nobody known', { state: 'open' } as const, /not in your list/],
    ['nobody to be known while the list is locked', { state: 'locked' } as const, /unlock your own/],
  ])('is %s', async (_who, identity, words) => {
    useIdentity.setState({ ...UNKNOWN_IDENTITY, ...identity });
    await renderUi(<Signer signingKey={KEY} />, fakeWorkbench(null).workbench);
    expect(screen.getByText(words)).toBeDefined();
    expect(screen.queryByText(WORDS) !== null).toBe(words instanceof RegExp);
  });
});
