import type { Change } from '#core/journal/entry.ts';
import { type Command, type Context, isRefusal } from '#core/ports/command.ts';
import type { Done } from '#core/ports/workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { attempt, done, failed } from './failures.ts';
import { type Action, ENTROPY, type OpenCase } from './open-case.ts';
import { SaveSigns } from './save-signs.ts';
import { UndoStack } from './undo-stack.ts';

export type RunOptions = {
  readonly coalesce?: string;
  readonly texts?: ReadonlyMap<string, string>;
  readonly thumbnails?: ReadonlyMap<string, Uint8Array>;
};

/** Today in the person's time zone, ISO 8601 date. */
export function today(): string {
  const now = new Date();
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export const contextFor = (actor: string): Context => ({ newId: ENTROPY.newId, today, actor });

/** The open case with its undo, shown in the case store until it is put away. */
export class Desk {
  readonly open: OpenCase;
  private readonly steps: UndoStack;
  private readonly signs = new SaveSigns();
  private away = false;

  constructor(open: OpenCase, now: () => number = Date.now) {
    this.open = open;
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
   * From now on nothing of the case reaches the case store: an action that was under way when it
   * was locked would otherwise bring it back into view.
   */
  putAway(): void {
    this.away = true;
    this.signs.silence();
  }

  private async store({ changes, extras = {}, stored }: Action): Promise<Done> {
    const ended = this.signs.begin();
    const result = await attempt(async () => {
      const written = await this.open.commit({
        changes,
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

  private show(texts: ReadonlyMap<string, string>): void {
    if (this.away) return;
    const { canUndo, canRedo } = this.steps;
    useCase.setState((held) => ({
      state: this.open.state,
      canUndo,
      canRedo,
      ...(texts.size > 0 ? { texts: new Map([...held.texts, ...texts]) } : {}),
    }));
  }
}
