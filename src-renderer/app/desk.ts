import type { Change } from '#core/journal/entry.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { type Command, type Context, isRefusal } from '#core/ports/command.ts';
import type { Done } from '#core/ports/workbench.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { attempt, done, failed } from './failures.ts';
import { type Committed, ENTROPY, type OpenCase } from './open-case.ts';
import { UndoStack } from './undo-stack.ts';

type RunOptions = {
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

/** The open case with its undo, shown in the case store. */
export class Desk {
  readonly open: OpenCase;
  private readonly steps = new UndoStack(() => Date.now());

  constructor(open: OpenCase) {
    this.open = open;
  }

  /** Runs a command; resolves when its changes are stored. */
  run<Input>(command: Command<Input>, input: Input, options: RunOptions = {}): Promise<Done> {
    const context = contextFor(this.open.actor);
    let refusal: Done | null = null;
    const changesFor = (state: CaseState): readonly Change[] | null => {
      const outcome = command(state, input, context);
      if (!isRefusal(outcome)) return outcome;
      refusal = failed(`command.${outcome.refused}`, outcome.detail);
      return null;
    };
    return this.store(
      () => this.open.commit(changesFor, { ...pick(options) }),
      (inverse) => this.steps.did(inverse, options.coalesce ?? null),
      options.texts,
    ).then((result) => refusal ?? result);
  }

  undo(): Promise<Done> {
    return this.store(
      () => this.open.commit(() => this.steps.peekUndo()),
      (inverse) => this.steps.undone(inverse),
    );
  }

  redo(): Promise<Done> {
    return this.store(
      () => this.open.commit(() => this.steps.peekRedo()),
      (inverse) => this.steps.redone(inverse),
    );
  }

  private store(
    commit: () => Promise<Committed | null>,
    remember: (inverse: readonly Change[]) => void,
    texts?: ReadonlyMap<string, string>,
  ): Promise<Done> {
    const { save: before } = useCase.getState();
    useCase.setState({ save: { kind: 'saving' } });
    return attempt(async () => {
      const committed = await commit();
      if (committed) remember(committed.inverse);
      const { canUndo, canRedo } = this.steps;
      useCase.setState((held) => ({
        state: this.open.state,
        canUndo,
        canRedo,
        save: committed ? { kind: 'saved', at: Date.now() } : before,
        ...(texts && committed ? { texts: new Map([...held.texts, ...texts]) } : {}),
      }));
      return done(null);
    }).then((result) => {
      if (!result.ok) useCase.setState({ save: { kind: 'failed', code: result.code } });
      return result;
    });
  }
}

const pick = ({ texts, thumbnails }: RunOptions) => ({
  ...(texts ? { texts } : {}),
  ...(thumbnails ? { thumbnails } : {}),
});
