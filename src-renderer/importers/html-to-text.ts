/** Elements that stand as paragraphs of their own. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'
  ).split(' '),
);
/** Blocks that follow each other line by line, without an empty line between. */
const TIGHT = new Set(['LI', 'DT', 'DD', 'TR', 'THEAD', 'TBODY', 'TFOOT']);
/** What is no text of the page. */
const SILENT = new Set(
  'AUDIO BUTTON CANVAS EMBED IFRAME INPUT MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(
    ' ',
  ),
);
/** The white space a page collapses; a non-breaking space is none of it. */
const COLLAPSED = /[ \t\n\f\r]+/g;

/** Text as it grows: `gap` line ends are due before the next words. */
class Page {
  text = '';
  private gap = 0;
  private space = false;

  /** Words as they stand in the source. */
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
    this.gap = Math.max(this.gap, lines);
    this.space = false;
  }

  lineEnd(): void {
    this.gap += 1;
    this.space = false;
  }

  cell(): void {
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

function walk(node: Node, page: Page, verbatim: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) page.words(child.nodeValue ?? '', verbatim);
    else if (child.nodeType === 1) walkElement(child, page, verbatim);
  }
}

function walkElement(element: Node, page: Page, verbatim: boolean): void {
  const name = element.nodeName.toUpperCase();
  if (SILENT.has(name)) return;
  if (name === 'BR') return page.lineEnd();
  if (name === 'TD' || name === 'TH') page.cell();
  const lines = TIGHT.has(name) ? 1 : BLOCKS.has(name) ? 2 : 0;
  page.breakOff(lines);
  walk(element, page, verbatim || name === 'PRE');
  page.breakOff(lines);
}

/**
 * The text of a page or a part of it: paragraphs with an empty line between, list items and table
 * rows line by line, cells with tabs; white space collapsed as a browser does, except in `pre`.
 * Reads nodes only: nothing is run, fetched or styled.
 */
export function htmlToText(root: Node): string {
  const page = new Page();
  walk(root, page, false);
  return page.text;
}
