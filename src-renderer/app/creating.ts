import type { Done, NewCase } from '#core/ports/workbench.ts';
import { done, Failure, note } from './failures.ts';
import { foundingChanges } from './founding.ts';
import type { Unlocked } from './opening.ts';
import type { Parts } from './parts.ts';
import { freeBytesOf, requireRoom } from './room.ts';
import type { SeedContent } from './sample.ts';
import type { Session } from './session.ts';

/** What one change of a seed takes on the disk at most. */
const BYTES_OF_SEED = 16 * 1024;

/** Writes who made the case, the case itself and what it starts with, in one commit. */
async function found(unlocked: Unlocked, input: NewCase, seed: SeedContent | null): Promise<void> {
  const { open } = unlocked;
  const content = seed?.changes.filter(({ entity }) => entity !== 'case' && entity !== 'actor') ?? [];
  await open.commit({
    changes: () => [...foundingChanges(open.actor, input), ...content],
    extras: seed ? { texts: seed.texts } : {},
  });
}

/** Makes a case and opens it; when that fails on the way, nothing of it is left behind. */
export async function createCase(
  parts: Parts,
  session: Session,
  input: NewCase,
  seed: SeedContent | null,
): Promise<Done<{ caseId: string }>> {
  const { host, catalogue } = parts;
  await session.close();
  await requireRoom(freeBytesOf(host), (seed?.changes.length ?? 0) * BYTES_OF_SEED);
  // A random id, not one that tells when the case was made: it stands in the clear.
  const caseId = crypto.randomUUID();
  const { passphrase, keychain } = input;
  const { key } = await host.call('keys.create', { caseId, passphrase, keychain });
  let unlocked: Unlocked | null = null;
  try {
    unlocked = await parts.openCase(caseId, key);
    await found(unlocked, input, seed);
    await host.call('keys.finish', { caseId });
    await catalogue.touch(caseId);
    await session.show(unlocked);
    return done({ caseId });
  } catch (error) {
    await unlocked?.release();
    await note('The key of a half-made case is left.', host.call('keys.destroy', { caseId }));
    await note('The database of a half-made case is left.', parts.deleteCase(caseId));
    await note('A half-made case is still listed.', catalogue.remove(caseId));
    throw error;
  }
}

/** Opens a case with its key. */
export async function unlockCase(
  parts: Parts,
  session: Session,
  caseId: string,
  passphrase: string | null,
): Promise<Done> {
  const { host } = parts;
  await session.lock();
  const ahead = parts.readAhead(caseId);
  let unlocked: Unlocked | null = null;
  try {
    const { key } = await host.call('keys.unlock', { caseId, passphrase });
    unlocked = await parts.openCase(caseId, key, {
      ahead,
      listed: (list) => session.showAhead(caseId, list),
    });
    if (unlocked.open.state.case.size === 0) {
      throw new Failure('empty-case', 'The making of this case was cut short; it holds nothing.');
    }
    await session.show(unlocked);
    return done(null);
  } catch (error) {
    session.hideAhead();
    await unlocked?.release();
    await note('The vault could not be locked.', host.call('keys.lock', {}));
    throw error;
  } finally {
    await ahead.drop();
  }
}
