import { parseHTML } from 'linkedom/worker';
import { type DefaultTreeAdapterMap, html as names, parse } from 'parse5';

type Parsed = DefaultTreeAdapterMap['node'];

const EMPTY = '<!doctype html><html><head></head><body></body></html>';
/** Elements within each other; pages nest a few dozen, and deeper ones are made flat here. */
const DEEPEST = 400;

function elementOf(page: Document, node: DefaultTreeAdapterMap['element']): Element {
  const element =
    node.namespaceURI === names.NS.HTML
      ? page.createElement(node.tagName)
      : page.createElementNS(node.namespaceURI, node.tagName);
  // Names that no DOM takes (`<p "">`) say nothing that is read here.
  for (const { name, prefix, value } of node.attrs)
    if (/^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name))
      element.setAttribute(prefix ? `${prefix}:${name}` : name, value);
  return element;
}

/** Copies nodes one by one, from a list of what is left: a page may nest deeper than calls can. */
function copy(page: Document, children: readonly Parsed[], into: Node): void {
  const left: { readonly node: Parsed; readonly parent: Node; readonly depth: number }[] = [];
  const add = (nodes: readonly Parsed[], parent: Node, depth: number): void => {
    for (const node of [...nodes].reverse()) left.push({ node, parent, depth });
  };
  add(children, into, 0);
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, parent, depth } = next;
    if (node.nodeName === '#text' && 'value' in node) parent.appendChild(page.createTextNode(node.value));
    else if (node.nodeName === '#comment' && 'data' in node)
      parent.appendChild(page.createComment(node.data));
    else if ('tagName' in node) {
      const element = elementOf(page, node);
      parent.appendChild(element);
      add(node.childNodes, depth < DEEPEST ? element : parent, depth + 1);
    }
  }
}

/**
 * A page as browsers read it (WHATWG HTML, by parse5), as a document that no browser is needed for: it
 * can be made in a worker. Its scripts never run and nothing it names is fetched. What stands in
 * templates is left out, as it is in a browser.
 */
export function parsePage(html: string): Document {
  const { document: page } = parseHTML(EMPTY);
  const root = parse(html, { scriptingEnabled: false }).childNodes.find((node) => node.nodeName === 'html');
  if (!root || !('attrs' in root)) return page;
  for (const { name, value } of root.attrs)
    if (name === 'lang' || name === 'dir') page.documentElement.setAttribute(name, value);
  for (const part of root.childNodes) {
    if (!('childNodes' in part)) continue;
    if (part.nodeName === 'head') copy(page, part.childNodes, page.head);
    else if (part.nodeName === 'body' || part.nodeName === 'frameset') copy(page, part.childNodes, page.body);
  }
  return page;
}
