import type { Change } from '../journal/entry.ts';
import type { CaseState } from '../model/case-state.ts';

/** What a command needs besides the case: fresh ids, today, who acts. */
export type Context = {
  /** A fresh UUIDv7. */
  newId(): string;
  /** Today in the person's time zone, ISO 8601 date. */
  today(): string;
  readonly actor: string;
};

/** Refused: `code` picks the words the person sees (`errors.command.*`), `detail` fills them. */
export type Refusal = { readonly refused: string; readonly detail?: Record<string, string | number> };

/** The changes of one user action, or why it cannot be done. Pure: nothing happens yet. */
export type Outcome = readonly Change[] | Refusal;

/** One user action as a pure function of the case and what the person gave. */
export type Command<Input> = (state: CaseState, input: Input, context: Context) => Outcome;

export const isRefusal = (outcome: Outcome): outcome is Refusal => 'refused' in outcome;
