import { asSeenBy } from '#core/finding/as-seen-by.ts';
import type { Destroyed } from '#core/merge/destroyed.ts';
import type { Writing } from '#core/ports/case-storage.ts';
import type { Change } from '#core/journal/entry.ts';
import { type CaseState, foldedOf } from '#core/model/case-state.ts';
import { type Command, type Context, isRefusal, type Refusal } from '#core/ports/command.ts';
import type { Done } from '#core/ports/workbench.ts';
import { type SaveState, useCase } from '#renderer/state/case-store.ts';
import { attempt, done, failed, failureOf } from './failures.ts';
import { actorChange } from './founding.ts';
import {
  type Action,
  ENTROPY,
  type Incoming,
  type Merged,
  type OpenCase,
  type Purging,
  type TakingIn,
} from './open-case.ts';
import { type FreeBytes, LEAST_ROOM_BYTES, requireRoom } from './room.ts';
import { SaveSigns } from './save-signs.ts';
import { UndoStack } from './undo-stack.ts';

export type RunOptions = {
  readonly coalesce?: string;
  readonly texts?: ReadonlyMap<string, string>;
  readonly thumbnails?: ReadonlyMap<string, Uint8Array>;
};

/** What an entry and its rows take on the disk at most, by far; the database writes it twice. */
const BYTES_OF_CHANGE = 16 * 1024;
const MAYBE_FULL: ReadonlySet<string> = new Set(['failed', 'closed', 'quota', 'damaged']);

/** What the foot says of a large write that came to nothing; what the person stopped is no failure. */
function failedSave(error: unknown): SaveState | null {
  const { code } = failureOf(error);
  return code === 'cancelled' ? null : { kind: 'failed', code };
}

/** Today in the person's time zone, ISO 8601 date. */
export function today(): string {
  const now = new Date();
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export const contextFor = (actor: string): Context => ({ newId: ENTROPY.newId, today, actor });

/** Texts of documents of which more is known than that they were: a purged one's must not stay in memory. */
function withoutPurged(state: CaseState, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const isHeld = (id: string): boolean => foldedOf(state, 'document', id)?.fields['textHash'] !== undefined;
  if ([...texts.keys()].every(isHeld)) return texts;
  return new Map([...texts].filter(([id]) => isHeld(id)));
}

/** The open case with its undo, shown in the case store until it is put away. */
export class Desk {
  readonly open: OpenCase;
  private readonly steps: UndoStack;
  private readonly signs = new SaveSigns();
  private readonly freeBytes: FreeBytes;
  private away = false;

  /** `freeBytes`: room left on the disk, null when it is not known. */
  constructor(open: OpenCase, freeBytes: FreeBytes, now: () => number = Date.now) {
    this.open = open;
    this.freeBytes = freeBytes;
    this.steps = new UndoStack(now);
  }

  /** Runs a command; resolves when its changes are stored. */
  async run<Input>(command: Command<Input>, input: Input, options: RunOptions = {}): Promise<Done> {
    const { coalesce = null, texts, thumbnails } = options;
    const context = contextFor(this.open.actor);
    let refusal: Done | null = null;
    const stored = await this.store({
      changes: (state) => {
        const outcome = command(state, input, context);
        if (!isRefusal(outcome)) return outcome;
        refusal = failed(`command.${outcome.refused}`, outcome.detail);
        return null;
      },
      extras: { ...(texts ? { texts } : {}), ...(thumbnails ? { thumbnails } : {}) },
      stored: (inverse) => this.steps.did(inverse, coalesce),
    });
    return refusal ?? stored;
  }

  /** Runs a command that is no step of the person's: undo passes over it. */
  record<Input>(command: Command<Input>, input: Input): Promise<Done> {
    const context = contextFor(this.open.actor);
    return this.store({
      changes: (state) => {
        const outcome = command(state, input, context);
        return isRefusal(outcome) ? null : outcome;
      },
    });
  }

  undo(): Promise<Done> {
    return this.store({
      changes: () => this.steps.peekUndo(),
      stored: (inverse: readonly Change[]) => this.steps.undone(inverse),
    });
  }

  redo(): Promise<Done> {
    return this.store({
      changes: () => this.steps.peekRedo(),
      stored: (inverse: readonly Change[]) => this.steps.redone(inverse),
    });
  }

  /**
   * Takes a copy of the case in and shows what came of it. What was done before it cannot be undone
   * step by step any more: the steps know nothing of what came in.
   */
  async takeIn(incoming: Incoming, how: TakingIn): Promise<Merged> {
    const ended = this.signs.begin();
    try {
      const merged = await this.open.takeIn(incoming, how);
      this.steps.clear();
      useCase.setState({ actor: this.open.actor });
      this.show(incoming.texts);
      ended({ kind: 'saved', at: Date.now() });
      return merged;
    } catch (error) {
      ended(failedSave(error));
      throw error;
    }
  }

  /** Goes back to an earlier copy of the case and shows it; from then on the person writes anew. */
  async restore(copy: Incoming, alias: string, how: TakingIn): Promise<void> {
    await this.open.restore(copy, how);
    await this.open.commit({ changes: () => [actorChange(this.open.actor, alias)] });
    this.steps.clear();
    useCase.setState({ actor: this.open.actor, texts: new Map() });
    this.show(copy.texts);
  }

  /** Writes a purge, erases what it names, and shows what is left. */
  async purge(purging: Purging, writing: Writing): Promise<Destroyed | Refusal> {
    const ended = this.signs.begin();
    try {
      const gone = await this.open.purge(purging, writing);
      if ('refused' in gone) {
        ended(null);
        return gone;
      }
      this.steps.clear();
      this.show(new Map());
      ended({ kind: 'saved', at: Date.now() });
      return gone;
    } catch (error) {
      ended(failedSave(error));
      throw error;
    }
  }

  /** Makes the rows anew from the history and shows what it stands for. */
  async rebuild(): Promise<void> {
    await this.open.rebuild();
    this.show(new Map());
  }

  /**
   * From now on nothing of the case reaches the case store: an action that was under way when it
   * was locked would otherwise bring it back into view.
   */
  putAway(): void {
    this.away = true;
    this.signs.silence();
  }

  private async store({ changes, extras = {}, stored }: Action): Promise<Done> {
    const ended = this.signs.begin();
    const result = await this.explained(async () => {
      const written = await this.open.commit({
        changes: (state) => changes(state),
        room: (count) => this.requireRoom(count, extras),
        extras,
        stored: (inverse) => {
          stored?.(inverse);
          this.show(extras.texts ?? new Map());
        },
      });
      ended(written ? { kind: 'saved', at: Date.now() } : null);
      return done(null);
    });
    if (!result.ok) ended({ kind: 'failed', code: result.code });
    return result;
  }

  private async requireRoom(
    changes: number,
    { texts, thumbnails }: Action['extras'] & object,
  ): Promise<void> {
    let bytes = changes * BYTES_OF_CHANGE;
    for (const text of texts?.values() ?? []) bytes += text.length * 6;
    for (const picture of thumbnails?.values() ?? []) bytes += picture.length * 2;
    await requireRoom(this.freeBytes, bytes);
  }

  /** A full disk shows itself in many ways; only one of them says so. */
  private async explained(work: () => Promise<Done>): Promise<Done> {
    const result = await attempt(work);
    if (result.ok || !MAYBE_FULL.has(result.code)) return result;
    const free = await this.freeBytes();
    return free !== null && free < LEAST_ROOM_BYTES ? failed('disk-full') : result;
  }

  private show(texts: ReadonlyMap<string, string>): void {
    if (this.away) return;
    const { canUndo, canRedo } = this.steps;
    const { actor } = this.open;
    const state = asSeenBy(this.open.state, actor);
    useCase.setState((held) => {
      const all = texts.size > 0 ? new Map([...held.texts, ...texts]) : held.texts;
      const whole = state === this.open.state ? null : this.open.state;
      return { state, whole, canUndo, canRedo, texts: withoutPurged(state, all) };
    });
  }
}
