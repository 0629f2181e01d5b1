import type { PlaceKind, ReportPlace, ReportView } from './excerpt.ts';

/** What is looked at, as a stretch to be set, and where its pages lie among those of the whole. */
export type ViewOfReport = {
  readonly view: ReportView;
  /** The first page that the stretch shows, counted from 0 in the whole. */
  readonly at: number;
  /** The same page, counted from 0 in the stretch. */
  readonly skipped: number;
};

/** Pages behind the one that is looked at which may be in view as well, or come into it soon. */
const BEHIND = 2;
/** Items are worth a page each, where nothing is known of them yet. */
const UNKNOWN_ITEMS = 3;

/** Each place with its number among its kind; `from`: what the stretch that they are of begins with. */
export function numbered(
  places: readonly ReportPlace[],
  from: ReportView['from'] = null,
): (ReportPlace & { readonly number: number })[] {
  const next: Record<PlaceKind, number> = { claim: 0, item: 0 };
  if (from) next[from.kind] = from.at;
  return places.map((place) => {
    const number = next[place.kind];
    next[place.kind] += 1;
    return { ...place, number };
  });
}

/** The stretch around a page (from 0) of a report that stands laid out; `places`: all of its items. */
export function viewOf(places: readonly ReportPlace[], page: number): ViewOfReport {
  const known = numbered(places);
  const until = page + BEHIND;
  const reached = known.findLastIndex((place) => place.page <= until) + 1;
  // It begins on an earlier page, so that the one looked at is whole, and not with a heading before it.
  const first = known.findLastIndex((place) => place.page < page && place.number > 0);
  const start = known[first];
  if (!start) {
    const items = Math.max(reached, UNKNOWN_ITEMS);
    return { view: { from: null, items, pages: until }, at: 0, skipped: 0 };
  }
  const { kind, number, top } = start;
  return {
    view: { from: { kind, at: number, top }, items: reached - first + 1, pages: 0 },
    at: page,
    skipped: page - start.page,
  };
}
