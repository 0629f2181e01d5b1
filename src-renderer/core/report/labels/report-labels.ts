import type { WarningCode } from '../../finding/warnings.ts';
import type { DateWords } from '../../model/dates.ts';
import type { DeskTerms } from './desk-terms.ts';
import type { EvidenceTerms } from './evidence-terms.ts';
import type { ReportMark } from '../report-model.ts';
import type { Product } from '../setup.ts';

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
  readonly secondReads: string;
  readonly warnings: string;
  readonly earlier: string;
  readonly evidence: string;
  readonly noEvidence: string;
  /** Stands in the place of a picture that is missing or damaged. */
  readonly noPicture: string;
  readonly checks: string;
  readonly relations: string;
  readonly questions: string;
  readonly notes: string;
  readonly page: string;
  readonly contents: string;
  readonly gaps: string;
  readonly annex: string;
  readonly noAnnex: string;
  readonly bearsOn: string;
  readonly wording: string;
  readonly why: string;
  readonly integrity: string;
  readonly integrityWords: readonly string[];
  readonly items: string;
  readonly item: string;
  readonly file: string;
  readonly bytes: string;
  readonly hash: string;
  readonly chains: string;
  readonly writer: string;
  readonly entries: string;
  readonly chainEnd: string;
  readonly signature: string;
  readonly unsigned: string;
  readonly dataWords: string;
};

/** A line with a number, by the plural forms of its language (CLDR). */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The words of a report in one language. `{name}` is filled in. */
export type ReportLabels = EvidenceTerms &
  DeskTerms & {
    /** BCP 47 tag, for dates as well. */
    readonly locale: string;
    /** Whether its lines run from right to left. */
    readonly rtl: boolean;
    readonly products: Readonly<Record<Product, string>>;
    readonly counted: Readonly<
      Record<'mustLeft' | 'leftOut' | 'originsFor' | 'originsAgainst' | 'selected', Counted>
    >;
    readonly headings: ReportHeadings;
    readonly marks: Readonly<Record<ReportMark, string>>;
    readonly lines: Readonly<
      Record<
        | 'asOf'
        | 'by'
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
        | 'thumbnail'
        | 'until'
        | 'next'
        | 'takenBack'
        | 'publisher'
        | 'author'
        | 'url'
        | 'published'
        | 'noDate'
        | 'onPage'
        | 'retrieved'
        | 'language'
        | 'translation'
        | 'translatedFrom'
        | 'originalHeld'
        | 'originalNotHeld'
        | 'hijri'
        | 'undecided'
        | 'publicKey'
        | 'signedBy'
        | 'gapDate'
        | 'gapCopy'
        | 'gapOrigin'
        | 'gapAddress'
        | 'gapSet'
        | 'capture',
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
    readonly hijriMonths: readonly string[];
    readonly stance: Terms;
    readonly kind: Terms;
    readonly terms: Terms;
    readonly basis: Terms;
    readonly priority: Terms;
    readonly reason: Terms;
    readonly confidence: Terms;
    readonly use: Terms;
    readonly result: Terms;
    readonly skip: Terms;
    /** What stands between the items of a list. */
    readonly comma: string;
    readonly semicolon: string;
    /** The words in the language's quotation marks. */
    quoted(words: string): string;
  };

/** Fills `{name}` in a pattern. */
export const fill = (pattern: string, words: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/gu, (whole, name: string) => String(words[name] ?? whole));

/** A line with a number in it, in the plural form that its language has for it. */
export const counted = (
  { counted: all, locale }: ReportLabels,
  line: keyof ReportLabels['counted'],
  count: number,
): string => {
  const forms = all[line];
  return fill(forms[new Intl.PluralRules(locale).select(count)] ?? forms.other, { count });
};
