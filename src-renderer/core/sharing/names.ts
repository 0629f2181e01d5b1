/** Longest name kept, in letters. */
const MOST_NAME = 100;

/** Control characters, and those that turn the direction of what stands after a name. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A name as it is kept: NFC, single spaces, nothing unseen. Null when nothing is left. */
export function cleanName(text: string): string | null {
  const seen = text.replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').normalize('NFC');
  const name = [...seen.replaceAll(/ +/gu, ' ').trim()].slice(0, MOST_NAME).join('').trim();
  return name === '' ? null : name;
}

/** Whether two names would be taken for one another: capitals and letter forms do not tell people apart. */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (name: string): string => (cleanName(name) ?? '').normalize('NFKC').toLocaleLowerCase('und');
