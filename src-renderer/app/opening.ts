import { v7 as newId } from 'uuid';
import type { Tip } from '#core/journal/append.ts';
import type { Change } from '#core/journal/entry.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { stateOf } from '#core/model/case-state.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import type { NewCase } from '#core/ports/workbench.ts';
import { openCaseStorage } from '#renderer/storage/case-storage.ts';
import { createSealing } from '#renderer/storage/sealing.ts';
import { OpenCase } from './open-case.ts';

/** An unlocked case and what must be let go when it locks. */
export type Unlocked = {
  readonly caseId: string;
  readonly open: OpenCase;
  /** Closes the database, wipes the keys, lets other windows have the case. */
  release(): void;
};

/** Takes the case for this window until the returned function is called, or throws `in-use`. */
async function claimCase(caseId: string): Promise<() => void> {
  let free: () => void = () => undefined;
  const granted = await new Promise<boolean>((resolve, reject) => {
    navigator.locks
      .request(`touchstone-case-${caseId}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise<void>((release) => (free = release)) : undefined;
      })
      .catch(reject);
  });
  if (!granted) throw new StorageError('in-use', 'The case is open in another window.');
  return () => free();
}

/** Opens the database of a case under its key, which is wiped before this returns. */
export async function openUnlocked(caseId: string, key: Uint8Array): Promise<Unlocked> {
  const free = await claimCase(caseId);
  const sealing = await createSealing(key);
  key.fill(0);
  try {
    const fresh: Tip = { actor: newId(), seen: {}, prev: null, at: null };
    const storage = await openCaseStorage(caseId, sealing, fresh);
    const { items, tip } = await storage.load();
    const open = new OpenCase(storage, tip, stateOf(items));
    const release = (): void => {
      open.close();
      sealing.wipe();
      free();
    };
    return { caseId, open, release };
  } catch (error) {
    sealing.wipe();
    free();
    throw error;
  }
}

/** Up to two letters that mark references made by this person elsewhere. */
export function initialsOf(alias: string): string {
  const words = alias.trim().split(/\s+/u).filter(Boolean);
  const letters =
    words.length > 1
      ? words.slice(0, 2).map((word) => [...word][0] ?? '')
      : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** The first changes of a new case: who made it, and the case itself. */
export const foundingChanges = (actor: string, { alias, title }: NewCase): Change[] => [
  {
    entity: 'actor',
    entityId: actor,
    op: 'create',
    patch: { alias: alias.trim(), initials: initialsOf(alias) },
  },
  {
    entity: 'case',
    entityId: CASE_ITEM_ID,
    op: 'create',
    patch: { title: title.trim(), mode: 'desk', founder: actor },
  },
];
