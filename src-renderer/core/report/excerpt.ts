import type { ReportClaim, ReportModel } from './report-model.ts';

/** What has a place of its own in a report: the sheet of a claim, an item of the annex. */
export type PlaceKind = 'claim' | 'item';

/** Where one stands, in the order of the report. */
export type ReportPlace = {
  readonly kind: PlaceKind;
  /** Counted from 0. */
  readonly page: number;
  /** Points from the upper edge of the page. */
  readonly top: number;
  /** Points of the page. */
  readonly height: number;
};

/** The part of a report that is looked at, in terms of how it was laid out last. */
export type ReportView = {
  /** The item that begins on a page before it, by its number among its kind, from 0; null: what is looked at is near the beginning. */
  readonly from: { readonly kind: PlaceKind; readonly at: number; readonly top: number } | null;
  /** How many items are wanted. */
  readonly items: number;
  /** How many pages from the beginning are wanted where `from` is null. */
  readonly pages: number;
};

type Row = Pick<ReportClaim, 'key' | 'ref' | 'statement' | 'speaker' | 'mark' | 'status' | 'priority'>;

/** How a stretch of a report is set: what it lacks is known, what only the whole tells is left open. */
export type Excerpt = {
  /** Whether it is the beginning of the report. */
  readonly front: boolean;
  /** Whether the whole has sheets of claims. */
  readonly claims: boolean;
  /** Whether the annex begins in it. */
  readonly annex: boolean;
  /** The lines of the table of all claims. */
  readonly rows: readonly Row[];
  /** Points from the upper edge of its first page that are left free. */
  readonly top: number;
};

export type ReportExcerpt = ReportModel & { readonly excerpt: Excerpt };

/** More lines than this never fit on a page. */
const LINES_A_PAGE = 45;

function cutUses(uses: ReportModel['uses'], most: number): ReportModel['uses'] {
  let left = most;
  return uses.flatMap((group) => {
    const claims = group.claims.slice(0, left);
    left -= claims.length;
    return claims.length > 0 ? [{ ...group, claims }] : [];
  });
}

const rowOf = ({ key, ref, statement, speaker, mark, status, priority }: ReportClaim): Row => ({
  key,
  ref,
  statement,
  speaker,
  mark,
  status,
  priority,
});

/** The beginning of a report, as far as these pages: its page breaks are those of the whole. */
function beginning(model: ReportModel, { items, pages }: ReportView): ReportExcerpt {
  const { claims, annex, uses } = model;
  const lines = pages * LINES_A_PAGE;
  const listed = model.table ? claims.slice(0, lines) : [];
  // What is cut in its tables has nothing behind them.
  const cut = listed.length < (model.table ? claims.length : 0);
  const kept = cut ? [] : claims.slice(0, items);
  const isWhole = !cut && kept.length === claims.length;
  const shown = isWhole ? (annex?.slice(0, items - kept.length) ?? null) : annex && [];
  const ends = isWhole && shown?.length === annex?.length;
  return {
    ...model,
    uses: cutUses(uses, lines),
    claims: kept,
    annex: shown,
    integrity: ends ? model.integrity : null,
    excerpt: {
      front: true,
      claims: claims.length > 0,
      annex: isWhole && annex !== null,
      rows: listed.map(rowOf),
      top: 0,
    },
  };
}

/**
 * A stretch of a report around what is looked at, to be set long before the whole of it. Null where
 * the whole is hardly more.
 */
export function excerptOf(model: ReportModel, view: ReportView): ReportExcerpt | null {
  const { claims, annex } = model;
  const { from, items } = view;
  const all = claims.length + (annex?.length ?? 0);
  const at = from && from.at + (from.kind === 'claim' ? 0 : claims.length);
  // An item that begins a part has its heading before it: the stretch begins earlier.
  const first = at === null ? 0 : Math.min(at, all - 1);
  if (from === null || first <= 0) {
    return all > items || model.uses.flatMap((group) => group.claims).length > items
      ? beginning(model, view)
      : null;
  }
  if (first === claims.length)
    return excerptOf(model, { ...view, from: { ...from, kind: 'claim', at: first - 1 } });
  const last = first + items;
  const shown = annex?.slice(Math.max(0, first - claims.length), Math.max(0, last - claims.length)) ?? null;
  return {
    ...model,
    uses: [],
    claims: claims.slice(first, last),
    annex: shown,
    integrity: last >= all ? model.integrity : null,
    excerpt: {
      front: false,
      claims: claims.length > 0,
      annex: annex !== null && first < claims.length && last >= claims.length,
      rows: [],
      top: from.top,
    },
  };
}
