import type { Span } from '../../anchoring/paragraphs.ts';
import { findDates } from '../details/find-dates.ts';

/** Something in a claim that can be checked by itself. */
export type ProposedDetail = Span & {
  readonly kind: 'date';
  /** What it means: a date in EDTF; null where that does not follow from the words alone. */
  readonly value: string | null;
};

/** What can be checked in the words of a claim, in order. Nothing is known of when the article was written. */
export function detailsIn(shadow: string, spans: readonly Span[]): ProposedDetail[] {
  return spans.flatMap((span) =>
    findDates(shadow, span, null).map(({ start, end, value }) => ({
      start,
      end,
      kind: 'date' as const,
      value: value?.edtf ?? null,
    })),
  );
}
