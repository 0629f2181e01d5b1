/** Languages exports are written in. */
export type MarkLanguage = 'en' | 'ar';

/** What stands where words were withheld: a name, a detail, a web address, a file's name, a whole text. */
export type Mark = 'name' | 'detail' | 'link' | 'file' | 'text';

const MARKS: Readonly<Record<MarkLanguage, Readonly<Record<Mark, string>>>> = {
  en: {
    name: '[name withheld]',
    detail: '[detail withheld]',
    link: '[link withheld]',
    file: '[file name withheld]',
    text: '[text withheld]',
  },
  ar: {
    name: '[حُجب الاسم]',
    detail: '[حُجب الوصف]',
    link: '[حُجب الرابط]',
    file: '[حُجب اسم الملف]',
    text: '[حُجب النص]',
  },
};

/** The mark in the language of an export; in Arabic words always in Arabic. */
export const markFor = (mark: Mark, language: MarkLanguage, words = ''): string =>
  MARKS[/\p{Script=Arabic}/u.test(words) ? 'ar' : language][mark];

const ALL = new Set(Object.values(MARKS).flatMap((marks) => Object.values(marks)));

/** Whether words are nothing but one of our marks: what was withheld needs no protection. */
export const isMark = (words: string): boolean => ALL.has(words.trim());
