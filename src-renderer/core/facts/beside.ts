import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { assessmentsWith } from '../queries/indexes.ts';
import { compareTimes, type TimeVerdict } from './compare-times.ts';
import type { FactTime } from './file-facts.ts';

/** A date the case gives, to hold the file's times against. */
export type GivenDate = {
  readonly from: 'receipt' | 'captured' | 'claim';
  /** Reference of the claim. */
  readonly ref: string | null;
  /** EDTF, or an ISO 8601 moment. */
  readonly given: string;
};

/** A time of the file beside a date of the case. */
export type Beside = GivenDate & { readonly time: FactTime; readonly verdict: TimeVerdict };

/** Dates the case has for an item: when it came, when it was captured, and those of the claims it bears on. */
export function givenDates(state: CaseState, { id, receipt, capturedAt }: Item<'evidence'>): GivenDate[] {
  const claims = assessmentsWith(state, id).flatMap(({ claimId }) => state.claim.get(claimId) ?? []);
  return [
    ...(receipt?.when ? [{ from: 'receipt', ref: null, given: receipt.when } as const] : []),
    ...(capturedAt ? [{ from: 'captured', ref: null, given: capturedAt } as const] : []),
    ...claims.flatMap(({ ref, dates }) =>
      dates.map(({ edtf }) => ({ from: 'claim', ref, given: edtf }) as const),
    ),
  ];
}

/**
 * How the time a file was taken or made, as it says, stands to each date the case gives. What was
 * received or captured may well be older: only the other way round is it told.
 */
export function besideDates(times: readonly FactTime[], dates: readonly GivenDate[]): Beside[] {
  const time =
    times.find(({ what }) => what === 'taken') ??
    times.find(({ what }) => what === 'satellites' || what === 'digitised' || what === 'made') ??
    times[0];
  if (!time) return [];
  return dates.flatMap((date): Beside[] => {
    const verdict = compareTimes(time, date.given);
    if (!verdict || (date.from !== 'claim' && verdict.kind === 'earlier')) return [];
    return [{ ...date, time, verdict }];
  });
}
