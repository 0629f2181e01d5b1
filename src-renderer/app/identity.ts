import type { IdentityWork } from '#core/ports/identity-work.ts';
import type { Done } from '#core/ports/workbench.ts';
import type { Colleague, Self } from '#core/sharing/colleague.ts';
import type { Host } from '#renderer/platform/host.ts';
import { UNKNOWN_IDENTITY, useIdentity } from '#renderer/state/identity-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen, useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { attempt, done } from './failures.ts';

/** A name every file system takes; the letters of the alias, not its punctuation. */
function fileName(ending: string): string {
  const words = (useIdentity.getState().self?.alias ?? '').replace(/[^\p{L}\p{N}\p{M}_-]+/gu, ' ');
  const alias = words.trim();
  return `${alias || 'identity'}.${ending}`;
}

/** Locks an identity that is open while no case is: with a case the vault locks it anyway. */
export async function lockIdentity(host: Host): Promise<void> {
  const { state } = useIdentity.getState();
  useIdentity.setState(UNKNOWN_IDENTITY);
  if (state !== 'open') return;
  if (useScreens.getState().screen.kind === 'identity') showScreen(NO_SCREEN);
  useMessages.setState({ messages: [] });
  await host.call('keys.lock', {});
}

const show = (changes: Partial<ReturnType<typeof useIdentity.getState>>): Done => {
  useIdentity.setState(changes);
  return done(null);
};

/** The identity over the host: what the vault answers goes to the store. */
export function createIdentityWork(host: Host): IdentityWork {
  // Names of colleagues must not outlast the lock in this window either.
  useSession.subscribe(({ phase }, before) => {
    if (phase === 'locked' && before.phase !== 'locked') useIdentity.setState(UNKNOWN_IDENTITY);
  });

  async function open(self: Self): Promise<Done> {
    const { colleagues } = await host.call('colleagues.list', {});
    const { passphrase, keychain } = await host.call('identity.describe', {});
    return show({ state: 'open', self, colleagues, passphrase, keychain });
  }
  const listed = async (work: Promise<{ colleagues: readonly Colleague[] }>): Promise<Done> =>
    show({ colleagues: (await work).colleagues });

  async function describe(): Promise<Done> {
    const { self, ...how } = await host.call('identity.describe', {});
    if (self) return open(self);
    show({ ...UNKNOWN_IDENTITY, ...how });
    return how.state === 'locked' && how.keychain
      ? open(await host.call('identity.unlock', { passphrase: null }))
      : done(null);
  }

  return {
    async showIdentity() {
      const outcome = await attempt(describe);
      if (outcome.ok || outcome.code !== 'identity-damaged') return outcome;
      return show({ ...UNKNOWN_IDENTITY, state: 'damaged' });
    },
    createIdentity: (input) => attempt(async () => open(await host.call('identity.create', input))),
    unlockIdentity: (passphrase) =>
      attempt(async () => open(await host.call('identity.unlock', { passphrase }))),
    changeAlias: (alias) =>
      attempt(async () => show({ self: await host.call('identity.changeAlias', { alias }) })),
    destroyIdentity: () =>
      attempt(async () => {
        await host.call('identity.destroy', {});
        return show({ ...UNKNOWN_IDENTITY, state: 'none' });
      }),
    backupIdentity: (passphrase) =>
      attempt(async () => {
        const suggestedName = fileName('touchstone-key.age');
        return done(await host.call('identity.backup', { passphrase, suggestedName }));
      }),
    pickIdentityBackup: () => attempt(async () => done(await host.call('identity.pickBackup', {}))),
    restoreIdentity: (input) => attempt(async () => open(await host.call('identity.restore', input))),
    saveCard: () =>
      attempt(async () => {
        const suggestedName = fileName('touchstone-card.json');
        return done(await host.call('identity.exportCard', { suggestedName }));
      }),
    openCard: () => attempt(async () => done((await host.call('colleagues.openCard', {})).card)),
    addColleague: (colleague) => attempt(() => listed(host.call('colleagues.add', colleague))),
    renameColleague: (recipient, name) =>
      attempt(() => listed(host.call('colleagues.rename', { recipient, name }))),
    removeColleague: (recipient) => attempt(() => listed(host.call('colleagues.remove', { recipient }))),
  };
}
