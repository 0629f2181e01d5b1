import { type SaveState, useCase } from '#renderer/state/case-store.ts';

/**
 * What the foot says of saving. "Saved" is shown only when nothing is under way; a failure stays in
 * view until something is stored again.
 */
export class SaveSigns {
  private underWay = 0;
  private settled: SaveState = { kind: 'none' };
  private silent = false;

  /** Something is being stored; call what this returns with how it ended, null for "nothing to do". */
  begin(): (ended: SaveState | null) => void {
    this.underWay += 1;
    this.show();
    return (ended) => {
      this.underWay -= 1;
      if (ended) this.settled = ended;
      this.show();
    };
  }

  /** The case is no longer in view. */
  silence(): void {
    this.silent = true;
  }

  private show(): void {
    if (this.silent) return;
    useCase.setState({ save: this.underWay > 0 ? { kind: 'saving' } : this.settled });
  }
}
