import { opensPlace } from './find-places.ts';
import { SIGN } from './signs.ts';

const WORDS: readonly (readonly [keyof typeof SIGN, RegExp])[] = [
  ['figure', /\d/],
  ['month', /(?:^|[^\p{L}])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u],
  ['decade', /ties\b/],
  ['century', /century/],
  ['today', /to(?:day|night|morrow)|yesterday/],
  ['weekday', /(?:mon|tues|wednes|thurs|fri|satur|sun)day/],
  ['which', /(?:this|last|next|past|previous|following|current|coming|same)$/],
  ['partOfDay', /morning|afternoon|evening/],
  ['ago', /^(?:ago|last)\b/],
  ['units', /(?:days|weeks|months|years|decades|hours)\b/],
  ['edge', /(?:end|beginning|start|middle)$/],
  ['beside', /^(?:end|before|after)\b/],
  ['later', /^(?:later|earlier)\b/],
  ['hijri', /ah\b/],
  ['arabic', /[\u0621-\u064a]/],
  [
    'amount',
    /\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|hundreds?|thousands?|millions?|billions?|trillion|several)\b|عشرات|مئات|ميات|الف|الاف|مليون|ملايين|مليار/,
  ],
  ['money', /[$€£]|dollar|euro|pound|lira|dinar|riyal|dirham|ruble|cents?\b|دولار|يورو|ليره|دينار|ريال/],
  ['percent', /%|^per$|percent|المايه|بالميه/],
];

/** Initials (U.S.) are read letter by letter. */
const LETTER = /^\p{L}$/u;

/** The signs of one word in small letters. */
export function signsOfWord(word: string): number {
  let signs = LETTER.test(word) || opensPlace(word) ? SIGN.place : 0;
  for (const [sign, pattern] of WORDS) if (pattern.test(word)) signs |= SIGN[sign];
  return signs;
}
