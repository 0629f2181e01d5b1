/**
 * Query parameters that tell who shared a link and nothing of what it shows: those that browsers and
 * ClearURLs strip as well (https://docs.clearurls.xyz/, global rules).
 */
const TRACKING =
  /^(utm_\w*|mtm_\w*|pk_\w*|hsa_\w*|mc_[ce]id|_ga|_gl|_hs(enc|mi)|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|ref_src|ref_url|cmpid|ncid|ocid|spm|wt_?mc|vero_\w+|__twitter_impression)$/i;

/** Parameters that are tracking on these sites only. */
const TRACKING_ON: Readonly<Record<string, RegExp>> = {
  'youtube.com': /^(si|feature|pp|ab_channel)$/,
  'twitter.com': /^(s|t)$/,
  'facebook.com': /^(__tn__|__cft__.*|mibextid|sfnsn)$/,
  'instagram.com': /^(img_index|hl)$/,
};

/** Names one site goes by besides its own. */
const SAME_SITE: Readonly<Record<string, string>> = {
  'x.com': 'twitter.com',
  'fb.com': 'facebook.com',
  'fb.watch': 'facebook.com',
  'youtube-nocookie.com': 'youtube.com',
  'telegram.me': 't.me',
};

/** Labels that mark another look of the same page: phones, fast pages, the plain one. */
const LOOKS = new Set(['www', 'm', 'mobile', 'mbasic', 'touch', 'amp', 'wap']);

/** Addresses that wrap another one, which stands at the end of theirs. */
const WRAPPERS: readonly RegExp[] = [
  /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.+)$/i,
  /^https?:\/\/(?:archive\.(?:today|ph|is|li|vn|fo|md))\/(?:newest|oldest|\d[\d.-]*)\/(.+)$/i,
  /^https?:\/\/webcache\.googleusercontent\.com\/search\?q=cache:(?:[\w-]+:)?([^&+\s]+).*$/i,
  /^https?:\/\/(?:[\w-]+\.)?cdn\.ampproject\.org\/(?:c|v|i)\/(?:s\/)?(.+)$/i,
];

const MOST_WRAPPERS = 4;

/** The address that an archive or a cache wraps, or the address itself. */
function unwrapped(address: string): string {
  let at = address.trim();
  for (let steps = 0; steps < MOST_WRAPPERS; steps += 1) {
    const inner = WRAPPERS.map((wrapper) => wrapper.exec(at)?.[1]).find((held) => held !== undefined);
    if (inner === undefined) return at;
    const plain = /^https?%3A/i.test(inner) ? decodedOr(inner) : inner;
    at = /^https?:\/\//i.test(plain) ? plain : `https://${plain.replace(/^https?:\/+/i, '')}`;
  }
  return at;
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function siteName(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  // "en.m.wikipedia.org" has its mark inside; the last two labels are the site itself.
  const kept = labels.filter((label, at) => at >= labels.length - 2 || !LOOKS.has(label));
  const name = kept.join('.');
  return SAME_SITE[name] ?? name;
}

function parsed(address: string): URL | null {
  try {
    const url = new URL(unwrapped(address));
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

function pathOf({ pathname }: URL): string {
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/(index\.(html?|php))?$/i, '');
  return path.replace(/\/amp$/i, '');
}

function queryOf({ searchParams }: URL, site: string): string {
  const own = TRACKING_ON[site];
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name) && !own?.test(name));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  return new URLSearchParams(kept).toString();
}

/**
 * What two web addresses share when they lead to the same page: without scheme, tracking parameters,
 * mobile and other looks of a site, archive and cache wrappers, fragments, and the order of the
 * query. Null for text that is no web address. It is for comparing only and never shown or opened.
 */
export function addressKey(address: string): string | null {
  const url = parsed(address);
  if (!url) return null;
  const site = siteName(url.hostname);
  if (site === 'youtu.be') return `youtube.com/watch?v=${pathOf(url).slice(1)}`;
  const port = url.port === '' ? '' : `:${url.port}`;
  const query = queryOf(url, site);
  // Pages of one script keep their address behind "#!" or "#/".
  const inPage = /^#[!/]./.test(url.hash) ? url.hash : '';
  return `${site}${port}${pathOf(url)}${query === '' ? '' : `?${query}`}${inPage}`;
}

/** Sites that anybody posts on: two addresses on one of them say nothing of whose they are. */
const ANYBODYS = new Set(
  'facebook.com twitter.com youtube.com instagram.com tiktok.com t.me telegram.org reddit.com medium.com blogspot.com wordpress.com vk.com ok.ru linkedin.com threads.net archive.org drive.google.com docs.google.com dropbox.com'.split(
    ' ',
  ),
);

/** The site an address stands on, by the name two looks of it share; null where anybody may post. */
export function siteOf(address: string): string | null {
  const url = parsed(address);
  const site = url && siteName(url.hostname);
  return site && !ANYBODYS.has(site) ? site : null;
}
