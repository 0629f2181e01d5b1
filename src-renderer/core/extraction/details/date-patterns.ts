import { twin } from '../twin.ts';
import { MONTH, NUMBER, WEEKDAY } from './date-words.ts';
import { SIGN } from './signs.ts';

const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\d.,:]\\d|\\d)';
const YEAR = '(?<year>1[0-9]\\d\\d|20\\d\\d)(?![\\d%]|[.,]\\d)';
const PART = '(?:(?: early| late)? (?:morning|afternoon|evening|night))';
const UNIT = '(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))';
const STRETCH =
  '(?:week|weekend|month|year|decade|century|quarter|season|spring|summer|autumn|fall|winter|night)';
const EDGE = '(?<![\\p{L}\\p{N}\\p{M}$€£#])';
const END = '(?![\\p{L}\\p{M}])';

const english = (source: string, flags = 'gu') => twin(new RegExp(`${EDGE}(?:${source})`, flags));

/** What tells that four figures are a year. */
const BEFORE_YEAR =
  '(?<=(?:^|[^\\p{L}])(?:in|since|by|until|till|from|of|during|before|after|between|and|to|through|early|late|mid|circa|c\\.|year|the|than|for|around|about|into|back in|In|Since|By|Until|From|During|Before|After|Early|Late|As of) |[-(/,] ?|\\b(?:Cup|Expo|Games|Olympics|election|elections) )';
const COUNTED =
  '(?! ?(?:\\p{Ll}{2,}(?:ren|men|ple|ers|ists)\\b|years?\\b|meters?|metres?|miles?|km|kg|men\\b|dollars|euros|feet|tons|tonnes|votes|jobs|troops|homes))';

/** Patterns that are tried where a word has the `sign` (`SIGN`) and `hint` stands; groups: day, month, year, hijri, word, count, unit, which. */
export type PatternGroup = {
  readonly sign: number;
  readonly hint: RegExp;
  readonly patterns: readonly ((text: string) => RegExp)[];
};

/** Dates by their figures alone, in a text of any script. */
export const FIGURE_DATES: readonly PatternGroup[] = [
  {
    sign: SIGN.figure,
    hint: /\d{4}/,
    patterns: [
      english(
        `(?<year>1[0-9]\\d\\d|20\\d\\d)-(?<monthNumber>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)`,
      ),
      english('\\d{1,2}([./-])\\d{1,2}\\1(?<year>(?:19|20)\\d\\d)(?!\\d)'),
      english(
        `(?:(?:the )?(?:end|beginning|start|middle) of )?(?:(?:early|late|mid)[- ](?:in )?)?${BEFORE_YEAR}${YEAR}(?!-?\\p{L}| ?[$€£])${COUNTED}`,
      ),
      english(`(?<year>19\\d\\d|20[0-4]\\d)(?![\\d%]|[.,]\\d|-?[\\p{L}]| ?[$€£])${COUNTED}`),
      english(
        `(?:(?:early|late|mid|Early|Late|Mid)[- ](?:in )?(?:the )?)(?<year>1[0-9]\\d\\d|20\\d\\d)(?!\\d|s)`,
      ),
      english(`(?:the )?(?:early |late )?(?:spring|summer|autumn|fall|winter) (?:of |in )?${YEAR}`),
    ],
  },
  {
    sign: SIGN.figure,
    hint: /\d0'?s/,
    patterns: [english("(?:the )?(?:(?:early|late|mid)[- ]?)?(?<decade>1[5-9]\\d|20[0-4])0'?s(?!\\p{L})")],
  },
];

/** Dates in English words. */
export const WORD_DATES: readonly PatternGroup[] = [
  {
    sign: SIGN.month,
    hint: /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\b|uary|ruary|ch\b|il\b|ust\b|tember|ober|ember)/,
    patterns: [
      english(
        `(?:(?<weekday>${WEEKDAY}),? )?(?:the )?(?<month>${MONTH}) ${DAY}(?: ?(?:-|–|—|to|through) ?\\d{1,2}(?!\\d)(?! ${MONTH}))?(?:(?:,? | of |, of )${YEAR})?`,
      ),
      english(
        `(?:(?<weekday>${WEEKDAY}),? )?(?:the )?${DAY}(?: ?(?:-|–|to) ?\\d{1,2})?(?: day)?(?: of)? (?<month>${MONTH})(?:,? ${YEAR}| (?<which>last|this) year)?${END}`,
      ),
      english(`(?:(?:early|late|mid|Early|Late|Mid)[- ])?(?<month>${MONTH})(?: of|,)? ${YEAR}`),
      english(
        `(?<=\\b(?:in|since|by|until|till|of|from|to|during|before|after|between|and|early|late|mid|(?<which>[Ll]ast|[Nn]ext|[Tt]his)|In|Since|By|Until|During|Before|After|From|Early|Late|Between|month) "?)(?<month>${MONTH})(?!\\p{L}|-\\p{L}| \\p{Lu})`,
      ),
      english(`(?<month>January|February|September|October|November|December|July)\\b(?! \\p{Lu})`),
    ],
  },
  {
    sign: SIGN.decade,
    hint: /ties\b/,
    patterns: [
      english(
        '(?<=\\b(?:the|early|late|mid)[ -])(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b',
      ),
    ],
  },
  {
    sign: SIGN.century,
    hint: /century/,
    patterns: [
      english(
        '(?:the )?(?:(?:early|late|mid)[- ])?(?:(?<century>\\d{1,2})(?:st|nd|rd|th)|nineteenth|twentieth|twenty-first|eighteenth)[ -]century(?: BCE?| AD)?',
      ),
    ],
  },
  {
    sign: SIGN.today,
    hint: /to(?:day|night|morrow)|yesterday/i,
    patterns: [
      english(`(?:earlier |later )?(?<!USA )(?<word>today|yesterday|tomorrow|tonight)${END}${PART}?`, 'giu'),
    ],
  },
  {
    sign: SIGN.weekday,
    hint: /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i,
    patterns: [
      english(
        `(?:early |late |earlier |later )?(?:(?<which>last|next|this|past|coming) )?(?<weekday>${WEEKDAY})(?!\\p{L})${PART}?`,
        'giu',
      ),
    ],
  },
  {
    sign: SIGN.which,
    hint: /(?:this|last|next|past|previous|following|current|coming|same) (?:w|m|y|d|c|q|s|au|f|n|past)/i,
    patterns: [
      english(
        `(?:early |late |earlier |later )?(?:the )?(?<which>this past|this|last|next|past|previous|following|current|coming|same) (?<unit>${STRETCH})(?<plural>s?)${END}(?: "?(?<month>${MONTH})${END}"?)?${PART}?`,
        'giu',
      ),
    ],
  },
  {
    sign: SIGN.partOfDay,
    hint: /(?:that|this) (?:morning|afternoon|evening)/i,
    patterns: [
      english(
        `(?<=that )(?:morning|afternoon|evening)\\b|(?<=this )(?<word>morning|afternoon|evening)\\b`,
        'giu',
      ),
    ],
  },
  {
    sign: SIGN.ago,
    hint: / (?:ago|before last)\b/i,
    patterns: [
      english(
        `\\[?(?<count>${NUMBER})\\]?(?: (?:or|to) (?:\\d+|\\p{L}+))? (?<unit>${UNIT}) (?:ago|before last)\\b`,
        'giu',
      ),
    ],
  },
  {
    sign: SIGN.units,
    hint: /(?:past|last|next|coming|previous|recent) [\p{L}\d ]{0,24}(?:days|weeks|months|years|decades|hours)\b/iu,
    patterns: [
      english(
        `(?:the )?(?:(?<over>past|last|next|coming|previous|recent) (?<count>${NUMBER}) (?<unit>days|weeks|months|years|decades)|(?:past|last) ${NUMBER} hours)\\b(?! of (?:his|her|their|its|my|our)\\b)`,
        'giu',
      ),
      english(
        `(?:the )?(?:past|last|recent) (?:days|weeks|months|years|decades)\\b(?! of (?:his|her|their|its|my|our)\\b)`,
        'giu',
      ),
    ],
  },
  {
    sign: SIGN.edge,
    hint: /(?:end|beginning|start|middle) of (?:the|this|last|next) /i,
    patterns: [
      english(
        `(?:the )?(?:end|beginning|start|middle) of (?<which>the|this|last|next) (?<unit>week|month|year|decade|century)\\b`,
        'giu',
      ),
    ],
  },
  {
    sign: SIGN.beside,
    hint: /year[- ]end\b|(?:day|year|week|month|night) (?:before|after)\b/i,
    patterns: [
      english(
        `year[- ]end\\b|(?<unit>day|year|week|month|night) (?<beyond>before|after) (?:yesterday|tomorrow|last)\\b|(?<=the )(?:year|week|month|night) (?:before|after)(?=[,.;])`,
        'giu',
      ),
    ],
  },
  {
    sign: SIGN.later,
    hint: / (?:later|earlier)\b/i,
    patterns: [
      english(
        `(?:${NUMBER}) (?:days?|weeks?|months?|years?|decades?) (?:later|earlier)${END}(?! than)`,
        'giu',
      ),
    ],
  },
];
