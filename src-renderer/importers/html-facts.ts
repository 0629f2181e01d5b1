import { parseEdtf } from '#core/model/dates.ts';

/** How far into a page its encoding may be declared; the standard's 1,024 bytes are often passed. */
const DECLARED_WITHIN = 4096;

/** The encoding a page declares in a `meta` element, else null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, DECLARED_WITHIN), (byte) => String.fromCharCode(byte)).join('');
  return /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ?? null;
}

const contentOf = (page: Document, selector: string, attribute: string): string | null =>
  page.querySelector(selector)?.getAttribute(attribute)?.trim() || null;

const PUBLISHED: readonly (readonly [selector: string, attribute: string])[] = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['time[itemprop="datePublished"]', 'datetime'],
  ['meta[name="date" i]', 'content'],
  ['meta[name="pubdate" i]', 'content'],
  ['meta[name="dc.date" i]', 'content'],
  ['meta[name="dc.date.issued" i]', 'content'],
  ['time[pubdate]', 'datetime'],
];

/** The calendar date of a time stamp as it is written there; null for anything that is not ISO 8601. */
export function toDay(stamp: string | null): string | null {
  const day = /^\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?![\d-])/.exec(stamp ?? '')?.[1] ?? null;
  return day !== null && parseEdtf(day) !== null ? day : null;
}

/** The day a page says it was published. */
export function publishedOf(page: Document): string | null {
  for (const [selector, attribute] of PUBLISHED) {
    const day = toDay(contentOf(page, selector, attribute));
    if (day !== null) return day;
  }
  return null;
}

/** A BCP 47 tag as it is usually written, or null when it is none. */
export function toLanguage(tag: string | null): string | null {
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    // A page may call its language anything; what is no language tag tells nothing.
    return null;
  }
}

const isWebAddress = (address: string | null): address is string =>
  address !== null && /^https?:\/\/[^\s]+$/i.test(address);

/** What browsers write into pages they save. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*-->/i;

/** The address a page says it has, or was saved from. */
export function addressOf(page: Document, html: string): string | null {
  const said = [
    contentOf(page, 'link[rel="canonical"]', 'href'),
    contentOf(page, 'meta[property="og:url"]', 'content'),
    SAVED_FROM.exec(html.slice(0, DECLARED_WITHIN))?.[1] ?? null,
  ];
  return said.find(isWebAddress) ?? null;
}
