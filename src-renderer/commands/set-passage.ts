import type { Change } from '#core/journal/entry.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import type { Passage } from '#core/model/passage.ts';
import type { Command, Context } from '#core/ports/command.ts';
import { checkAnchor, narrow, sameSpan } from './support/anchors.ts';
import { create, remove, update } from './support/change.ts';
import { tidyVoice, type VoiceFields } from './support/voice-fields.ts';

export type SetPassage = VoiceFields & {
  /** Id of the new passage, when the caller needs to know it. */
  readonly id?: string;
  /** The exact stretch. */
  readonly anchor: Anchor;
};

const isBlank = (anchor: Anchor) => anchor.exact.trim() === '';

/** What is left of a passage outside the new stretch: up to one piece on each side. */
function remnants(held: Anchor, taken: Anchor): Anchor[] {
  const left = taken.start > held.start ? [narrow(held, 0, taken.start - held.start)] : [];
  const right = taken.end < held.end ? [narrow(held, taken.end - held.start, held.end - held.start)] : [];
  return [...left, ...right].filter((piece) => !isBlank(piece));
}

function makeRoom(state: CaseState, taken: Anchor, except: string | null, context: Context): Change[] {
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

/**
 * Gives a stretch of a document to a voice. What overlaps it gives way: it is trimmed, cut in two,
 * or replaced, so that no stretch ever has two voices. The very same stretch changes its voice.
 */
export const setPassage: Command<SetPassage> = (state, { id, anchor, ...given }, context) => {
  const bad = checkAnchor(state, anchor);
  if (bad) return bad;
  const voice = tidyVoice(state, given);
  if ('refused' in voice) return voice;
  const same = [...state.passage.values()].find((held) => sameSpan(held.anchor, anchor));
  const room = makeRoom(state, anchor, same?.id ?? null, context);
  const put = same
    ? update('passage', same, voice)
    : [create('passage', id ?? context.newId(), { anchor, ...voice })];
  return [...room, ...put];
};
