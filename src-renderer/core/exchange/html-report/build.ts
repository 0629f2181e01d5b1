import { base64 } from '@scure/base';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Text } from '../../journal/hash.ts';
import type { Block, Flow } from '../flow/block.ts';
import { CHECK_SCRIPT } from './check-script.ts';
import { CHECK_LABELS } from './labels.ts';
import { canonOf, element, type HtmlElement, htmlOf } from './node.ts';
import { PAGE_STYLE } from './style.ts';

/** What an HTML report begins with; it is told by it when a file is verified. */
export const HTML_START = '<!doctype html>';

const source = (text: string): string => `'sha256-${base64.encode(sha256(utf8ToBytes(text)))}'`;

/** Nothing but this page's own style and script runs, and nothing is loaded (CSP Level 3). */
const POLICY = [
  `default-src 'none'`,
  `style-src ${source(PAGE_STYLE)}`,
  `script-src ${source(CHECK_SCRIPT)}`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** A paragraph takes the direction of its own first letters; words in a list or table stand where the page's do. */
const AUTO = { dir: 'auto' };
const isolated = (text: string): HtmlElement => element('bdi', {}, text);

const row = (tag: 'th' | 'td', cells: readonly string[]): HtmlElement =>
  element(
    'tr',
    {},
    ...cells.map((cell) => element(tag, tag === 'th' ? { scope: 'col' } : {}, isolated(cell))),
  );

function tableNode({ caption, head, rows }: Extract<Block, { kind: 'table' }>): HtmlElement {
  return element(
    'table',
    {},
    element('caption', {}, isolated(caption)),
    element('thead', {}, row('th', head)),
    element('tbody', {}, ...rows.map((cells) => row('td', cells))),
  );
}

function blockNode(block: Block): HtmlElement {
  if (block.kind === 'heading') return element(`h${block.level}`, {}, isolated(block.text));
  if (block.kind === 'list')
    return element('ul', {}, ...block.items.map((item) => element('li', {}, isolated(item))));
  if (block.kind === 'table') return tableNode(block);
  return element('p', { ...AUTO, ...(block.look ? { class: block.look } : {}) }, block.text);
}

/** JSON that may stand in a script element: no "<" of it can end the element. */
const dataText = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

function page({ title, language, blocks }: Flow, data: unknown, fingerprint: string): HtmlElement {
  const words = CHECK_LABELS[language];
  return element(
    'html',
    { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, title),
      element('style', {}, PAGE_STYLE),
    ),
    element(
      'body',
      {},
      element('main', {}, ...blocks.map(blockNode)),
      element(
        'footer',
        {},
        element('h2', {}, words.heading),
        element(
          'p',
          { id: 'check', role: 'status', 'data-same': words.same, 'data-altered': words.altered },
          words.waiting,
        ),
        element(
          'p',
          {},
          `${words.fingerprint} `,
          element('code', { id: 'fingerprint', dir: 'ltr' }, fingerprint),
        ),
        element('p', {}, words.proves),
        element('p', {}, words.offline),
      ),
      element('script', { type: 'application/json', id: 'data' }, dataText(data)),
      element('script', {}, CHECK_SCRIPT),
    ),
  );
}

/**
 * A report as one HTML file that checks itself: it asks no network, and the same input gives the
 * same bytes. `data` travels inside, for machines. The fingerprint is the SHA-256 of everything in
 * the document but itself.
 */
export function htmlReport(
  flow: Flow,
  data: unknown,
): { readonly text: string; readonly fingerprint: string } {
  // What stands under the ids `check` and `fingerprint` is no part of the canonical form.
  const fingerprint = sha256Text(canonOf(page(flow, data, '')));
  return { text: HTML_START + htmlOf(page(flow, data, fingerprint)), fingerprint };
}
