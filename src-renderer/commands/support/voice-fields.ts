import type { CaseState } from '#core/model/case-state.ts';
import type { Passage } from '#core/model/passage.ts';
import type { Refusal } from '#core/ports/command.ts';
import { missing } from './find.ts';
import { checkLadder, tidyLadder } from './ladders.ts';
import { orNull } from './text.ts';

/** Whose voice a passage is. `candidates` and `why` belong to an unclear voice. */
export type VoiceFields = Pick<Passage, 'voice' | 'ladder'> & Partial<Pick<Passage, 'candidates' | 'why'>>;

/** Checks the voice, of the passage as it stands (`held`) or of a new one, and returns it as it is stored. */
export function tidyVoice(
  state: CaseState,
  given: VoiceFields,
  held?: Pick<Passage, 'ladder' | 'candidates'>,
): Omit<Passage, 'anchor'> | Refusal {
  const { voice, ladder, candidates = [], why = null } = given;
  const gone =
    checkLadder(state, ladder, held?.ladder) ?? missing(state, 'party', candidates, held?.candidates);
  if (gone) return gone;
  const unclear = voice === 'unclear';
  return {
    voice,
    ladder: tidyLadder(ladder),
    candidates: unclear ? [...new Set(candidates)] : [],
    why: unclear ? orNull(why) : null,
  };
}
