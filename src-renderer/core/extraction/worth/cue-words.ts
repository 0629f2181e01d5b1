import { shadowOf } from '../shadow.ts';

/** What can be said of a sentence in words; the model weighs each. */
export const CUE_KINDS = [
  'sum',
  'percentage',
  'number',
  'date',
  'name',
  'comparison',
  'change',
  'accusation',
  'deed',
  'absolute',
  'source',
  'cause',
  'past',
  'question',
  'opinion',
  'intention',
  'speaker',
  'address',
  'short',
  'long',
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** Words and pairs of words by what they show; a list is parted by commas. */
const LISTS: Partial<Record<CueKind, string>> = {
  number: `two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fifteen, twenty, thirty,
    forty, fifty, sixty, seventy, eighty, ninety, dozen, dozens, hundred, hundreds, thousand, thousands,
    million, millions, billion, billions, trillion, trillions, half, twice, double, عشرات, مئات, آلاف, ملايين,
    مليون, مليار, ألف, نصف`,
  date: `year, january, february, april, june, july, august, september, october, november, december, in march,
    in may, last march, last may, monday, tuesday, wednesday, thursday, friday, saturday, sunday, yesterday,
    last week, this week, last month, this month, last year, this year, past year, weeks ago, months ago,
    years ago, decades ago, past decade, last decade, أمس, الماضي, الماضية, يناير, فبراير, مارس, أبريل, مايو,
    يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول,
    تشرين الأول, تشرين الثاني, كانون الأول, كانون الثاني`,
  comparison: `more than, less than, fewer than, higher than, lower than, larger than, greater than, smaller than,
    better than, worse than, faster than, bigger than, older than, longer than, highest, lowest, largest,
    biggest, greatest, worst, longest, fastest, smallest, the most, the least, record, number one, twice as,
    as many, as much, at least, at most, nearly, almost, أكثر من, أقل من, أكبر, أعلى, أدنى, نحو, حوالي, قرابة`,
  change: `increase, increased, increases, increasing, decrease, decreased, decreasing, rose, risen, rises, fell,
    fallen, dropped, declined, declining, grew, grown, doubled, tripled, cut, cuts, raised, reduced, reduces,
    lost, gained, went up, went down, gone up, gone down, is up, is down, are up, are down, ارتفع, ارتفعت,
    انخفض, انخفضت, تراجع, تراجعت, زاد, ازداد, تضاعف`,
  accusation: `steal, stole, stolen, stealing, steeling, loot, looted, looting, kill, killed, killing, kills, murder,
    murdered, torture, tortured, torturing, raped, executed, beheaded, beheading, kidnapped, kidnapping, abducted,
    arrested, detained, imprisoned, bribe, bribed, bribery, corrupt, corruption, fraud, lied, lying, cheated,
    cheating, deceived, smuggled, smuggling, trafficking, spies, spy, spying, betrayed, defected, fled, escaped,
    accused, accuses, charged with, convicted, guilty, violated, violations, abused, abuses, attacked, bombed,
    bombing, shelled, massacre, crimes, illegal, illegally, embezzled, extorted, threatened, سرق, سرقوا, سرقت,
    سرقة, نهب, نهبوا, قتل, قتلت, قتلوا, اغتيال, اعتقل, اعتقلت, اعتقال, خطف, خطفوا, عذب, تعذيب, أعدم, إعدام,
    فساد, رشوة, رشاوى, تهريب, هرب, فر, انشق, اتهم, اتهمت, قصف, قصفت, مجزرة, انتهاكات, جواسيس, تجسس, اختلس, تزوير`,
  deed: `voted, passed, signed, vetoed, supported, opposed, proposed, sent, created, built, sold, bought, paid,
    spent, appointed, introduced, approved, rejected, banned, announced, ordered, launched, deployed, withdrew,
    seized, captured, controls, controlled, joined, arrived, returned, entered, left, وقع, أصدر, أصدرت, أرسل,
    أرسلت, باع, اشترى, دفع, سيطر, سيطرت, انسحب, وصل, وصلت, عاد, أعلن, أعلنت`,
  absolute: `first time, never, every single, none of, no one, nobody, the only, not a, always, ever, all of,
    للمرة الأولى, جميع, كل من, لم يسبق`,
  source: `according to, study, studies, report, reported, reports, statistics, census, figures, survey, data,
    official, officials, documents, evidence, وفقا, بحسب, حسب, تقرير, وثائق, إحصاءات, مصادر`,
  cause: `because of, led to, result of, caused, thanks to, due to, resulted in, نتيجة, بسبب, أدى إلى, أدت إلى`,
  past: `was, were, had, did, didn't, wasn't, weren't, been, كان, كانت, كانوا, تم, تمت`,
  opinion: `i think, i believe, i feel, i hope, i guess, i suppose, i wish, my opinion, my view, my judgment,
    i'm sure, would say, it seems, perhaps, maybe, probably, أعتقد, أظن, برأيي, ربما, لعل`,
  intention: `will, i'll, we'll, they'll, he'll, you'll, won't, shall, should, would, ought, must, going to,
    want to, need to, have to, let's, let me, let us, سوف, ينبغي, يجب, نريد`,
  speaker: `i, i'm, i've, i'd, me, my, myself, أنا`,
  address: `you, your, you're, you've, thank, thanks, شكرا`,
};

/** Word or pair of words, as in the shadow text, to what it shows. */
export const CUE_WORDS: ReadonlyMap<string, CueKind> = new Map(
  CUE_KINDS.flatMap((kind) =>
    (LISTS[kind] ?? '')
      .split(/[,،\s]*,\s*|\n/)
      .map((word) => shadowOf(word.trim()))
      .filter((word) => word !== '')
      .map((word) => [word, kind] as const),
  ),
);

const FIRST_OF_TWO: ReadonlySet<string> = new Set(
  [...CUE_WORDS.keys()].flatMap((words) => (words.includes(' ') ? (words.split(' ')[0] ?? '') : [])),
);

/** Whether a word may be the first of two that show something together. */
export const opensPair = (word: string): boolean => FIRST_OF_TWO.has(word);
