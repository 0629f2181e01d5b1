import type { WarningCode } from '../../finding/warnings.ts';
import type { DateWords } from '../../model/dates.ts';
import type { ReportMark } from '../report-model.ts';

/** Words for values of the model, by the value that is stored. */
export type Terms = Readonly<Record<string, string>>;

/** Headings and fixed words, which the template sets as they are. */
export type ReportHeadings = {
  readonly kind: string;
  readonly summary: string;
  readonly chart: string;
  readonly count: string;
  readonly method: string;
  readonly methodWords: readonly string[];
  readonly documents: string;
  readonly defects: string;
  readonly table: string;
  readonly claims: string;
  readonly noClaims: string;
  readonly claim: string;
  readonly statement: string;
  readonly status: string;
  readonly speaker: string;
  readonly priority: string;
  readonly quotation: string;
  readonly according: string;
  readonly nobody: string;
  readonly finding: string;
  readonly conflict: string;
  readonly warnings: string;
  readonly earlier: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly checks: string;
  readonly relations: string;
  readonly questions: string;
  readonly notes: string;
  readonly page: string;
  readonly contents: string;
};

/** The words of a report in one language. `{name}` is filled in. */
export type ReportLabels = {
  /** BCP 47 tag, for dates as well. */
  readonly locale: string;
  readonly headings: ReportHeadings;
  readonly marks: Readonly<Record<ReportMark, string>>;
  readonly lines: Readonly<
    Record<
      | 'asOf'
      | 'by'
      | 'mustLeft'
      | 'leftOut'
      | 'skipped'
      | 'accuses'
      | 'subjects'
      | 'part'
      | 'confidence'
      | 'findingAsOf'
      | 'said'
      | 'wouldChange'
      | 'reviewBy'
      | 'use'
      | 'wording'
      | 'original'
      | 'gloss'
      | 'reading'
      | 'dates'
      | 'origin'
      | 'originUnknown'
      | 'repeats'
      | 'onBackground'
      | 'captured'
      | 'from'
      | 'received'
      | 'forwarded'
      | 'saidToShow'
      | 'sha256'
      | 'voiceUnclear'
      | 'voiceCandidates'
      | 'protectedSource'
      | 'originsFor'
      | 'originsAgainst'
      | 'thumbnail'
      | 'until'
      | 'next'
      | 'takenBack'
      | 'publisher'
      | 'author'
      | 'url'
      | 'published'
      | 'noDate'
      | 'retrieved'
      | 'language'
      | 'translation'
      | 'translatedFrom'
      | 'originalHeld'
      | 'originalNotHeld',
      string
    >
  >;
  readonly status: Terms;
  readonly said: Terms;
  readonly voice: Terms;
  readonly relation: Terms;
  readonly relationBack: Terms;
  readonly note: Terms;
  readonly locator: Terms;
  readonly warning: Readonly<Record<WarningCode, string>>;
  readonly dateWords: DateWords;
};

/** Fills `{name}` in a pattern. */
export const fill = (pattern: string, words: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/gu, (whole, name: string) => String(words[name] ?? whole));
