import { toLanguage } from './html-facts.ts';
import { htmlToText } from './html-to-text.ts';

/** The text and language of a piece of HTML from the clipboard: nothing in it is run or fetched. */
export function readHtmlFragment(html: string): { text: string; language: string | null } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const language = page.querySelector('[lang]')?.getAttribute('lang') ?? null;
  return { text: htmlToText(page.body), language: toLanguage(language) };
}
