import type { CaseState } from '#core/model/case-state.ts';
import type { Ladder, Rung } from '#core/model/ladder.ts';
import type { Refusal } from '#core/ports/command.ts';
import { missing } from './find.ts';
import { orNull } from './text.ts';

const partiesOf = (ladder: Ladder): (string | null)[] => ladder.map(({ partyId }) => partyId);

/** A refusal when a rung names a party that is gone and that the ladder `held` does not name, else null. */
export const checkLadder = (state: CaseState, ladder: Ladder, held: Ladder = []): Refusal | null =>
  missing(state, 'party', partiesOf(ladder), partiesOf(held));

const tidyRung = (rung: Rung): Rung => ({
  partyId: rung.partyId,
  unnamed: rung.partyId === null ? orNull(rung.unnamed) : null,
  role: orNull(rung.role),
  mode: rung.mode,
  basis: [...new Set(rung.basis)],
  basisNote: orNull(rung.basisNote),
});

/** The ladder as it is stored: texts trimmed, a party or its missing name, each basis once. */
export const tidyLadder = (ladder: Ladder): Ladder => ladder.map(tidyRung);
