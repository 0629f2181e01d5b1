import { shadowOf } from '../shadow.ts';

const list = (names: string): string[] =>
  shadowOf(names)
    .trim()
    .split(/\s*,\s*/);

const ENGLISH = list(
  'January|Jan, February|Feb, March|Mar, April|Apr, May, June|Jun, July|Jul, August|Aug, September|Sept|Sep, October|Oct, November|Nov, December|Dec',
);
/** Western, Levantine and Maghrebi names, month by month. */
const ARABIC = list(
  `يناير|كانون الثاني|جانفي, فبراير|شباط|فيفري, مارس|آذار, أبريل|إبريل|نيسان|أفريل, مايو|أيار, يونيو|يونيه|حزيران|جوان,
   يوليو|يوليه|تموز|جويلية, أغسطس|آب|أوت, سبتمبر|أيلول, أكتوبر|تشرين الأول, نوفمبر|تشرين الثاني, ديسمبر|كانون الأول`,
);
const HIJRI = list(
  `محرم|المحرم|Muharram, صفر|Safar, ربيع الأول|Rabi al-Awwal, ربيع الآخر|ربيع الثاني|Rabi al-Thani, جمادى الأولى|Jumada al-Ula,
   جمادى الآخرة|جمادى الثانية|Jumada al-Thani, رجب|Rajab, شعبان|Shaaban|Sha'ban, رمضان|Ramadan, شوال|Shawwal,
   ذو القعدة|ذي القعدة|Dhu al-Qadah, ذو الحجة|ذي الحجة|Dhu al-Hijjah`,
);

const numbered = (lists: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(
    lists.flatMap((months) =>
      months.flatMap((names, at) => names.split('|').map((name) => [name, at + 1] as const)),
    ),
  );

/** Month, 1 to 12, by its name as in the shadow text; abbreviations without their stop. */
export const MONTHS = numbered([ENGLISH, ARABIC]);
export const HIJRI_MONTHS = numbered([HIJRI]);

/** Alternatives for a pattern, the longest first. */
const alternatives = (names: Iterable<string>): string =>
  [...names].sort((a, b) => b.length - a.length).join('|');
/** An abbreviation may carry its stop, a whole name has none: the stop ends the sentence. */
const whole = ENGLISH.flatMap((names) => names.split('|').slice(0, 1));
const short = ENGLISH.flatMap((names) => names.split('|').slice(1));
export const MONTH = `(?:(?:${alternatives(whole)})\\b|(?:${alternatives(short)})\\b\\.?)`;
export const ARABIC_MONTH = alternatives(ARABIC.flatMap((names) => names.split('|')));
export const HIJRI_MONTH = alternatives(HIJRI_MONTHS.keys());
export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
export const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|several|many|(?:a )?few|(?:a )?couple of|some)';
/** Small numbers by their words, for what lies that long ago. */
export const SMALL: ReadonlyMap<string, number> = new Map(
  'a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, at) => [word, at === 0 ? 1 : at] as [string, number])
    .concat([
      ['an', 1],
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
    ]),
);
export const ARABIC_COUNTS = numbered([
  list('واحد, اثنين, ثلاث|ثلاثه, أربع|أربعه, خمس|خمسه, ست|سته, سبع|سبعه, ثماني|ثمانيه, تسع|تسعه, عشر|عشره'),
]);
/** Day of the week by its name, 0 for Sunday. */
const weekdays = (names: string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, at) => [name, at]));
export const WEEKDAYS = weekdays(list('sunday, monday, tuesday, wednesday, thursday, friday, saturday'));
export const ARABIC_WEEKDAYS = weekdays(list('الأحد, الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت'));
export const ARABIC_WEEKDAY = alternatives(ARABIC_WEEKDAYS.keys());
/** Units of the calendar by their Arabic names, singular, dual and as they are counted. */
export const ARABIC_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    day: 'يوم, يومين, أيام, يوما',
    week: 'الأسبوع, أسبوع, أسبوعين, أسابيع',
    month: 'الشهر, شهر, شهرين, أشهر, شهور',
    year: 'العام, السنة, عام, عامين, سنة, سنتين, أعوام, سنوات, عاما',
    hour: 'ساعات',
  }).flatMap(([unit, names]) => list(names).map((name) => [name, unit] as const)),
);
/** How many units on or back a word leads; words that count from another date are in none. */
export const WHICH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '-1': 'last, past, الماضي, الماضية',
    '0': 'this, current, the, الجاري, الجارية, الحالي, الحالية',
    '1': 'next, coming, المقبل, المقبلة, القادم, القادمة',
  }).flatMap(([step, words]) => list(words).map((word) => [word, Number(step)] as const)),
);
