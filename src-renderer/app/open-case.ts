import { v7 as newId } from 'uuid';
import { appendChanges, type Entropy, type Tip } from '#core/journal/append.ts';
import { applyOwn } from '#core/journal/apply.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import { itemKey } from '#core/journal/fold.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { invert } from '#core/journal/inverse.ts';
import { applyEntries, type CaseState, foldedOf } from '#core/model/case-state.ts';
import type { CaseStorage, Commit } from '#core/ports/case-storage.ts';

export const ENTROPY: Entropy = {
  newId: () => newId(),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  now: () => Date.now(),
};

/** What the commit of one action leaves: the state, and the changes that take it back. */
export type Committed = { readonly state: CaseState; readonly inverse: readonly Change[] };

type Extras = Pick<Commit, 'texts' | 'thumbnails'>;

/** The changes that take `entries` back, last first, each judged by the item as it stood before. */
function inverseOf(state: CaseState, changes: readonly Change[], entries: readonly Entry[]): Change[] {
  const inverse: Change[] = [];
  const seen = new Map<string, FoldedItem | null>();
  for (const [at, change] of changes.entries()) {
    const entry = entries[at];
    if (!entry) continue;
    const key = itemKey(change.entity, change.entityId);
    const before = seen.has(key) ? (seen.get(key) ?? null) : foldedOf(state, change.entity, change.entityId);
    inverse.unshift(invert(change, before));
    seen.set(key, applyOwn(before, entry));
  }
  return inverse;
}

/** An unlocked case: one writer that turns changes into stored entries, one action at a time. */
export class OpenCase {
  private readonly storage: CaseStorage;
  private tip: Tip;
  private current: CaseState;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(storage: CaseStorage, tip: Tip, state: CaseState) {
    this.storage = storage;
    this.tip = tip;
    this.current = state;
  }

  get state(): CaseState {
    return this.current;
  }

  get actor(): string {
    return this.tip.actor;
  }

  /**
   * Runs `work` after every action before it. `changesFor` sees the state those left; null means
   * nothing to do. Rejects when the store refuses; the state is then as it was.
   */
  commit(
    changesFor: (state: CaseState) => readonly Change[] | null,
    extras: Extras = {},
  ): Promise<Committed | null> {
    const run = this.queue.then(async () => {
      const changes = changesFor(this.current);
      if (!changes || changes.length === 0) return null;
      const { entries, tip } = appendChanges(this.tip, changes, ENTROPY);
      const { state, changed } = applyEntries(this.current, entries);
      await this.storage.commit({ entries, rows: changed, tip, ...extras });
      const inverse = inverseOf(this.current, changes, entries);
      this.tip = tip;
      this.current = state;
      return { state, inverse };
    });
    this.queue = run.catch(() => undefined);
    return run;
  }

  /** Resolves when every action so far is stored or was refused. */
  async settled(): Promise<void> {
    await this.queue;
  }

  text(documentId: string): Promise<string | null> {
    return this.storage.text(documentId);
  }

  thumbnail(evidenceId: string): Promise<Uint8Array | null> {
    return this.storage.thumbnail(evidenceId);
  }

  journal(): Promise<Entry[]> {
    return this.storage.journal();
  }

  close(): void {
    this.storage.close();
  }
}
