const VARIANTS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ς: 'σ',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
};

const REPLACED = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'gu');
/** Combining marks (accents, Arabic vowel signs), tatweel and invisible direction marks. */
const DROPPED = /[\p{M}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const PLAIN = /^[\0-\x7f]*$/u;
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/**
 * Text as searches compare it: lower case, without accents and Arabic vowel signs, with one letter
 * for each family of Arabic variants (أ إ آ → ا, ى → ي, ة → ه) and Western digits. Offsets into it
 * are not offsets into the text.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(DROPPED, '')
    .replaceAll(REPLACED, (letter) => VARIANTS[letter] ?? letter)
    .replaceAll(DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
