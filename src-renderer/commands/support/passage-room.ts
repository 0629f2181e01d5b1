import type { Change } from '#core/journal/entry.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import type { Passage } from '#core/model/passage.ts';
import type { Context } from '#core/ports/command.ts';
import { narrow } from './anchors.ts';
import { create, remove, update } from './change.ts';

const isBlank = (anchor: Anchor) => anchor.exact.trim() === '';

/** What is left of a passage outside the new stretch: up to one piece on each side. */
function remnants(held: Anchor, taken: Anchor): Anchor[] {
  const left = taken.start > held.start ? [narrow(held, 0, taken.start - held.start)] : [];
  const right = taken.end < held.end ? [narrow(held, taken.end - held.start, held.end - held.start)] : [];
  return [...left, ...right].filter((piece) => !isBlank(piece));
}

/** What becomes of passages that overlap a stretch that is given to another (`except`). */
export function makeRoom(state: CaseState, taken: Anchor, except: string | null, context: Context): Change[] {
  const changes: Change[] = [];
  for (const held of state.passage.values()) {
    const { anchor } = held;
    const apart =
      anchor.documentId !== taken.documentId || anchor.end <= taken.start || taken.end <= anchor.start;
    if (apart || held.id === except) continue;
    const [first, second] = remnants(anchor, taken);
    if (!first) changes.push(remove('passage', held.id));
    else changes.push(...update('passage', held, { anchor: first }));
    if (second) changes.push(create('passage', context.newId(), { ...voiceOf(held), anchor: second }));
  }
  return changes;
}

const voiceOf = ({ voice, ladder, candidates, why }: Item<'passage'>): Omit<Passage, 'anchor'> => ({
  voice,
  ladder,
  candidates,
  why,
});
