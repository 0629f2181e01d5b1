import { Readability } from '@mozilla/readability';
import type { ReadArticle } from '#core/ports/workbench.ts';
import { addressOf, declaredEncoding, publishedOf, toDay, toLanguage } from './html-facts.ts';
import { htmlToText } from './html-to-text.ts';
import { ImportError } from './import-error.ts';
import { parsePage } from './parse-page.ts';
import { decodeArticle, fileFacts } from './read-text.ts';
import { titleOfText, toTitle } from './title-from-text.ts';

/** Pages with more elements are taken whole: picking the article out would take too long. */
const MOST_ELEMENTS = 100_000;

type Facts = Pick<
  NonNullable<ReturnType<Readability<Node>['parse']>>,
  'byline' | 'siteName' | 'publishedTime'
>;
type Picked = { readonly text: string; readonly title: string | null; readonly facts: Facts | null };

const orNull = (words: string | null | undefined): string | null =>
  words?.replaceAll(/\s+/g, ' ').trim() || null;

/**
 * The article of a page without menus and advertisements; all of it where none can be told apart.
 * Takes the page apart: ask it everything else before.
 */
function pick(page: Document): Picked {
  const whole = { text: htmlToText(page.body), title: orNull(page.title), facts: null };
  if (page.getElementsByTagName('*').length > MOST_ELEMENTS) return whole;
  const article = new Readability<Node>(page, { serializer: (node) => node }).parse();
  const text = article?.content ? htmlToText(article.content) : '';
  if (!article || text === '') return whole;
  return { text, title: orNull(article.title), facts: article };
}

/** The headline makes claims, too: it belongs to the text, at its head. */
function withHeadline(text: string, title: string | null): string {
  if (title === null) return text;
  const [first = ''] = text.trimStart().split('\n', 1);
  return first.replaceAll(/\s+/g, ' ').includes(title) ? text : `${title}\n\n${text}`;
}

/** Reads a saved web page. Nothing in it is run or fetched. Throws {@link ImportError}. */
export function readHtmlBytes(name: string, bytes: Uint8Array): ReadArticle {
  const decoded = decodeArticle(bytes, declaredEncoding(bytes));
  const page = parsePage(decoded.text);
  const [published, url] = [publishedOf(page), addressOf(page, decoded.text)];
  const language = toLanguage(page.documentElement.getAttribute('lang'));
  const { text, title, facts } = pick(page);
  if (text.trim() === '') throw new ImportError('empty-file', 'There is no text on this page.');
  const article = withHeadline(text, title);
  return {
    text: article,
    title: title === null ? titleOfText(article) : toTitle(title),
    author: orNull(facts?.byline),
    publisher: orNull(facts?.siteName),
    published: toDay(facts?.publishedTime ?? null) ?? published,
    language,
    url,
    pages: null,
    ...fileFacts(name, bytes, decoded),
  };
}
