/** Several texts in one cell: `; ` between them, `\` before a semicolon or backslash of their own. */
export const joinList = (texts: readonly string[]): string =>
  texts.map((text) => text.replaceAll(/[\\;]/g, (mark) => `\\${mark}`)).join('; ');

/** The texts of such a cell, blanks around them and empty ones dropped. */
export function splitList(cell: string): string[] {
  const texts = [''];
  for (let at = 0; at < cell.length; at += 1) {
    const mark = cell[at] ?? '';
    const next = cell[at + 1] ?? '';
    if (mark === ';') texts.push('');
    else if (mark === '\\' && (next === ';' || next === '\\')) {
      texts[texts.length - 1] += next;
      at += 1;
    } else texts[texts.length - 1] += mark;
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
