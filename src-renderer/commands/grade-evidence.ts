import type { Pillar, PillarFinding, Pillars, Reliability } from '#core/model/grading.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { orNull } from './support/text.ts';

export type GradeEvidence = {
  readonly evidenceId: string;
  /** Left out: as it was. */
  readonly reliability?: Reliability | null;
  /** Those that are given; the others stay. */
  readonly pillars?: { readonly [P in Pillar]?: PillarFinding };
};

/** A pillar of which nothing is said is none. */
function tidied(pillars: Pillars, given: NonNullable<GradeEvidence['pillars']>): Pillars {
  const next: { -readonly [P in Pillar]: PillarFinding | null } = { ...pillars };
  for (const pillar of Object.keys(given) as Pillar[]) {
    const { state = null, note = null } = given[pillar] ?? {};
    const words = orNull(note);
    next[pillar] = state === null && words === null ? null : { state, note: words };
  }
  return next;
}

/** Grades an item: how reliable its source is, and what is established of it. */
export const gradeEvidence: Command<GradeEvidence> = (state, { evidenceId, reliability, pillars }) => {
  const evidence = find(state, 'evidence', evidenceId);
  if ('refused' in evidence) return evidence;
  return update('evidence', evidence, {
    ...(reliability === undefined ? {} : { reliability }),
    ...(pillars === undefined ? {} : { pillars: tidied(evidence.pillars, pillars) }),
  });
};
