import { TextFlow } from './text-flow.ts';

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
function walk(node: Node, page: TextFlow, verbatim: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) page.words(child.nodeValue ?? '', verbatim);
    else if (child.nodeType === 1) walkElement(child, page, verbatim);
  }
}

function walkElement(element: Node, page: TextFlow, verbatim: boolean): void {
  const name = element.nodeName.toUpperCase();
  if (SILENT.has(name)) return;
  if (name === 'BR') return page.lineEnd();
  if (name === 'TD' || name === 'TH') page.tab();
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
  const page = new TextFlow();
  walk(root, page, false);
  return page.text;
}
