import type { PatternGroup } from './date-patterns.ts';
import { SIGN } from './signs.ts';
import { ARABIC_MONTH, ARABIC_WEEKDAY, HIJRI_MONTH } from './date-words.ts';

const ARABIC = SIGN.arabic | SIGN.hijri;
const EDGE = '(?<![\\p{L}\\p{N}\\p{M}$€£#])';
const END = '(?![\\p{L}\\p{M}])';

/** Arabic text is never plain. */
const arabic = (source: string) => {
  const pattern = new RegExp(source, 'gu');
  return () => pattern;
};

const MONTH_NAMED = new RegExp(ARABIC_MONTH);
const HIJRI_NAMED = new RegExp(HIJRI_MONTH);
const DAY_NAMED = new RegExp(`${ARABIC_WEEKDAY}|اليوم|امس|البارحه|غد`);

/** As `WORD_DATES`, for text in Arabic, and for months of the Hijri calendar in either script. */
export const ARABIC_DATES: readonly PatternGroup[] = [
  {
    sign: ARABIC,
    hint: /\d [\u0621-\u064a]/,
    patterns: [
      arabic(
        `${EDGE}(?:(?<weekday>${ARABIC_WEEKDAY}),? )?(?<day>\\d{1,2}) (?:من )?(?:شهر )?(?<month>${ARABIC_MONTH})(?:[/ (]+(?:${ARABIC_MONTH})\\)?)?(?:[ ،,]+(?:عام |سنه )?(?<year>1[0-9]\\d\\d|20\\d\\d)(?!\\d))?${END}`,
      ),
    ],
  },
  {
    sign: ARABIC,
    hint: MONTH_NAMED,
    patterns: [
      arabic(
        `(?<![\\p{L}\\p{M}])(?:شهر |في |منذ |خلال |بين |حتي |مطلع |اواخر |نهايه |بدايه )(?:شهر )?(?<month>${ARABIC_MONTH})(?:/(?:${ARABIC_MONTH}))?(?: (?<which>الماضي|الجاري|المقبل|القادم))?(?: (?:عام |سنه )?(?<year>1[0-9]\\d\\d|20\\d\\d))?${END}`,
      ),
      arabic(
        `${EDGE}(?<month>${ARABIC_MONTH})(?:/(?:${ARABIC_MONTH}))? (?:(?:عام |سنه )?(?<year>1[0-9]\\d\\d|20\\d\\d)(?!\\d)|(?<which>الماضي|الجاري|المقبل|القادم)${END})`,
      ),
    ],
  },
  {
    sign: ARABIC,
    hint: HIJRI_NAMED,
    patterns: [
      arabic(
        `${EDGE}(?<day>\\d{1,2}) (?:من )?(?<hijri>${HIJRI_MONTH})(?:[ ,]+(?:عام )?(?<year>1[34]\\d\\d))?(?: ?(?:هـ?|AH))?${END}`,
      ),
      arabic(`${EDGE}(?<hijri>${HIJRI_MONTH})[ ,]+(?:عام )?(?<year>1[34]\\d\\d)(?: ?(?:هـ?|AH))?${END}`),
    ],
  },
  {
    sign: ARABIC,
    hint: /\d{4}/,
    patterns: [
      arabic(`(?<![\\p{L}\\p{M}])[وفبلك]?(?:عام|سنه|العام|منذ|في) (?<year>1[5-9]\\d\\d|20\\d\\d)(?!\\d)`),
    ],
  },
  {
    sign: ARABIC,
    hint: DAY_NAMED,
    patterns: [
      arabic(
        `(?<![\\p{L}\\p{M}])[وفب]?(?:يوم |صباح |مساء |فجر |ليله |ظهر )?(?:(?<weekday>${ARABIC_WEEKDAY})(?: (?<which>الماضي|الجاري|المقبل|القادم))?|(?<word>(?<!ذلك |نفس |هذا )اليوم|اول امس|امس|البارحه|بعد غد|غدا)(?: (?:${ARABIC_WEEKDAY}))?)${END}`,
      ),
    ],
  },
  {
    sign: ARABIC,
    hint: /الماضي|الجاري|الحالي|المقبل|القادم|الاخيره/,
    patterns: [
      arabic(
        `(?<![\\p{L}\\p{M}])[وفب]?(?<unit>الاسبوع|الشهر|العام|السنه|الايام|الاسابيع|الاشهر|السنوات) (?:القليله )?(?<which>الماضيه?|الجاريه?|الحاليه?|المقبله?|القادمه?|الاخيره)${END}`,
      ),
    ],
  },
  {
    sign: ARABIC,
    hint: /قبل /,
    patterns: [
      arabic(
        `(?<![\\p{L}\\p{M}])[وف]?قبل (?<ago>يومين|يوم|اسبوعين|اسبوع|شهرين|شهر|عامين|عام|سنتين|سنه|(?:\\d+|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثمانيه?|تسعه?|عشره?|عده|بضعه?) (?:ايام|اسابيع|اشهر|شهور|اعوام|سنوات|ساعات|سنه|عاما|يوما))${END}`,
      ),
    ],
  },
];
