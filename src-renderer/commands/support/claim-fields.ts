import type { CaseState } from '#core/model/case-state.ts';
import type { Claim, ClaimDate } from '#core/model/claim.ts';
import { normaliseEdtf, parseEdtf } from '#core/model/dates.ts';
import type { Refusal } from '#core/ports/command.ts';
import { missing } from './find.ts';
import { checkLadder, tidyLadder } from './ladders.ts';
import { refuse } from './refuse.ts';
import { distinct, orNull, tidy } from './text.ts';

/** The fields of a claim a person edits in place. */
export type ClaimFields = Pick<
  Claim,
  | 'statement'
  | 'original'
  | 'gloss'
  | 'reading'
  | 'priority'
  | 'accuses'
  | 'subjects'
  | 'tags'
  | 'dates'
  | 'use'
  | 'ladder'
>;

const tidyDate = (date: ClaimDate): ClaimDate => ({
  edtf: normaliseEdtf(date.edtf),
  note: orNull(date.note),
  calendar: date.calendar,
});

/** Checks what was given, of the claim as it stands (`held`) or of a new one, and returns it as it is stored. */
export function tidyClaim(
  state: CaseState,
  given: Partial<ClaimFields>,
  held?: Pick<Claim, 'subjects' | 'ladder'>,
): Partial<ClaimFields> | Refusal {
  if (given.statement !== undefined && orNull(given.statement) === null) return refuse('statement-empty');
  const gone =
    missing(state, 'party', given.subjects ?? [], held?.subjects) ??
    checkLadder(state, given.ladder ?? [], held?.ladder ?? []);
  if (gone) return gone;
  const bad = given.dates?.find(({ edtf }) => parseEdtf(normaliseEdtf(edtf)) === null);
  if (bad) return refuse('date-bad', { text: bad.edtf });
  const { statement, subjects, tags, dates, use, ladder } = given;
  return {
    ...tidy(given, ['original', 'gloss', 'reading']),
    ...(statement === undefined ? {} : { statement: statement.trim() }),
    ...(subjects === undefined ? {} : { subjects: [...new Set(subjects)] }),
    ...(tags === undefined ? {} : { tags: distinct(tags) }),
    ...(dates === undefined ? {} : { dates: dates.map(tidyDate) }),
    ...(use ? { use: { kind: use.kind, wording: orNull(use.wording) } } : {}),
    ...(ladder ? { ladder: tidyLadder(ladder) } : {}),
  };
}
