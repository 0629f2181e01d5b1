import type { Change } from '#core/journal/entry.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { NewCase } from '#core/ports/workbench.ts';

/** Up to two letters that mark references made by this person elsewhere. */
export function initialsOf(alias: string): string {
  const words = alias.trim().split(/\s+/u).filter(Boolean);
  const letters =
    words.length > 1
      ? words.slice(0, 2).map((word) => [...word][0] ?? '')
      : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** Who writes in a case under this actor id. */
export const actorChange = (actor: string, alias: string): Change => ({
  entity: 'actor',
  entityId: actor,
  op: 'create',
  patch: { alias: alias.trim(), initials: initialsOf(alias) },
});

/** The first changes of a new case: who made it, and the case itself. */
export const foundingChanges = (
  actor: string,
  { alias, title }: Pick<NewCase, 'alias' | 'title'>,
): Change[] => [
  actorChange(actor, alias),
  {
    entity: 'case',
    entityId: CASE_ITEM_ID,
    op: 'create',
    patch: { title: title.trim(), mode: 'desk', founder: actor },
  },
];
