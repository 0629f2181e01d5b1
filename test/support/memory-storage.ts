import type { Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import { fold, itemKey } from '#core/journal/fold.ts';
import { placeOf } from '#core/journal/place.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { type CaseStorage, type Commit, StorageError } from '#core/ports/case-storage.ts';

/** A store in memory, with what tests ask of it. */
export type MemoryStorage = CaseStorage & {
  readonly entries: readonly Entry[];
  readonly rows: ReadonlyMap<string, FoldedItem>;
  readonly commits: readonly Commit[];
  /** The next commit fails with this and stores nothing. */
  failNext(error: Error): void;
  /** Commits wait until the returned function is called. */
  hold(): () => void;
  /** Commits that wait. */
  waiting(): number;
  /** Puts rows back as they were before, as somebody with the disk in hand could. */
  putBack(rows: ReadonlyMap<string, FoldedItem>): void;
  /** Alters every entry. */
  alter(change: (entry: Entry) => Entry): void;
  /** As another start of the app finds it. */
  reopen(): void;
};

/** A store of a case in memory: it keeps everything until the test ends, closed or not. */
export function memoryStorage(fresh: Tip = { actor: 'me', seen: {}, prev: null, at: null }): MemoryStorage {
  const entries: Entry[] = [];
  const rows = new Map<string, FoldedItem>();
  const texts = new Map<string, string>();
  const thumbnails = new Map<string, Uint8Array>();
  const commits: Commit[] = [];
  let tip = fresh;
  let failure: Error | null = null;
  let closed = false;
  let held: Promise<void> = Promise.resolve();
  let waiting = 0;

  const requireOpen = (): void => {
    if (closed) throw new StorageError('closed', 'The store is closed.');
  };
  return {
    entries,
    rows,
    commits,
    failNext(error) {
      failure = error;
    },
    hold() {
      let free = (): void => undefined;
      held = new Promise((resolve) => {
        free = resolve;
      });
      return () => free();
    },
    waiting: () => waiting,
    putBack(older) {
      rows.clear();
      for (const [key, row] of older) rows.set(key, row);
    },
    alter(change) {
      entries.splice(0, entries.length, ...entries.map(change));
    },
    reopen() {
      closed = false;
    },
    async load() {
      requireOpen();
      return { items: [...rows.values()], tip };
    },
    async commit(commit) {
      waiting += 1;
      await held;
      waiting -= 1;
      requireOpen();
      const error = failure;
      failure = null;
      if (error) throw error;
      commits.push(commit);
      entries.push(...commit.entries);
      for (const row of commit.rows) rows.set(itemKey(row.entity, row.id), row);
      for (const [id, text] of commit.texts ?? []) texts.set(id, text);
      for (const [id, picture] of commit.thumbnails ?? []) thumbnails.set(id, picture);
      tip = commit.tip;
    },
    async replaceWith(copy, how) {
      how?.requireWanted?.();
      entries.length = 0;
      rows.clear();
      texts.clear();
      await this.takeIn(copy);
    },
    async takeIn(taken, { report, ready, requireWanted } = {}) {
      report?.(1, 2);
      waiting += 1;
      await held;
      waiting -= 1;
      await ready;
      requireWanted?.();
      requireOpen();
      const error = failure;
      failure = null;
      if (error) throw error;
      const places = new Map(entries.map((entry) => [placeOf(entry.header), entry]));
      for (const entry of [...taken.added, ...taken.erased]) places.set(placeOf(entry.header), entry);
      entries.splice(0, entries.length, ...places.values());
      for (const key of taken.removed) rows.delete(key);
      for (const row of taken.changed) rows.set(itemKey(row.entity, row.id), row);
      for (const [id, text] of taken.texts) texts.set(id, text);
      for (const id of taken.destroyed.texts) texts.delete(id);
      for (const id of taken.destroyed.thumbnails) thumbnails.delete(id);
      tip = taken.tip;
    },
    async text(id) {
      requireOpen();
      return texts.get(id) ?? null;
    },
    async thumbnail(id) {
      requireOpen();
      return thumbnails.get(id) ?? null;
    },
    async journal() {
      requireOpen();
      return [...entries];
    },
    async list() {
      return null;
    },
    async keepList() {
      requireOpen();
    },
    async tidy() {
      requireOpen();
      return false;
    },
    async rebuild() {
      requireOpen();
      rows.clear();
      for (const [key, row] of fold(entries)) rows.set(key, row);
    },
    close() {
      closed = true;
    },
  };
}
