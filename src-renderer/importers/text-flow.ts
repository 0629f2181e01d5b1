/** The white space a page collapses; a non-breaking space is none of it. */
const COLLAPSED = /[ \t\n\f\r]+/g;

/** Text of a page as it grows: `gap` line ends are due before the next words. */
export class TextFlow {
  text = '';
  private gap = 0;
  private space = false;

  /** Words as they stand in the source; not `verbatim`: white space collapsed as a browser does. */
  words(source: string, verbatim: boolean): void {
    if (verbatim) {
      if (source !== '') this.put(source);
      return;
    }
    const words = source.replaceAll(COLLAPSED, ' ');
    if (words.startsWith(' ')) this.space = true;
    const bare = words.replace(/^ | $/g, '');
    if (bare === '') return;
    this.put(bare);
    this.space = words.endsWith(' ');
  }

  /** At least so many line ends before what follows. */
  breakOff(lines: number): void {
    // An element within a line parts no words, and takes no space away.
    if (lines === 0) return;
    this.gap = Math.max(this.gap, lines);
    this.space = false;
  }

  lineEnd(): void {
    this.gap += 1;
    this.space = false;
  }

  /** A tab, but at the head of a line. */
  tab(): void {
    if (this.gap === 0 && this.text !== '') this.text += '\t';
    this.space = false;
  }

  private put(words: string): void {
    if (this.text !== '' && this.gap > 0) this.text += '\n'.repeat(this.gap);
    else if (this.space && this.text !== '' && !/\s$/.test(this.text)) this.text += ' ';
    this.text += words;
    this.gap = 0;
    this.space = false;
  }
}
