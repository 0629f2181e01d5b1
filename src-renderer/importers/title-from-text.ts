/** Characters of a title; longer ones are cut. */
export const TITLE_LENGTH = 120;

/** One line, without blanks around it, cut to {@link TITLE_LENGTH} characters. */
export function toTitle(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * TITLE_LENGTH + 2));
  if (characters.length <= TITLE_LENGTH) return line;
  return `${characters
    .slice(0, TITLE_LENGTH - 1)
    .join('')
    .trimEnd()}…`;
}

/** The first line of a text that is not blank. */
export const titleOfText = (text: string): string => toTitle(/\S[^\r\n\u2028\u2029]*/.exec(text)?.[0] ?? '');

const FENCED = /^ {0,3}(```|~~~)[^]*?(?:^ {0,3}\1|$(?![^]))/gm;
const HEADING =
  /^ {0,3}(?:#{1,6}[ \t]+([^\r\n]*?)(?:[ \t]+#*)?[ \t]*$|(\S[^\r\n]*)\r?\n {0,3}(?:=+|-+)[ \t]*$)/m;
/** How far into a Markdown text its first heading is looked for. */
const HEADING_WITHIN = 64 * 1024;

/** The first heading of a Markdown text, else its first line. */
export function titleOfMarkdown(text: string): string {
  const [, hashed, underlined] = HEADING.exec(text.slice(0, HEADING_WITHIN).replaceAll(FENCED, '')) ?? [];
  return toTitle(hashed ?? underlined ?? '') || titleOfText(text);
}
