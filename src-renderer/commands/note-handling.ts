import type { Handling } from '#core/model/evidence.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';

export type NoteHandling = {
  /** SHA-256 of the sealed file: every item that holds it was handled. */
  readonly sha256: string;
  readonly handling: Handling;
};

/** Records what was done with a sealed file, for its custody. */
export const noteHandling: Command<NoteHandling> = (state, { sha256, handling }) =>
  [...state.evidence.values()]
    .filter(({ file }) => file?.sha256 === sha256)
    .flatMap((item) => update('evidence', item, { handling }));
