import { sha256Text } from '../../journal/hash.ts';
import { HTML_START } from './build.ts';
import { canonOf, type HtmlElement, type HtmlNode, RAW, VOID } from './node.ts';

/** What an HTML report is found to be. */
export type HtmlVerdict =
  | { readonly kind: 'same'; readonly fingerprint: string; readonly data: unknown }
  /** Its content does not fit its fingerprint. */
  | { readonly kind: 'altered'; readonly stated: string }
  /** Not written as this program writes: from `at` (UTF-16) on it cannot even be compared. */
  | { readonly kind: 'broken'; readonly at: number };

class Broken extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`Not the HTML this program writes, at ${at}`);
    this.at = at;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const OPEN = /<([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;

/** Reads back exactly what `htmlOf` writes; anything else is an alteration. */
class Parser {
  at = HTML_START.length;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  private plain(text: string): string {
    const from = this.at;
    return text.replaceAll(/&[^;]{0,8};?|[<>]/g, (found) => {
      const mark = ENTITIES[found];
      if (mark === undefined) throw new Broken(from);
      return mark;
    });
  }

  private upTo(mark: string): string {
    const end = this.text.indexOf(mark, this.at);
    if (end === -1) throw new Broken(this.at);
    const held = this.text.slice(this.at, end);
    this.at = end;
    return held;
  }

  element(): HtmlElement {
    OPEN.lastIndex = this.at;
    const match = OPEN.exec(this.text);
    if (!match?.[1]) throw new Broken(this.at);
    const [whole, tag] = match;
    const attributes: Record<string, string> = {};
    for (const [, name = '', value = ''] of (match[2] ?? '').matchAll(ATTRIBUTE)) {
      if (Object.hasOwn(attributes, name)) throw new Broken(this.at);
      attributes[name] = this.plain(value);
    }
    this.at += whole.length;
    const children = VOID.has(tag) ? [] : this.children(tag);
    return { tag, attributes, children };
  }

  private children(tag: string): HtmlNode[] {
    const children: HtmlNode[] = [];
    const end = `</${tag}>`;
    if (RAW.has(tag)) children.push(this.upTo(end));
    while (!this.text.startsWith(end, this.at)) {
      if (this.text.startsWith('<', this.at)) children.push(this.element());
      else {
        const words = this.upTo('<');
        children.push(this.plain(words));
      }
    }
    this.at += end.length;
    return children;
  }
}

function find(node: HtmlElement, id: string): HtmlElement | null {
  if (node.attributes['id'] === id) return node;
  for (const child of node.children) {
    const found = typeof child === 'string' ? null : find(child, id);
    if (found) return found;
  }
  return null;
}

const textOf = (node: HtmlElement | null): string =>
  node?.children.filter((child) => typeof child === 'string').join('') ?? '';

/** Whether the text is an HTML report of this program, sound or not. */
export const isHtmlReport = (text: string): boolean =>
  text.startsWith(HTML_START) && text.includes('id="fingerprint"') && text.includes('id="check"');

/** Checks an HTML report against its own fingerprint, without a browser. */
export function verifyHtml(text: string): HtmlVerdict {
  try {
    const parser = new Parser(text);
    const root = parser.element();
    if (parser.at !== text.length) throw new Broken(parser.at);
    const stated = textOf(find(root, 'fingerprint'));
    if (sha256Text(canonOf(root)) !== stated) return { kind: 'altered', stated };
    const data: unknown = JSON.parse(textOf(find(root, 'data')));
    return { kind: 'same', fingerprint: stated, data };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken', at: error.at };
    if (error instanceof SyntaxError) return { kind: 'broken', at: text.indexOf('id="data"') };
    throw error;
  }
}
