import { entropyWith } from '#core/journal/entropy.ts';
import { sha256Text } from '#core/journal/hash.ts';
import { appendChanges, type Tip } from '#core/journal/append.ts';
import type { Destroyed } from '#core/merge/destroyed.ts';
import { stateAfter } from '#core/merge/state-after.ts';
import type { MergedCopy } from '#core/merge/merge-copy.ts';
import type { PurgedCopy } from '#core/merge/purge-copy.ts';
import { freshActor } from '#core/journal/fresh-actor.ts';
import { applyOwn } from '#core/journal/apply.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import { itemKey } from '#core/journal/fold.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { invert } from '#core/journal/inverse.ts';
import { applyEntries, type CaseState, foldedOf, rowsOf, stateOf } from '#core/model/case-state.ts';
import type { CaseStorage, Commit, KeptList, Writing } from '#core/ports/case-storage.ts';
import type { Refusal } from '#core/ports/command.ts';

export const ENTROPY = entropyWith((length) => crypto.getRandomValues(new Uint8Array(length)), Date.now);

type Extras = Pick<Commit, 'texts' | 'thumbnails'>;

/** One action: what it changes, what else it stores, and what to do with its inverse once stored. */
export type Action = {
  /** Sees the state that the actions before it left; null or nothing: there is nothing to store. */
  readonly changes: (state: CaseState) => readonly Change[] | null;
  readonly extras?: Extras;
  /** Rejects when there is no room for so many changes. */
  readonly room?: (changes: number) => Promise<void>;
  /** Called when it is stored, before the next action begins. */
  readonly stored?: (inverse: readonly Change[]) => void;
};

/** The changes that take `entries` back, last first, each judged by the item as it stood before. */
function inverseOf(state: CaseState, changes: readonly Change[], entries: readonly Entry[]): Change[] {
  const inverse: Change[] = [];
  const seen = new Map<string, FoldedItem | null>();
  for (const [at, change] of changes.entries()) {
    const entry = entries[at];
    if (!entry) continue;
    const key = itemKey(change.entity, change.entityId);
    const before = seen.has(key) ? (seen.get(key) ?? null) : foldedOf(state, change.entity, change.entityId);
    inverse.push(invert(change, before));
    seen.set(key, applyOwn(before, entry));
  }
  return inverse.reverse();
}

/** Another copy's content, checked by the vault. */
export type Incoming = { readonly entries: readonly Entry[]; readonly texts: ReadonlyMap<string, string> };

/** What taking a copy in does, and the case after it. */
export type Merged = MergedCopy & { readonly after: CaseState };

/** Merges this copy's journal with another's, away from the window's thread. */
export type Merging = (held: readonly Entry[], tip: Tip, incoming: readonly Entry[]) => Promise<MergedCopy>;

/** How a copy is taken in. `ready`: resolves when what must be on the disk before it is there. */
export type TakingIn = Writing & { readonly merging: Merging };

/** Writes a purge into this copy's journal, away from the window's thread. */
export type Purging = (held: readonly Entry[], tip: Tip) => Promise<PurgedCopy | Refusal>;

/**
 * Whether this is the document's text as the case has it: a redacted copy that comes back carries
 * another one, which must not take the true one's place.
 */
const isTextOf = (state: CaseState, id: string, text: string): boolean => {
  const hash = foldedOf(state, 'document', id)?.fields['textHash']?.[0].value;
  return typeof hash === 'string' && hash === sha256Text(text);
};

/** An unlocked case: one writer that turns changes into stored entries, one action at a time. */
export class OpenCase {
  private readonly storage: CaseStorage;
  private tip: Tip;
  private current: CaseState;
  private queue: Promise<unknown> = Promise.resolve();
  /** What a copy would bring to the case as it stood then, and the journal as it was read for that. */
  private planned: {
    readonly mark: string;
    readonly incoming: Incoming;
    readonly held: readonly Entry[];
    readonly merged: Merged;
  } | null = null;

  constructor(storage: CaseStorage, tip: Tip, state: CaseState) {
    this.storage = storage;
    this.tip = tip;
    this.current = state;
  }

  get state(): CaseState {
    return this.current;
  }

  /** Highest entry number held of each actor. */
  get seen(): Tip['seen'] {
    return this.tip.seen;
  }

  get actor(): string {
    return this.tip.actor;
  }

  /** Names the history as it stands: how many entries of each actor it holds. */
  get mark(): string {
    const counts = Object.entries(this.tip.seen).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([this.tip.actor, counts, this.tip.prev]);
  }

  /**
   * Does an action after every one before it. Resolves whether there was anything to store, once it
   * is on the disk; rejects when the store refuses, and the state is then as it was.
   */
  commit(action: Action): Promise<boolean> {
    const turn = this.queue.then(() => this.store(action));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async store({ changes: changesFor, extras = {}, room, stored }: Action): Promise<boolean> {
    const before = this.current;
    const changes = changesFor(before);
    if (!changes || changes.length === 0) return false;
    await room?.(changes.length);
    const { entries, tip } = appendChanges(this.tip, changes, ENTROPY);
    const { state, changed } = applyEntries(before, entries);
    await this.storage.commit({ entries, rows: changed, tip, ...extras });
    this.tip = tip;
    this.current = state;
    stored?.(inverseOf(before, changes, entries));
    return true;
  }

  /**
   * What taking a copy in would do, after every action so far. Nothing is stored. The journal is read
   * while the copy is still on its way.
   */
  plan(coming: Promise<Incoming>, merging: Merging): Promise<Merged> {
    const turn = this.queue.then(async () => {
      const [held, incoming] = await Promise.all([this.storage.journal(), coming]);
      const merged = await this.merged(held, incoming, merging);
      this.planned = { mark: this.mark, incoming, held, merged };
      return merged;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Takes a copy of the case in, all of it or nothing; resolves when it is on the disk. Rejects with
   * a `ForkedChainError` when one chain was continued in two places. Stopped on the way, nothing of
   * it is stored.
   */
  takeIn(incoming: Incoming, { merging, ...writing }: TakingIn): Promise<Merged> {
    // It is waited for at the end; until then its failure must not count as unhandled.
    writing.ready?.catch(() => undefined);
    const turn = this.queue.then(async () => {
      const { planned } = this;
      this.planned = null;
      const still = planned?.incoming === incoming && planned.mark === this.mark;
      const merged = still
        ? planned.merged
        : await this.merged(await this.storage.journal(), incoming, merging);
      const texts = new Map([...incoming.texts].filter(([id, text]) => isTextOf(merged.after, id, text)));
      await this.storage.takeIn({ ...merged, texts }, writing);
      this.tip = merged.tip;
      this.current = merged.after;
      return merged;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Goes back to an earlier copy of the case, under a fresh actor id: the old chain may have travelled.
   * Resolves when it is on the disk.
   */
  restore({ entries, texts }: Incoming, { merging, ...writing }: TakingIn): Promise<void> {
    const turn = this.queue.then(async () => {
      const fresh: Tip = { actor: freshActor(ENTROPY), seen: {}, prev: null, at: this.tip.at };
      const copy = await merging([], fresh, entries);
      await this.storage.replaceWith({ ...copy, texts, destroyed: { texts: [], thumbnails: [] } }, writing);
      this.tip = copy.tip;
      this.current = stateOf(copy.changed);
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Writes a purge and erases what it names, all of it or nothing; resolves with what lies beside
   * it, or why nothing can be purged.
   */
  purge(purging: Purging, writing: Writing = {}): Promise<Destroyed | Refusal> {
    const turn = this.queue.then(async () => {
      const purged = await purging(await this.storage.journal(), this.tip);
      if ('refused' in purged) return purged;
      await this.storage.takeIn({ ...purged, texts: new Map() }, writing);
      this.tip = purged.tip;
      this.current = stateAfter(this.current, purged);
      return purged.destroyed;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async merged(held: readonly Entry[], { entries }: Incoming, merging: Merging): Promise<Merged> {
    const merged = await merging(held, this.tip, entries);
    return { ...merged, after: stateAfter(this.current, merged) };
  }

  /** The history and the rows as they stand together, after every action so far. */
  async snapshot(): Promise<{ readonly entries: readonly Entry[]; readonly rows: readonly FoldedItem[] }> {
    const turn = this.queue.then(() => ({ state: this.current, journal: this.storage.journal() }));
    this.queue = turn.then(({ journal }) => journal).catch(() => undefined);
    const { state, journal } = await turn;
    return { entries: await journal, rows: rowsOf(state) };
  }

  /** Makes every row anew from the history, and the state from the rows. */
  rebuild(): Promise<void> {
    const turn = this.queue.then(async () => {
      await this.storage.rebuild();
      this.current = stateOf((await this.storage.load()).items);
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Makes the next opening quick, after every action so far: packs the rows when it is time to, and
   * keeps the list that is shown first. Resolves with whether it packed.
   */
  tidy(listOf: (state: CaseState) => KeptList | null): Promise<boolean> {
    const turn = this.queue.then(async () => {
      const packed = await this.storage.tidy(rowsOf(this.current));
      await this.storage.keepList(() => listOf(this.current));
      return packed;
    });
    this.queue = turn.catch(() => undefined);
    return turn;
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

  async journal(): Promise<readonly Entry[]> {
    // Read for a review a moment ago, 100,000 entries need not be opened again for the copy before the merge.
    return this.planned?.mark === this.mark ? this.planned.held : this.storage.journal();
  }

  close(): void {
    this.storage.close();
  }
}
