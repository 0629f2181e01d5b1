import type { Change } from '#core/journal/entry.ts';

/** One step back: the changes that take an action back. */
type Step = { readonly inverse: readonly Change[]; readonly key: string | null; readonly at: number };

/** Changes of the same key within this time of each other are one step of undo. */
export const PAUSE_MS = 2000;
const MOST_STEPS = 500;

/** What can be undone and redone in this session; the history itself only ever grows. */
export class UndoStack {
  private undoSteps: Step[] = [];
  private redoSteps: Step[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  get canUndo(): boolean {
    return this.undoSteps.length > 0;
  }

  get canRedo(): boolean {
    return this.redoSteps.length > 0;
  }

  /** A new action was done. `key`: typing in the same field merges into one step. */
  did(inverse: readonly Change[], key: string | null): void {
    const at = this.now();
    const last = this.undoSteps.at(-1);
    this.redoSteps = [];
    if (last && key !== null && last.key === key && at - last.at < PAUSE_MS) {
      this.undoSteps.splice(-1, 1, { inverse: [...inverse, ...last.inverse], key, at });
      return;
    }
    this.undoSteps.push({ inverse, key, at });
    if (this.undoSteps.length > MOST_STEPS) this.undoSteps.shift();
  }

  /** The step that undo would take back, null for none; `undone` says that it was. */
  peekUndo = (): readonly Change[] | null => this.undoSteps.at(-1)?.inverse ?? null;
  peekRedo = (): readonly Change[] | null => this.redoSteps.at(-1)?.inverse ?? null;

  /** Nothing before now can be taken back step by step any more. */
  clear(): void {
    this.undoSteps = [];
    this.redoSteps = [];
  }

  undone(inverse: readonly Change[]): void {
    this.undoSteps.pop();
    this.redoSteps.push({ inverse, key: null, at: this.now() });
  }

  redone(inverse: readonly Change[]): void {
    this.redoSteps.pop();
    this.undoSteps.push({ inverse, key: null, at: this.now() });
  }
}
