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

const SHADOWS: ReadonlyMap<string, string> = new Map(
  Object.entries(READ_AS).flatMap(([plain, variants]) => [...variants].map((variant) => [variant, plain])),
);

const VARIANT = new RegExp(`[${[...SHADOWS.keys()].join('')}]`, 'g');
/** Half a pair alone would be a broken character in everything made from the shadow. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const PLAIN = /^[\n\x20-\x7e]*$/;

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
  return text
    .replace(VARIANT, (variant) => SHADOWS.get(variant) ?? variant)
    .replace(LONE_SURROGATE, '\ufffd');
}

/** Arabic vowel signs, the lengthening stroke, joiners and soft hyphens. */
const MARKS =
  /\u0640|\u00ad|\u200c|\u200d|\u2060|\u0670|[\u{610}-\u{61a}]|[\u{64b}-\u{65f}]|[\u{6d6}-\u{6dc}]|[\u{6df}-\u{6e4}]/gu;

/** A word of the shadow without what readers pass over, to look it up: وفقًا → وفقا. Not of the same length. */
export const withoutMarks = (word: string): string => word.replace(MARKS, '');
