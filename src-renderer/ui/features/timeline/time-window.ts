/** The stretch of time in view, in days since 1970-01-01; `to` is after `from`. */
export type TimeWindow = { readonly from: number; readonly to: number };

const LEAST_DAYS = 7;
/** Years 1 to 9999: what EDTF of four digits can say. */
const FIRST = -719_162;
const LAST = 2_932_896;

const within = ({ from, to }: TimeWindow): TimeWindow => {
  const length = Math.min(to - from, LAST - FIRST);
  const start = Math.min(Math.max(from, FIRST), LAST - length);
  return { from: start, to: start + length };
};

/** A little more than this, so that nothing lies on the edge; never shorter than a week. */
export function widened({ from, to }: TimeWindow): TimeWindow {
  const more = Math.max((to - from) * 0.03, (LEAST_DAYS - (to - from)) / 2, 1);
  return within({ from: from - more, to: to + 1 + more });
}

/** The window `factor` times as long around the same middle. */
export function zoomed({ from, to }: TimeWindow, factor: number): TimeWindow {
  const middle = (from + to) / 2;
  const half = Math.max(((to - from) * factor) / 2, LEAST_DAYS / 2);
  return within({ from: middle - half, to: middle + half });
}

/** The window further on by a share of its length; back by a negative one. */
export function moved({ from, to }: TimeWindow, share: number): TimeWindow {
  const by = (to - from) * share;
  return within({ from: from + by, to: to + by });
}

/** Where a stretch of days (both included; null: open) lies in the window, in per cent of it; null: outside. */
export function placeIn(
  view: TimeWindow,
  from: number | null,
  to: number | null,
): { readonly start: number; readonly length: number } | null {
  const first = Math.max(from ?? view.from, view.from);
  const last = Math.min(to === null ? view.to : to + 1, view.to);
  if (first >= last) return null;
  const days = view.to - view.from;
  return { start: ((first - view.from) / days) * 100, length: ((last - first) / days) * 100 };
}

const DAY_MS = 86_400_000;
const MOST_MARKS = 9;
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000];
const DAY_STEPS = [1, 2, 7, 14];

/** Days to mark on the axis, and whether they are years, months or days. */
export function marksIn({ from, to }: TimeWindow): {
  readonly unit: 'year' | 'month' | 'day';
  readonly days: readonly number[];
} {
  const days = to - from;
  const step = DAY_STEPS.find((size) => days / size <= MOST_MARKS);
  if (step !== undefined) {
    const first = Math.ceil(from / step) * step;
    const count = Math.max(0, Math.floor((to - first) / step) + 1);
    return { unit: 'day', days: Array.from({ length: count }, (_, at) => first + at * step) };
  }
  const months = MONTH_STEPS.find((size) => days / 30.44 / size <= MOST_MARKS) ?? 12_000;
  const marks: number[] = [];
  const start = new Date(from * DAY_MS);
  let at = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (;;) {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(at / 12), at % 12, 1);
    const day = date.getTime() / DAY_MS;
    if (day > to) break;
    if (day >= from) marks.push(day);
    at += months;
  }
  return { unit: months >= 12 ? 'year' : 'month', days: marks };
}
