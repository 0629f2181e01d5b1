/** Ways the rules name in which a Latin name may be written. */
const LATIN_WAYS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'with long vowels': (text) => text.replaceAll('a', 'ā').replaceAll('i', 'ī'),
  decomposed: (text) => text.replaceAll('a', 'a\u0304'),
  'with el-': (text) => text.replaceAll('al-', 'el-'),
  'with al and a blank': (text) => text.replaceAll('al-', 'al '),
  'without hyphens': (text) => text.replaceAll('-', ''),
  'hyphens for blanks': (text) => text.replaceAll(' ', '-'),
  underscores: (text) => text.replaceAll(/[ -]/gu, '_'),
  'two blanks': (text) => text.replaceAll(' ', '  '),
  'no-break blanks': (text) => text.replaceAll(' ', '\u00a0'),
  'over two lines': (text) => text.replaceAll(' ', '\n'),
  'over two lines of Windows': (text) => text.replaceAll(' ', ' \r\n  '),
  'hyphenated at the line end': (text) => `${text.slice(0, -3)}-\n${text.slice(-3)}`,
  'with a soft hyphen': (text) => `${text.slice(0, -3)}\u00ad${text.slice(-3)}`,
  'zero-width between all letters': (text) => [...text].join('\u200b'),
  'joiners between all letters': (text) => [...text].join('\u200d'),
  'with direction marks': (text) => `\u202a${text.replaceAll(' ', ' \u200e')}\u202c`,
  'with an apostrophe': (text) => text.replace(/a(?=[^a]*$)/u, "a'"),
  'with the sign for ayn': (text) => `ʿ${text}`,
  'full-width letters': (text) =>
    text.replaceAll(/[A-Za-z]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  'family name first': (text) => text.replace(/^(.*) (\S+)$/u, '$2, $1'),
  'family name first, capital': (text) =>
    text.replace(/^(.*) (\S+)$/u, (_, given: string, family: string) => `${family.toUpperCase()},${given}`),
  'with another hyphen': (text) => text.replaceAll('-', '\u2011'),
};

const PRESENTATION: Readonly<Record<string, string>> = { ا: '\uFE8E', ل: '\uFEDF', ي: '\uFEF3', م: '\uFEE3' };

/** Ways in which an Arabic name may be written. */
const ARABIC_WAYS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with vowel signs': (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u064e'),
  'with doubling signs': (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u0651\u0650'),
  'with tatweel': (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u0640\u0640'),
  'alif with hamza': (text) => text.replaceAll('ا', 'أ'),
  'alif with hamza below': (text) => text.replaceAll('ا', 'إ'),
  'alif with madda': (text) => text.replaceAll('ا', 'آ'),
  'alif wasla': (text) => text.replaceAll('ا', 'ٱ'),
  'dotless ya': (text) => text.replaceAll('ي', 'ى'),
  'Persian ya': (text) => text.replaceAll('ي', 'ی'),
  'ya with hamza': (text) => text.replaceAll('ي', 'ئ'),
  'waw with hamza': (text) => text.replaceAll('و', 'ؤ'),
  'ta marbuta as ha': (text) => text.replaceAll('ة', 'ه'),
  'Persian kaf': (text) => text.replaceAll('ك', 'ک'),
  'over two lines': (text) => text.replaceAll(' ', '\n'),
  'written as one': (text) => text.replaceAll(' ', ''),
  'zero-width between all letters': (text) => [...text].join('\u200b'),
  'with direction marks': (text) => `\u200f${text}\u200f`,
  isolated: (text) => `\u2067${text}\u2069`,
  'after و': (text) => `و${text}`,
  'after ف': (text) => `ف${text}`,
  'after ب': (text) => `ب${text}`,
  'after ل': (text) => `ل${text}`,
  'after ك': (text) => `ك${text}`,
  'after و and ل': (text) => `ول${text}`,
  'family name first': (text) => text.replace(/^(.*) (\S+)$/u, '$2، $1'),
  'family name first, Latin comma': (text) => text.replace(/^(.*) (\S+)$/u, '$2, $1'),
  'presentation forms': (text) => [...text].map((letter) => PRESENTATION[letter] ?? letter).join(''),
};

const NAMES = {
  latin: ['Amer al-Naklawi', 'Abu Abed al-Shami', 'Yousef Hamdan'],
  arabic: ['عامر النكلاوي', 'أبو عابد الشامي', 'فاطمة الكبيسي', 'يوسف حمدان'],
};

/** Each name in each way: the name, the way, the words as they stand in the case. */
export const CASES = [
  ...NAMES.latin.flatMap((one) =>
    Object.entries(LATIN_WAYS).map(([way, write]) => [one, way, write(one)] as const),
  ),
  ...NAMES.arabic.flatMap((one) =>
    Object.entries(ARABIC_WAYS).map(([way, write]) => [one, way, write(one)] as const),
  ),
].filter(([one, way, words]) => way === 'as it is' || words !== one);

/** What gives a name away, found without any of the code under test. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}\u0640\s'ʿ_-]/gu, '')
    .replaceAll(/[ىی]/gu, 'ي')
    .replaceAll('ٱ', 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ک', 'ك');
/** What gives each name away in {@link plain} words. */
export const FAMILY: Readonly<Record<string, RegExp>> = {
  'Amer al-Naklawi': /naklawi/u,
  'Abu Abed al-Shami': /abed|shami/u,
  'Yousef Hamdan': /hamdan/u,
  'عامر النكلاوي': /نكلاوي/u,
  'أبو عابد الشامي': /شامي|عابد/u,
  'فاطمة الكبيسي': /كبيسي/u,
  'يوسف حمدان': /حمدان/u,
};
