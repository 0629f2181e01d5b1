/** Nothing but Latin letters without accents, Western figures, signs, dashes and quotation marks. */
const PLAIN = /^[\0-\x7f£€\u2010-\u2027\u2030-\u203a]*$/;
/** The same, and what stands in the Arabic block. */
const ARABIC = /^[\0-\x7f£€\u2010-\u2027\u2030-\u203a\u0600-\u06ff]*$/;

type Classes = Readonly<Record<string, string>>;

const PLAIN_CLASSES: Classes = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  Lo: '',
  N: '0-9',
  M: '',
};

/** Letters, marks and figures of the Arabic block (Unicode 15); it has no capitals. */
const ARABIC_CLASSES: Classes = {
  L: 'A-Za-z\\u0620-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06e5\\u06e6\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff',
  Lu: 'A-Z',
  Ll: 'a-z',
  Lo: '\\u0620-\\u063f\\u0641-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff',
  N: '0-9\\u0660-\\u0669\\u06f0-\\u06f9',
  M: '\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed',
};

/** The source of a pattern with Unicode classes, written with those of a script. */
function sourceWith(source: string, classes: Classes): string {
  let within = false;
  return source.replaceAll(/\\p\{(\w+)\}|\\[\s\S]|[[\]]/g, (part, name: string | undefined) => {
    if (name !== undefined) {
      const letters = classes[name];
      if (letters === undefined) throw new Error(`no plain form of \\p{${name}}`);
      return within ? letters : `[${letters}]`;
    }
    if (part === '[' && !within) within = true;
    else if (part === ']') within = false;
    return part;
  });
}

/**
 * A pattern with Unicode classes (letters, figures, marks) that finds the same two to four times as
 * fast in text that is plain English or Arabic, as most is: gives the form to use for a text.
 */
export function twin(pattern: RegExp): (text: string) => RegExp {
  const flags = pattern.flags.replace('u', '');
  const plain = new RegExp(sourceWith(pattern.source, PLAIN_CLASSES), flags);
  const arabic = new RegExp(sourceWith(pattern.source, ARABIC_CLASSES), flags);
  return (text) => (PLAIN.test(text) ? plain : ARABIC.test(text) ? arabic : pattern);
}
