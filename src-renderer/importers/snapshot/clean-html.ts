import sanitizeHtml from 'sanitize-html';

/** A web page as it may be shown: words, structure, pictures it carries itself. */
export type CleanPage = {
  /** Markup without scripts, styles, addresses, forms or frames. */
  readonly html: string;
  /** Pictures left out because they lie elsewhere. */
  readonly leftOut: number;
};

/** Elements that say how words belong together, and nothing that loads, runs or asks. */
const TAGS = (
  'h1 h2 h3 h4 h5 h6 p div span br hr blockquote q pre code ul ol li dl dt dd ' +
  'table caption thead tbody tfoot tr th td article section header footer main aside nav figure figcaption ' +
  'time b strong i em u s small sub sup mark abbr cite bdi bdo a img'
).split(' ');
/** Elements whose words are no words of the page. */
const SILENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'title',
];

const SAFE_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i;

/** `pictures`: addresses of pictures that came with the page, as `data:` addresses. */
export function cleanHtml(html: string, pictures: ReadonlyMap<string, string>): CleanPage {
  let leftOut = 0;
  const clean = sanitizeHtml(html, {
    allowedTags: TAGS,
    nonTextTags: SILENT,
    allowedAttributes: { '*': ['dir', 'lang', 'colspan', 'rowspan'], img: ['src', 'alt', 'width', 'height'] },
    allowedSchemes: [],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    transformTags: {
      img: (tagName, attribs) => {
        const wanted = attribs['src'] ?? '';
        const src = pictures.get(wanted) ?? wanted;
        if (SAFE_PICTURE.test(src)) return { tagName, attribs: { ...attribs, src } };
        leftOut += 1;
        return { tagName: 'span', attribs: {}, text: attribs['alt'] ?? '' };
      },
    },
  });
  return { html: clean, leftOut };
}

/** The words of markup alone. */
export const wordsOf = (html: string): string =>
  sanitizeHtml(html.replaceAll(/<(?:\/p|\/div|\/h\d|\/li|\/tr|br)\b[^>]*>/gi, '$&\n'), {
    allowedTags: [],
    nonTextTags: SILENT,
    allowedAttributes: {},
  });
