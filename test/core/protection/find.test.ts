import { describe, expect, it } from 'vitest';
import { findNeedles, type Needle } from '#core/protection/find.ts';

const needles = (...words: string[]): Needle[] => words.map((one) => ({ itemId: one, words: one, as: '' }));
const found = (text: string, ...words: string[]) =>
  findNeedles(text, needles(...words)).map(({ start, end }) => text.slice(start, end));

describe('finding a protected name', () => {
  it.each([
    ['as it is', 'Amer al-Naklawi', 'We met Amer al-Naklawi there.', 'Amer al-Naklawi'],
    ['in capitals', 'Amer al-Naklawi', 'AMER AL-NAKLAWI said', 'AMER AL-NAKLAWI'],
    ['with accents', 'Amer al-Naklawi', 'ʿĀmer al-Naklāwī said', 'Āmer al-Naklāwī'],
    ['with another article', 'Amer al-Naklawi', 'Amer el Naklawi said', 'Amer el Naklawi'],
    ['without its article', 'Amer al-Naklawi', 'Amer Naklawi said', 'Amer Naklawi'],
    ['with an assimilated article', 'Amer al-Naklawi', 'Amer an-Naklawi said', 'Amer an-Naklawi'],
    ['written as one', 'Amer al-Naklawi', 'see AmerAlNaklawi.mp4', 'AmerAlNaklawi'],
    ['in a file name', 'Abu Abed', 'abu_abed_2014.jpg', 'abu_abed'],
    ['in a file name without parts', 'Abu Abed', 'AbuAbedInterview.mp4', 'AbuAbed'],
    ['over a line end', 'Abu Abed', 'said Abu\n  Abed then', 'Abu\n  Abed'],
    ['hyphenated at a line end', 'Amer al-Naklawi', 'Amer al-Nakla-\nwi said', 'Amer al-Nakla-\nwi'],
    ['with soft hyphens', 'Naklawi', 'Nak\u00adla\u00adwi said', 'Nak\u00adla\u00adwi'],
    ['with zero-width characters', 'Naklawi', 'Nak\u200bla\u200dwi', 'Nak\u200bla\u200dwi'],
    ['between direction marks', 'Naklawi', '\u200fNaklawi\u200f', 'Naklawi'],
    ['with an apostrophe', 'Kaab', "Ka'ab came", "Ka'ab"],
    ['in the possessive', 'Naklawi', 'Naklawi’s house', 'Naklawi'],
    ['kunya spelled otherwise', 'Abu Abed', 'Abou-Abed said', 'Abou-Abed'],
    ['Arabic', 'عامر النكلاوي', 'قال عامر النكلاوي إن', 'عامر النكلاوي'],
    ['with vowel signs', 'عامر', 'قال عَامِر إن', 'عَامِر'],
    ['with tatweel', 'عامر', 'قال عــامر إن', 'عــامر'],
    ['with letter variants', 'أحمد', 'قال احمد', 'احمد'],
    ['with ى for ي', 'سامي', 'قال سامى', 'سامى'],
    ['with ه for ة', 'فاطمة', 'قالت فاطمه', 'فاطمه'],
    ['after a particle', 'سامي', 'قال وسامي', 'سامي'],
    ['after ل and article', 'النكلاوي', 'قال للنكلاوي', 'نكلاوي'],
    ['after و and article', 'النكلاوي', 'عامر والنكلاوي', 'نكلاوي'],
    ['kunya in another case', 'أبو عابد', 'مع أبي عابد', 'أبي عابد'],
    ['presentation forms', 'سامي', 'قال \uFEB3\uFE8E\uFEE3\uFEF2', '\uFEB3\uFE8E\uFEE3\uFEF2'],
    ['Arabic digits', '0991234567', 'رقم ٠٩٩١٢٣٤٥٦٧', '٠٩٩١٢٣٤٥٦٧'],
    ['a number grouped', '0991234567', 'call 099 123-45-67', '099 123-45-67'],
    ['percent-encoded', 'سامي', 'https://x.org/%D8%B3%D8%A7%D9%85%D9%8A', '%D8%B3%D8%A7%D9%85%D9%8A'],
    ['with a blank of another kind', 'Abu Abed', 'Abu\u00a0Abed', 'Abu\u00a0Abed'],
    ['family name first', 'Omar Haddad', 'Haddad, Omar (2014)', 'Haddad, Omar'],
    ['family name first, with its article', 'Omar al-Haddad', 'see AL-HADDAD, Omar', 'AL-HADDAD, Omar'],
    ['family name first, without its article', 'Omar al-Haddad', 'Haddad , Omar', 'Haddad , Omar'],
    ['two family names first', 'Omar Khaled Haddad', 'Khaled Haddad, Omar', 'Khaled Haddad, Omar'],
    ['in two columns of a table', 'Omar Haddad', '"Haddad","Omar"', 'Haddad","Omar'],
    ['Arabic, family name first', 'عمر الحداد', 'انظر الحداد، عمر', 'حداد، عمر'],
    ['Arabic, family name first, Latin comma', 'عمر الحداد', 'حداد, عمر', 'حداد, عمر'],
    [
      'with its closing quotation mark',
      'Abu Hajer “Kuwaiti”',
      'met Abu Hajer “Kuwaiti” there',
      'Abu Hajer “Kuwaiti”',
    ],
    ['with its closing bracket', 'Sami (the Tall)', 'Sami (the Tall), he said', 'Sami (the Tall)'],
    ['within quotation marks', 'Sami Abed', '“Sami Abed” said', 'Sami Abed'],
    ['one and two words', 'Abdulrahman', 'Abd al-Rahman said', 'Abd al-Rahman'],
    ['two and one words', 'Abd al-Rahman', 'Abdulrahman said', 'Abdulrahman'],
  ])('%s', (_, words, text, hit) => {
    expect(found(text, words)).toEqual([hit]);
  });

  it.each([
    ['inside a word', 'Sami', 'Samir and Samisen and Usami'],
    ['over two words', 'Isa', 'It is a house'],
    ['a verb', "Sa'id", 'he said so'],
    ['an Arabic preposition', 'علي', 'جلس على الكرسي'],
    ['two in a list', 'Sami Abed', 'Sami, Abed and others'],
    ['family name first in another sentence', 'Omar Haddad', 'asked Haddad. Omar came'],
    ['family name first of somebody else', 'Omar Haddad', 'Haddad, Omari and'],
    ['a word before that looks like an article', 'Tikriti', 'It'],
    ['inside an Arabic word', 'عابد', 'هم عابدون'],
  ])('is silent: %s', (_, words, text) => {
    expect(found(text, words)).toEqual([]);
  });

  it('takes no word before a name for its article', () => {
    expect(found('This is Naklawi', 'al-Naklawi')).toEqual(['Naklawi']);
    expect(found('a local Naklawi', 'al-Naklawi')).toEqual(['Naklawi']);
  });

  it('takes the longest of overlapping names', () => {
    expect(found('Amer al-Naklawi and Naklawi', 'Naklawi', 'Amer al-Naklawi')).toEqual([
      'Amer al-Naklawi',
      'Naklawi',
    ]);
  });

  it('looks for nothing in one letter', () => {
    expect(found('A said', 'A', '-')).toEqual([]);
  });
});
