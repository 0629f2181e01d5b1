import mammoth from 'mammoth';
import { ImportError } from '../import-error.ts';
import { TextFlow } from '../text-flow.ts';
import { wordParts } from './docx-parts.ts';
import { requireDocx } from './require-docx.ts';

/** A node of the tree that mammoth makes of a Word document, as far as it is read here. */
type Node = {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly breakType?: string;
  readonly numbering?: unknown;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly body?: readonly Node[];
};
type Root = Node & {
  readonly notes?: { resolve(reference: Reference): Node | null };
};

type Reference = { readonly noteType: string; readonly noteId: string };

/** `references`: the notes met so far, by a key of their own, in order. */
type Walk = { readonly flow: TextFlow; readonly references: Map<string, Reference> };

function walkAll(nodes: readonly Node[] | undefined, walk: Walk): void {
  for (const node of nodes ?? []) walkNode(node, walk);
}

/** A block with so many line ends on either side of it. */
function block(node: Node, lines: number, walk: Walk): void {
  walk.flow.breakOff(lines);
  walkAll(node.children, walk);
  walk.flow.breakOff(lines);
}

function walkNode(node: Node, walk: Walk): void {
  const { flow } = walk;
  switch (node.type) {
    case 'text':
      return flow.words(node.value ?? '', true);
    case 'tab':
      return flow.tab();
    case 'break':
      return node.breakType === 'line' ? flow.lineEnd() : flow.breakOff(2);
    case 'paragraph':
      return block(node, node.numbering ? 1 : 2, walk);
    case 'table':
      return block(node, 2, walk);
    case 'tableRow':
      return walkRow(node, walk);
    case 'noteReference':
      return flow.words(`[${numberOf(node, walk)}]`, true);
    default:
      walkAll(node.children, walk);
  }
}

/** The number of a note: the place of its first reference in the text. */
function numberOf({ noteType = '', noteId = '' }: Node, { references }: Walk): number {
  const key = `${noteType} ${noteId}`;
  references.set(key, { noteType, noteId });
  return [...references.keys()].indexOf(key) + 1;
}

/** Paragraphs on one line, with a blank between. */
function oneLine(nodes: readonly Node[] | undefined, { references }: Walk): string {
  const within: Walk = { flow: new TextFlow(), references };
  walkAll(nodes, within);
  return within.flow.text.replaceAll(/\s*\n\s*/g, ' ');
}

function walkRow(row: Node, walk: Walk): void {
  walk.flow.breakOff(1);
  for (const [at, cell] of (row.children ?? []).entries()) {
    if (at > 0) walk.flow.tab();
    walk.flow.words(oneLine(cell.children, walk), true);
  }
  walk.flow.breakOff(1);
}

function textOf(root: Root): string {
  const walk: Walk = { flow: new TextFlow(), references: new Map() };
  walkAll(root.children, walk);
  walk.flow.breakOff(2);
  let number = 0;
  // A note may refer to another: the map grows while it is read, by each note once.
  for (const reference of walk.references.values()) {
    number += 1;
    walk.flow.words(`[${number}] ${oneLine(root.notes?.resolve(reference)?.body, walk)}`, true);
    walk.flow.breakOff(1);
  }
  return walk.flow.text;
}

/**
 * The words of a Word document (Office Open XML): paragraphs with an empty line between, list items
 * and table rows line by line, cells with tabs, foot- and endnotes at the end under the number that
 * stands in the text. Insertions that were not accepted yet count, deletions and comments do not.
 * Pictures are never unpacked, nothing is fetched. Throws ImportError: `protected-file`, `old-word`,
 * `damaged-file`, `too-large`, `empty-file`.
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  requireDocx(bytes);
  const parts = wordParts(bytes);
  let root: Root | null = null;
  const transformDocument = (document: Root): Root => {
    root = document;
    return { ...document, children: [] };
  };
  // In Node mammoth takes `buffer`, in a browser `arrayBuffer`.
  const input = { arrayBuffer: parts.slice().buffer, buffer: parts };
  try {
    await mammoth.convertToHtml(input, { transformDocument });
  } catch (error) {
    throw new ImportError('damaged-file', 'This is no whole Word document.', { cause: error });
  }
  const text = root === null ? '' : textOf(root);
  if (text.trim() === '') throw new ImportError('empty-file', 'There is no text in this document.');
  return text;
}
