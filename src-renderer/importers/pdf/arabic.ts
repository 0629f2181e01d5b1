/** Arabic, Hebrew and Latin letters in the shape they take in a font (Unicode: presentation forms). */
const PRESENTED = /[\ufb00-\ufb06\ufb13-\ufdfb\ufe70-\ufefc]+/gu;

/** The letters themselves in place of shapes of letters, ligatures in full. */
export const plainLetters = (text: string): string =>
  text.replaceAll(PRESENTED, (shapes) => shapes.normalize('NFKC'));

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
  ['‹', '›'],
];

/** How many of the brackets close what was not opened, or are never closed. */
function unpaired(text: string, open: string, close: string): number {
  let [depth, wrong] = [0, 0];
  for (const letter of text) {
    if (letter === open) depth += 1;
    else if (letter === close) {
      if (depth > 0) depth -= 1;
      else wrong += 1;
    }
  }
  return wrong + depth;
}

const swapped = (text: string, open: string, close: string): string =>
  Array.from(text, (letter) => (letter === open ? close : letter === close ? open : letter)).join('');

/**
 * A paragraph from right to left with its brackets as they are read. Some programs write them as they
 * look there; they are turned only where more of them find their partner then.
 */
export function pairedBrackets(text: string): string {
  let paired = text;
  for (const [open, close] of PAIRS) {
    const turned = swapped(paired, open, close);
    if (unpaired(turned, open, close) < unpaired(paired, open, close)) paired = turned;
  }
  return paired;
}
