/**
 * Characters read as another one, each of one UTF-16 unit, so that offsets into the shadow are
 * offsets into the text.
 */
const READ_AS: Readonly<Record<string, string>> = {
  // Double quotation marks of any shape; which way they point is read from the text itself.
  '"': '“”„‟″«»‹›＂〝〞〟「」『』',
  "'": '‘’‚‛ʼ′＇´',
  ' ': '\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  '\n': '\r\u2028\u2029\u0085',
  '-': '‐‑−﹣－',
  '—': '―',
  ',': '،，',
  ';': '؛；',
  '?': '؟？',
  '!': '！',
  '.': '۔。．',
  ':': '：',
  '%': '٪％',
  '(': '（',
  ')': '）',
  ا: 'أإآٱ',
  ي: 'ىیئ',
  ه: 'ة',
  ك: 'ک',
  و: 'ؤ',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, digit) => [
      String(digit),
      String.fromCharCode(0x660 + digit, 0x6f0 + digit),
    ]),
  ),
};

/** What each UTF-16 unit is read as, by its number; itself where nothing else is said. */
const SHADOWS = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
for (const [plain, variants] of Object.entries(READ_AS)) {
  for (const variant of variants) SHADOWS[variant.charCodeAt(0)] = plain.charCodeAt(0);
}

const PLAIN = /^[\n\x20-\x7e]*$/;
const REPLACEMENT = 0xfffd;
/** Units made into a string at once: a call takes only so many arguments. */
const SLICE = 8192;

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The unit at a place as it is read; half a pair alone would be a broken character in everything made from it. */
function unitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Behind the last unit stands none (NaN), which is no half.
  if (isHigh(unit)) return isLow(text.charCodeAt(at + 1)) ? unit : REPLACEMENT;
  if (isLow(unit)) return at > 0 && isHigh(text.charCodeAt(at - 1)) ? unit : REPLACEMENT;
  return SHADOWS[unit] ?? unit;
}

/**
 * The text as the engine reads it: the same length, unit by unit, with one shape for each kind of
 * quotation mark, white space (tabs, no-break spaces and direction marks are ` `, every line end
 * is `\n`), hyphen and stop, one letter for each family of Arabic variants (أ إ آ → ا, ى → ي,
 * ة → ه, as `core/text/fold.ts`), Western digits, and U+FFFD for half a surrogate pair. Letters
 * keep their case; Arabic vowel signs stay (see `withoutMarks`). The text itself is never altered:
 * what is found in the shadow is cut out of the text at the same offsets.
 */
export function shadowOf(text: string): string {
  if (PLAIN.test(text)) return text;
  const slices: string[] = [];
  const units = new Uint16Array(Math.min(SLICE, text.length));
  for (let from = 0; from < text.length; from += SLICE) {
    const count = Math.min(SLICE, text.length - from);
    for (let at = 0; at < count; at += 1) units[at] = unitAt(text, from + at);
    slices.push(String.fromCharCode(...units.subarray(0, count)));
  }
  return slices.join('');
}

/** Arabic vowel signs, the lengthening stroke, joiners and soft hyphens. */
const MARKS =
  /\u0640|\u00ad|\u200c|\u200d|\u2060|\u0670|[\u0610-\u061a]|[\u064b-\u065f]|[\u06d6-\u06dc]|[\u06df-\u06e4]/g;

/** A word of the shadow without what readers pass over, to look it up: وفقًا → وفقا. Not of the same length. */
export const withoutMarks = (word: string): string => word.replace(MARKS, '');
