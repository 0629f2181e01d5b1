import type { Tip } from '#core/journal/append.ts';
import { stateInParts } from '#core/model/case-state.ts';
import { type CaseStorage, type LoadedCase, StorageError } from '#core/ports/case-storage.ts';
import { type ListAhead, listAhead } from '#core/queries/list-ahead.ts';
import type { Ahead } from '#renderer/storage/read-ahead.ts';
import { nextFrame } from './next-frame.ts';
import { openCaseStorage } from '#renderer/storage/case-storage.ts';
import { createSealing } from '#renderer/storage/sealing.ts';
import { claimCase } from './case-claim.ts';
import { OpenCase } from './open-case.ts';

/** An unlocked case and what must be let go when it locks. */
export type Unlocked = {
  readonly caseId: string;
  readonly open: OpenCase;
  /** A row was damaged: all of them were made anew from the journal. */
  readonly rebuilt: boolean;
  /** Closes the database, wipes the keys, lets other windows have the case. */
  release(): Promise<void>;
};

/** Where rows lie: what is damaged there can be made anew. */
const ROW_TABLES: ReadonlySet<string> = new Set(['rows', 'blocks']);

/** The case as stored; rows that were damaged are made anew from the journal, which is the truth. */
async function loadOrRebuild(storage: CaseStorage): Promise<LoadedCase & { readonly rebuilt: boolean }> {
  try {
    return { ...(await storage.load()), rebuilt: false };
  } catch (error) {
    const rowDamaged =
      error instanceof StorageError &&
      error.code === 'damaged' &&
      ROW_TABLES.has(String(error.detail?.['table']));
    if (!rowDamaged) throw error;
    console.error('A row was damaged.', error);
    await storage.rebuild();
    return { ...(await storage.load()), rebuilt: true };
  }
}

/** What may come before and after the key. */
export type HowToOpen = {
  readonly ahead?: Ahead;
  /** Told of the list of claims as it was kept, as soon as it can be shown. */
  readonly listed?: (list: ListAhead) => void;
};

async function showKept(storage: CaseStorage, listed: (list: ListAhead) => void): Promise<void> {
  const kept = await storage.list();
  const list = kept === null ? null : listAhead(kept);
  if (!list) return;
  listed(list);
  // The list is painted before the thread is taken for the rest.
  await nextFrame();
}

/** Opens the database of a case under its key, which is wiped before this returns. */
export async function openUnlocked(
  caseId: string,
  key: Uint8Array,
  { ahead, listed }: HowToOpen = {},
): Promise<Unlocked> {
  const undo: (() => unknown)[] = [];
  const release = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    undo.push(await claimCase(caseId));
    const sealing = await createSealing(key);
    undo.push(() => sealing.wipe());
    // A random id, not one that tells when the case was made: it stands in the clear.
    const fresh: Tip = { actor: crypto.randomUUID(), seen: {}, prev: null, at: null };
    const storage = await openCaseStorage(caseId, sealing, fresh, ahead);
    undo.push(() => storage.close());
    if (listed) await showKept(storage, listed);
    const { items, tip, rebuilt } = await loadOrRebuild(storage);
    const state = await stateInParts(items);
    return { caseId, open: new OpenCase(storage, tip, state), rebuilt, release };
  } catch (error) {
    await release();
    throw error;
  } finally {
    key.fill(0);
  }
}
