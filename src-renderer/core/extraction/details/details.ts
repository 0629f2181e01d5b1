import type { Span } from '../../anchoring/paragraphs.ts';
import type { Day } from './date-value.ts';
import { findAmounts, type FoundAmount } from './find-amounts.ts';
import { findDates } from './find-dates.ts';
import { findPlaces } from './find-places.ts';

/**
 * Something in a claim that can be checked by itself. `value`: EDTF of a date in its own calendar, a
 * number in figures, the first spelling of a place; null where none follows from the words.
 */
export type Detail = Span & {
  readonly kind: 'date' | 'place' | FoundAmount['kind'];
  readonly value: string | null;
};

const byStart = (a: Span, b: Span) => a.start - b.start;

/** Those of `found` that share no character with one of `held`; both in order and each apart. */
function apart(held: readonly Detail[], found: readonly Detail[]): Detail[] {
  let at = 0;
  return found.filter(({ start, end }) => {
    while ((held[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const next = held[at];
    return !next || next.start >= end;
  });
}

/** Dates, sums, percentages, quantities, numbers and places of a stretch of a shadow text, in order and apart. */
export function detailsIn(shadow: string, span: Span, written: Day | null): Detail[] {
  const dates = findDates(shadow, span, written).map(
    ({ start, end, value }): Detail => ({ kind: 'date', start, end, value: value?.edtf ?? null }),
  );
  const places = findPlaces(shadow, span).map(
    ({ start, end, name }): Detail => ({ kind: 'place', start, end, value: name }),
  );
  const fixed = [...dates, ...apart(dates, places)].sort(byStart);
  return [...fixed, ...apart(fixed, findAmounts(shadow, span))].sort(byStart);
}
