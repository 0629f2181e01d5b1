const FIELDS: ReadonlySet<string> = new Set([
  // JSON-LD 1.1 and schema.org, as ClaimReviews are written.
  '@context',
  '@graph',
  '@type',
  'identifier',
  'url',
  'claimReviewed',
  'datePublished',
  'inLanguage',
  'author',
  'name',
  'reviewRating',
  'reviewBody',
  'itemReviewed',
  'creativeWorkStatus',
  'alternateName',
  'ratingValue',
  'bestRating',
  'worstRating',
  'text',
  'appearance',
  'publisher',
  // The Web Annotation Data Model.
  'id',
  'type',
  'label',
  'total',
  'first',
  'partOf',
  'startIndex',
  'items',
  'motivation',
  'modified',
  'body',
  'target',
  'purpose',
  'value',
  'format',
  'language',
  'source',
  'selector',
  'prefix',
  'exact',
  'suffix',
  'start',
  'end',
  'conformsTo',
]);

/** Values that are words of the vocabulary too, by the field they stand in. */
const TERMS: Readonly<Record<string, ReadonlySet<string>>> = {
  '@context': new Set(['https://schema.org', 'http://www.w3.org/ns/anno.jsonld']),
  '@type': new Set(['ClaimReview', 'Claim', 'Rating', 'Person', 'Organization', 'CreativeWork']),
  type: new Set([
    'AnnotationCollection',
    'AnnotationPage',
    'Annotation',
    'SpecificResource',
    'TextQuoteSelector',
    'TextPositionSelector',
    'FragmentSelector',
    'TextualBody',
  ]),
  motivation: new Set(['assessing', 'classifying', 'describing', 'tagging']),
  purpose: new Set(['assessing', 'classifying', 'describing', 'tagging']),
  format: new Set(['text/plain']),
  conformsTo: new Set(['http://tools.ietf.org/rfc/rfc3778']),
  creativeWorkStatus: new Set(['Draft: url missing']),
};

/** Whether a JSON value is JSON-LD in one of the vocabularies that this program writes. */
export function isKnownJsonLd(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('@context' in value)) return false;
  const context = value['@context'];
  return typeof context === 'string' && TERMS['@context']?.has(context) === true;
}

/** Whether a field's name is the vocabulary's own: it says nothing of the case. */
export const isJsonLdField = (field: string): boolean => FIELDS.has(field);

const isTerm = (field: string, value: unknown): boolean =>
  typeof value === 'string' && Object.hasOwn(TERMS, field) && TERMS[field]?.has(value) === true;

/** Whether a value is a word of the vocabulary, or a list of such words, in a field that takes them. */
export const isJsonLdTerm = (field: string, value: unknown): boolean =>
  Array.isArray(value) ? value.every((one) => isTerm(field, one)) : isTerm(field, value);
