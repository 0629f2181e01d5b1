import type { ClaimDate } from '../model/claim.ts';
import type { CaseState } from '../model/case-state.ts';
import { formatEdtf } from '../model/dates.ts';
import { displayName, isOurSource } from '../model/names.ts';
import type { Party } from '../model/party.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { Labelled } from './report-model.ts';

/** The words after the stored value, or the value itself. */
export const term = (words: Readonly<Record<string, string>>, value: string): string => words[value] ?? value;

/** Labelled words, without what nobody wrote. */
export const labelled = (...pairs: readonly (readonly [string, string | null | undefined])[]): Labelled[] =>
  pairs.flatMap(([label, text]) => (text?.trim() ? [{ label, text }] : []));

/** The words that are there, joined. */
export const joined = (words: readonly (string | null | undefined)[], between = ' · '): string =>
  words.filter((word) => word?.trim()).join(between);

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

const LEFT_TO_RIGHT = /\p{Script=Latin}/u;

/** Somebody's words within a line of the report: their direction ends where they end (UAX #9, FSI and PDI). */
export const isolated = (words: string, { rtl }: Pick<ReportLabels, 'rtl'>): string =>
  (rtl ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(words) ? `\u2068${words}\u2069` : words;

/** A date as people read it. */
export const dateWords = (edtf: string, { locale, dateWords: words }: ReportLabels): string =>
  formatEdtf(edtf, locale, words);

const HIJRI = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;

/** A date a claim turns on, in its own calendar: a Hijri one is never turned into another. */
export function claimDateWords({ edtf, calendar }: Omit<ClaimDate, 'note'>, labels: ReportLabels): string {
  if (calendar === 'gregorian') return dateWords(edtf, labels);
  const [, year, month, day] = HIJRI.exec(edtf) ?? [];
  const name = month && labels.hijriMonths[Number(month) - 1];
  const date = year ? joined([day && String(Number(day)), name, year], ' ') : edtf;
  return fill(labels.lines.hijri, { date });
}

/** What a report calls a party: our sources by code name, and as a protected source without one. */
export function reportName(party: Party, labels: ReportLabels): string {
  return displayName(party) || (isOurSource(party) ? labels.lines.protectedSource : '');
}

/** The same by id; '' when there is no such party. */
export function nameOf(state: CaseState, partyId: string | null, labels: ReportLabels): string {
  const party = partyId === null ? undefined : state.party.get(partyId);
  return party ? reportName(party, labels) : '';
}
