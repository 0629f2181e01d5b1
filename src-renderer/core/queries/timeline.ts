import type { CaseState } from '../model/case-state.ts';
import type { ClaimDate } from '../model/claim.ts';
import { type DateSpan, spanOf } from '../model/date-span.ts';
import { parseEdtf } from '../model/dates.ts';
import { compareRefs } from '../model/refs.ts';

/** What a date of the timeline says of its item. */
export type DatedAs = 'claimed' | 'received' | 'captured' | 'published';

type TimelineItem = {
  readonly entity: 'claim' | 'evidence' | 'document';
  readonly id: string;
  readonly ref: string;
  readonly title: string;
};

/** One date of an item. `key` is its own among all of them. */
export type TimelineEntry = TimelineItem & {
  readonly key: string;
  readonly as: DatedAs;
  readonly edtf: string;
  readonly calendar: ClaimDate['calendar'];
  readonly note: string | null;
};

export type PlacedEntry = TimelineEntry & { readonly span: DateSpan };

export type Timeline = {
  /** The earliest first; of those that begin together the shortest. */
  readonly placed: readonly PlacedEntry[];
  /** Dated, but of a year that nobody gave. */
  readonly yearless: readonly TimelineEntry[];
  /** Claims and evidence without any date. */
  readonly undated: readonly TimelineItem[];
};

/** The day of an instant as it was written, a date as it is; null for what is neither. */
function edtfOf(when: string | null): string | null {
  if (when === null) return null;
  const day = /^(\d{4}-\d\d-\d\d)T/.exec(when)?.[1] ?? when;
  return parseEdtf(day) ? day : null;
}

type Given = Pick<TimelineEntry, 'as'> & {
  readonly date: Pick<ClaimDate, 'edtf' | 'calendar' | 'note'>;
};

const given = (as: DatedAs, when: string | null, note: string | null = null): Given[] => {
  const edtf = edtfOf(when);
  return edtf === null ? [] : [{ as, date: { edtf, calendar: 'gregorian', note } }];
};

function* datedItems(state: CaseState): Generator<[TimelineItem, readonly Given[]]> {
  for (const { id, ref, statement, dates, mergedInto } of state.claim.values()) {
    if (mergedInto !== null) continue;
    yield [
      { entity: 'claim', id, ref, title: statement },
      dates.map((date): Given => ({ as: 'claimed', date })),
    ];
  }
  for (const { id, ref, title, receipt, capturedAt } of state.evidence.values()) {
    yield [
      { entity: 'evidence', id, ref, title },
      [...given('received', receipt?.when ?? null), ...given('captured', capturedAt)],
    ];
  }
  for (const { id, ref, title, published } of state.document.values()) {
    const dates = given('published', published);
    if (dates.length > 0) yield [{ entity: 'document', id, ref, title }, dates];
  }
}

const ends = ({ span }: PlacedEntry): [number, number] => [
  span.from ?? Number.NEGATIVE_INFINITY,
  span.to ?? Number.POSITIVE_INFINITY,
];

function byTime(a: PlacedEntry, b: PlacedEntry): number {
  const [[fromA, toA], [fromB, toB]] = [ends(a), ends(b)];
  if (fromA !== fromB) return fromA < fromB ? -1 : 1;
  if (toA !== toB) return toA < toB ? -1 : 1;
  return compareRefs(a.ref, b.ref) || (a.key < b.key ? -1 : 1);
}

/** Everything of the case that has a date, where it stands in time; what has none apart. */
export function timelineOf(state: CaseState): Timeline {
  const placed: PlacedEntry[] = [];
  const yearless: TimelineEntry[] = [];
  const undated: TimelineItem[] = [];
  for (const [item, dates] of datedItems(state)) {
    if (dates.length === 0) undated.push(item);
    for (const [at, { as, date }] of dates.entries()) {
      const entry = { ...item, key: `${item.id}-${as}-${at}`, as, ...date };
      const span = spanOf(date.edtf, date.calendar);
      if (span) placed.push({ ...entry, span });
      else yearless.push(entry);
    }
  }
  return { placed: placed.sort(byTime), yearless, undated };
}

/** The first and last day of everything that is placed; null when nothing is. */
export function extentOf(placed: readonly PlacedEntry[]): { from: number; to: number } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { span } of placed) {
    for (const day of [span.from, span.to]) {
      if (day === null) continue;
      from = Math.min(from, day);
      to = Math.max(to, day);
    }
  }
  return from <= to ? { from, to } : null;
}
