import type { Span } from '../../anchoring/paragraphs.ts';
import { type DateValue, doubted } from './date-value.ts';
import { findAmounts, type FoundAmount } from './find-amounts.ts';
import { findDates } from './find-dates.ts';
import { findPlaces } from './find-places.ts';
import { ANY_SIGN } from './signs.ts';
import type { Written } from './written.ts';

/**
 * Something in a claim that can be checked by itself. `value`: EDTF of a date in its own calendar, a
 * number in figures, the first spelling of a place; null where none follows from the words.
 */
export type Detail = Span &
  (
    | {
        readonly kind: 'date';
        readonly value: string | null;
        readonly calendar: DateValue['calendar'];
        /** Whether the value was counted from the day of writing. */
        readonly counted: boolean;
      }
    | { readonly kind: 'place' | FoundAmount['kind']; readonly value: string | null }
  );

/** When a text was written, and whether what is read is somebody's words, said on another day perhaps. */
export type Told = { readonly written: Written | null; readonly spoken: boolean };

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

/**
 * Dates, sums, percentages, quantities, numbers and places of a stretch of a shadow text, in order and
 * apart. `signs`: what may stand in it (`SIGN`), where its words were read.
 */
export function detailsIn(shadow: string, span: Span, { written, spoken }: Told, signs = ANY_SIGN): Detail[] {
  const dates = findDates(shadow, span, written, signs).map(({ start, end, value, counted }): Detail => {
    const held = value && counted && spoken ? doubted(value) : value;
    return {
      kind: 'date',
      start,
      end,
      value: held?.edtf ?? null,
      calendar: held?.calendar ?? 'gregorian',
      counted,
    };
  });
  const places = findPlaces(shadow, span, signs).map(
    ({ start, end, name }): Detail => ({ kind: 'place', start, end, value: name }),
  );
  const fixed = [...dates, ...apart(dates, places)].sort(byStart);
  return [...fixed, ...apart(fixed, findAmounts(shadow, span, signs))].sort(byStart);
}
