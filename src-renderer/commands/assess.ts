import type { Locator, Stance } from '#core/model/claim-parts.ts';
import type { Credibility } from '#core/model/grading.ts';
import type { Command } from '#core/ports/command.ts';
import { create, update } from './support/change.ts';
import { find, findClaim } from './support/find.ts';
import { orNull } from './support/text.ts';

export type Assess = {
  readonly evidenceId: string;
  readonly claimId: string;
  readonly stance: Stance;
  /** Left out: as it was. */
  readonly locator?: Locator | null;
  readonly note?: string | null;
  readonly credibility?: Credibility | null;
};

/** Says how an evidence item bears on a claim; again for the same pair changes what was said. */
export const assess: Command<Assess> = (state, input, context) => {
  const { evidenceId, claimId, stance, locator, note, credibility } = input;
  const evidence = find(state, 'evidence', evidenceId);
  if ('refused' in evidence) return evidence;
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const said = {
    stance,
    ...(locator === undefined ? {} : { locator: locator && orNull(locator.value) ? locator : null }),
    ...(note === undefined ? {} : { note: orNull(note) }),
    ...(credibility === undefined ? {} : { credibility }),
  };
  const held = [...state.assessment.values()].find(
    (item) => item.evidenceId === evidenceId && item.claimId === claimId,
  );
  if (held) return update('assessment', held, said);
  return [create('assessment', context.newId(), { evidenceId, claimId, ...said })];
};
