import { beforeEach, describe, expect, it } from 'vitest';
import type { Colleague } from '#core/sharing/colleague.ts';
import { createIdentityWork, lockIdentity } from '#renderer/app/identity.ts';
import { UNKNOWN_IDENTITY, useIdentity } from '#renderer/state/identity-store.ts';
import { NO_SCREEN, showScreen, useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { fakeHost, refuse, type Stubs } from '../support/fake-host.ts';

const self = { alias: 'Ana: B/C', recipient: 'age1own', signingKey: `${'A'.repeat(43)}=` };
const nour: Colleague = { name: 'Nour', recipient: 'age1nour', signingKey: null, added: '2026-01-01' };

function world(stubs: Stubs = {}) {
  let state: 'none' | 'locked' | 'open' = 'locked';
  const unlocked = () => {
    state = 'open';
    return self;
  };
  const host = fakeHost({
    'identity.describe': () => ({
      state,
      passphrase: true,
      keychain: false,
      self: state === 'open' ? self : null,
    }),
    'identity.unlock': unlocked,
    'identity.create': unlocked,
    'colleagues.list': () => ({ colleagues: [nour] }),
    'keys.lock': () => null,
    ...stubs,
  });
  return { host, work: createIdentityWork(host) };
}
const methods = (host: ReturnType<typeof world>['host']): string[] => host.calls.map(({ method }) => method);

beforeEach(() => {
  useIdentity.setState(UNKNOWN_IDENTITY);
  useSession.setState({ phase: 'open' });
  showScreen(NO_SCREEN);
});

describe('the identity in the window', () => {
  it('is shown as locked, then with its colleagues once the passphrase was right', async () => {
    const { work } = world();
    await work.showIdentity();
    expect(useIdentity.getState()).toMatchObject({ state: 'locked', self: null, colleagues: [] });
    await work.unlockIdentity('words');
    expect(useIdentity.getState()).toMatchObject({ state: 'open', self, colleagues: [nour] });
  });

  it('stays locked on a wrong passphrase, with the reason', async () => {
    const { work } = world({ 'identity.unlock': refuse('wrong-passphrase') });
    await work.showIdentity();
    expect(await work.unlockIdentity('words')).toEqual({ ok: false, code: 'wrong-passphrase' });
    expect(useIdentity.getState()).toMatchObject({ state: 'locked', self: null });
  });

  it('is opened at once by the keychain that holds it, and asked for where the keychain refuses', async () => {
    const held = { state: 'locked', passphrase: true, keychain: true, self: null } as const;
    const first = world({ 'identity.describe': () => held });
    await first.work.showIdentity();
    expect(useIdentity.getState()).toMatchObject({ state: 'open', self });
    const refused = world({
      'identity.describe': () => held,
      'identity.unlock': refuse('keychain-unavailable'),
    });
    expect(await refused.work.showIdentity()).toEqual({ ok: false, code: 'keychain-unavailable' });
    expect(useIdentity.getState()).toMatchObject({ state: 'locked', self: null });
  });

  it('that is damaged is shown as that, and is no failure', async () => {
    const { work } = world({ 'identity.describe': refuse('identity-damaged') });
    expect(await work.showIdentity()).toEqual({ ok: true, value: null });
    expect(useIdentity.getState().state).toBe('damaged');
  });

  it('is forgotten with everything else when the case is locked', async () => {
    const { work } = world();
    await work.unlockIdentity('words');
    useSession.setState({ phase: 'locked' });
    expect(useIdentity.getState()).toEqual(UNKNOWN_IDENTITY);
  });

  it('is locked where no case is open either, and its screen goes', async () => {
    const { host, work } = world();
    await work.unlockIdentity('words');
    showScreen({ kind: 'identity' });
    await lockIdentity(host);
    expect(methods(host)).toContain('keys.lock');
    expect(useIdentity.getState()).toEqual(UNKNOWN_IDENTITY);
    expect(useScreens.getState().screen).toEqual(NO_SCREEN);
  });

  it('is not locked twice', async () => {
    const { host } = world();
    await lockIdentity(host);
    expect(methods(host)).toEqual([]);
  });

  it('names its files after the alias, as every file system takes it', async () => {
    const { host, work } = world({ 'identity.exportCard': () => ({ path: null }) });
    await work.unlockIdentity('words');
    await work.saveCard();
    expect(host.calls.at(-1)?.params).toEqual({ suggestedName: 'Ana B C.touchstone-card.json' });
  });

  it('shows a changed list of colleagues, and the old one when the change was refused', async () => {
    const { work } = world({
      'colleagues.remove': () => ({ colleagues: [] }),
      'colleagues.add': refuse('key-own'),
    });
    await work.unlockIdentity('words');
    expect(await work.addColleague({ ...nour })).toEqual({ ok: false, code: 'key-own' });
    expect(useIdentity.getState().colleagues).toEqual([nour]);
    await work.removeColleague(nour.recipient);
    expect(useIdentity.getState().colleagues).toEqual([]);
  });
});
