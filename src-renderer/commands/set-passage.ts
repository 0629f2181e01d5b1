import type { Anchor } from '#core/model/anchor.ts';
import type { Command } from '#core/ports/command.ts';
import { checkAnchor, sameSpan } from './support/anchors.ts';
import { create, update } from './support/change.ts';
import { makeRoom } from './support/passage-room.ts';
import { tidyVoice, type VoiceFields } from './support/voice-fields.ts';

export type SetPassage = VoiceFields & {
  /** Id of the new passage, when the caller needs to know it. */
  readonly id?: string;
  /** The exact stretch. */
  readonly anchor: Anchor;
};

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
