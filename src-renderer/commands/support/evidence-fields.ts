import { CAPTURE_PARTS, OPTIONAL_PARTS } from '#core/model/capture.ts';
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
  'title' | 'description' | 'url' | 'capturedAt' | 'text' | 'originId' | 'receipt' | 'capture' | 'captureNone'
>;

/** Those of the list that were chosen, in the list's order, once each. */
const inOrder = <T extends string>(all: readonly T[], chosen: readonly T[]): T[] =>
  all.filter((one) => chosen.includes(one));

const WEB = /^(?:https?|ftp):\/\/[^\s/?#]+\S*$/iu;
const isMoment = (text: string) => parseEdtf(text) !== null || !Number.isNaN(Date.parse(text));

/** Checks what was given, of the item as it stands (`held`) or of a new one, and returns it as it is stored. */
export function tidyEvidence(
  state: CaseState,
  given: Partial<EvidenceFields>,
  held?: Pick<Evidence, 'originId' | 'receipt' | 'capture'>,
): Partial<EvidenceFields> | Refusal {
  const gone =
    missing(state, 'origin', [given.originId], [held?.originId]) ??
    missing(state, 'party', [given.receipt?.from], [held?.receipt?.from]) ??
    missing(state, 'evidence', [given.capture?.linkId], [held?.capture?.linkId]);
  if (gone) return gone;
  const link = given.capture && state.evidence.get(given.capture.linkId);
  if (link && link.kind !== 'link') return refuse('not-a-link');
  const fields = tidy(given, ['description', 'url', 'capturedAt']);
  if (fields.url && !WEB.test(fields.url)) return refuse('url-bad', { text: fields.url });
  const receipt = given.receipt && tidy(given.receipt, ['via', 'when', 'saidToShow', 'consent']);
  const capture = given.capture && tidy(given.capture, ['at', 'tool', 'by']);
  for (const moment of [fields.capturedAt, receipt?.when, capture?.at]) {
    if (moment && !isMoment(moment)) return refuse('date-bad', { text: moment });
  }
  if (given.title !== undefined && orNull(given.title) === null) return refuse('title-empty');
  return {
    ...fields,
    ...(given.title === undefined ? {} : { title: given.title.trim() }),
    ...(given.text === undefined ? {} : { text: orNull(given.text) === null ? null : given.text }),
    ...(receipt ? { receipt } : {}),
    ...(capture ? { capture: { ...capture, shows: inOrder(CAPTURE_PARTS, capture.shows) } } : {}),
    ...(given.captureNone ? { captureNone: inOrder(OPTIONAL_PARTS, given.captureNone) } : {}),
  };
}
