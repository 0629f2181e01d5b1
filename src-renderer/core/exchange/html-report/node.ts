/** An element of a page, or text in it. */
export type HtmlNode = string | HtmlElement;
export type HtmlElement = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
};

/**
 * Text as every HTML parser hands it back: CR and NUL never survive one, half characters no UTF-8.
 */
const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replaceAll(/\p{Cs}/gu, '\ufffd');

export const element = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly HtmlNode[]
): HtmlElement => ({
  tag,
  attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, clean(value)])),
  children: children.map((child) => (typeof child === 'string' ? clean(child) : child)),
});

/** Elements without an end tag (HTML, 13.1.2) that a page of ours may hold. */
export const VOID = new Set(['meta', 'br']);
/** Elements whose text is no markup. */
export const RAW = new Set(['style', 'script']);
/** What stands in these two changes with the check itself. */
const APART = new Set(['check', 'fingerprint']);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The element as HTML. */
export function htmlOf(node: HtmlNode): string {
  if (typeof node === 'string') return escaped(node);
  const { tag, attributes, children } = node;
  const head = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  if (VOID.has(tag)) return `<${tag}${head.join('')}>`;
  const inner = children.map((child) => (RAW.has(tag) && typeof child === 'string' ? child : htmlOf(child)));
  return `<${tag}${head.join('')}>${inner.join('')}</${tag}>`;
}

/**
 * The element in one form that a browser's document gives as well (see `check-script.ts`, which must
 * stay in step): tags, sorted attributes and joined text, each as JSON. What `APART` names counts as
 * empty.
 */
export function canonOf(node: HtmlElement): string {
  const { tag, attributes, children } = node;
  const names = Object.keys(attributes).sort();
  let canon = `<${tag}${names.map((name) => ` ${name}=${JSON.stringify(attributes[name])}`).join('')}>`;
  if (APART.has(attributes['id'] ?? '')) return canon;
  let text = '';
  const flush = (): void => {
    if (text !== '') canon += JSON.stringify(text);
    text = '';
  };
  for (const child of children) {
    if (typeof child === 'string') text += child;
    else {
      flush();
      canon += canonOf(child);
    }
  }
  flush();
  return `${canon}</${tag}>`;
}
