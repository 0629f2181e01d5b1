import type { CaseState } from '#core/model/case-state.ts';
import { parseEdtf } from '#core/model/dates.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { Refusal } from '#core/ports/command.ts';
import { missing } from './find.ts';
import { refuse } from './refuse.ts';
import { orNull, tidy } from './text.ts';

/** What a person says about an evidence item; what it is and its sealed file never change. */
export type EvidenceFields = Pick<
  Evidence,
  'title' | 'description' | 'url' | 'capturedAt' | 'text' | 'originId' | 'receipt'
>;

const WEB = /^(?:https?|ftp):\/\/[^\s/?#]+\S*$/iu;
const isMoment = (text: string) => parseEdtf(text) !== null || !Number.isNaN(Date.parse(text));

/** Checks what was given, of the item as it stands (`held`) or of a new one, and returns it as it is stored. */
export function tidyEvidence(
  state: CaseState,
  given: Partial<EvidenceFields>,
  held?: Pick<Evidence, 'originId' | 'receipt'>,
): Partial<EvidenceFields> | Refusal {
  const gone =
    missing(state, 'origin', [given.originId], [held?.originId]) ??
    missing(state, 'party', [given.receipt?.from], [held?.receipt?.from]);
  if (gone) return gone;
  const fields = tidy(given, ['description', 'url', 'capturedAt']);
  if (fields.url && !WEB.test(fields.url)) return refuse('url-bad', { text: fields.url });
  const receipt = given.receipt && tidy(given.receipt, ['via', 'when', 'saidToShow', 'consent']);
  for (const moment of [fields.capturedAt, receipt?.when]) {
    if (moment && !isMoment(moment)) return refuse('date-bad', { text: moment });
  }
  if (given.title !== undefined && orNull(given.title) === null) return refuse('title-empty');
  return {
    ...fields,
    ...(given.title === undefined ? {} : { title: given.title.trim() }),
    ...(given.text === undefined ? {} : { text: orNull(given.text) === null ? null : given.text }),
    ...(receipt ? { receipt } : {}),
  };
}
