import type { WarningCode } from '../../finding/warnings.ts';

/** The words of a report in one language. `{name}` is filled in. */
export type ReportLabels = {
  readonly kind: string;
  readonly asOf: string;
  readonly by: string;
  readonly summary: string;
  readonly chart: string;
  readonly claimsChecked: string;
  readonly mustLeft: string;
  readonly method: string;
  readonly methodWords: readonly string[];
  readonly leftOut: string;
  readonly documents: string;
  readonly defects: string;
  readonly table: string;
  readonly claims: string;
  readonly claim: string;
  readonly statement: string;
  readonly status: string;
  readonly speaker: string;
  readonly priority: string;
  readonly accuses: string;
  readonly quotation: string;
  readonly according: string;
  readonly nobody: string;
  readonly finding: string;
  readonly notStarted: string;
  readonly rationale: string;
  readonly part: string;
  readonly confidence: string;
  readonly said: string;
  readonly wouldChange: string;
  readonly reviewBy: string;
  readonly use: string;
  readonly wording: string;
  readonly warnings: string;
  readonly earlier: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly originUnknown: string;
  readonly originIs: string;
  readonly checks: string;
  readonly relations: string;
  readonly questions: string;
  readonly notes: string;
  readonly original: string;
  readonly gloss: string;
  readonly reading: string;
  readonly dates: string;
  readonly skipped: string;
  readonly page: string;
  readonly contents: string;
  readonly thumbnail: string;
  readonly document: {
    readonly publisher: string;
    readonly author: string;
    readonly url: string;
    readonly published: string;
    readonly noDate: string;
    readonly retrieved: string;
    readonly language: string;
    readonly translation: string;
    readonly originalHeld: string;
    readonly originalNotHeld: string;
  };
  readonly statusNames: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<string, string>>;
  readonly warningWords: Readonly<Record<WarningCode, string>>;
};

/** Fills `{name}` in a pattern. */
export const fill = (pattern: string, words: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/gu, (whole, name: string) => String(words[name] ?? whole));
