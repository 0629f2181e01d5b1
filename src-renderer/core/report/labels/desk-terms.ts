import type { ReportSetup } from '../setup.ts';
import type { Terms } from './report-labels.ts';

/** How a desk works on its claims, in the words of a report. `{name}` is filled in. */
export type DeskTerms = {
  readonly stage: Terms;
  /** How a second read stands to the finding. */
  readonly secondRead: Readonly<Record<'agrees' | 'differs' | 'settled', string>>;
};

export const DESK_TERMS: Readonly<Record<ReportSetup['language'], DeskTerms>> = {
  en: {
    stage: {
      'to do': 'to do',
      checking: 'checking',
      waiting: 'waiting',
      ready: 'ready',
      'second read': 'waits for a second read',
      'signed off': 'signed off',
    },
    secondRead: {
      agrees: 'agrees with the finding',
      differs: 'differs from the finding, not settled',
      settled: 'differed from the finding, settled: {why}',
    },
  },
  ar: {
    stage: {
      'to do': 'لم يبدأ العمل',
      checking: 'قيد الفحص',
      waiting: 'بالانتظار',
      ready: 'جاهز',
      'second read': 'بانتظار قراءة ثانية',
      'signed off': 'معتمد',
    },
    secondRead: {
      agrees: 'توافق النتيجة',
      differs: 'تخالف النتيجة ولم يحسم الخلاف',
      settled: 'خالفت النتيجة وحسم الخلاف: {why}',
    },
  },
};
