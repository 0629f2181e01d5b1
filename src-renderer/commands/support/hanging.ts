import type { Change } from '#core/journal/entry.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import { remove } from './change.ts';

/** What hangs on a claim. */
export type Hanging = {
  readonly assessments: Item<'assessment'>[];
  readonly checks: Item<'check'>[];
  readonly notes: Item<'note'>[];
  readonly relations: Item<'relation'>[];
};

/** Everything that hangs on one of these claims. */
export function hangingOn(state: CaseState, claimIds: ReadonlySet<string>): Hanging {
  const on = ({ claimId }: { readonly claimId: string }) => claimIds.has(claimId);
  return {
    assessments: [...state.assessment.values()].filter(on),
    checks: [...state.check.values()].filter(on),
    notes: [...state.note.values()].filter(on),
    relations: [...state.relation.values()].filter(({ from, to }) => claimIds.has(from) || claimIds.has(to)),
  };
}

/** The changes that delete what hangs on a claim. */
export const removeHanging = ({ assessments, checks, notes, relations }: Hanging): Change[] => [
  ...assessments.map(({ id }) => remove('assessment', id)),
  ...checks.map(({ id }) => remove('check', id)),
  ...notes.map(({ id }) => remove('note', id)),
  ...relations.map(({ id }) => remove('relation', id)),
];
