import { NO_TEXTS, CLAIM_COLUMNS, CLAIM_FIELDS, type ClaimTexts } from '../claims/columns.ts';
import { joinList } from '../claims/lists.ts';
import type { ClaimTable } from '../claims/table.ts';
import { verdictFor } from './rating-words.ts';

/** Why there are no claims to be had from a text. */
export class ClaimReviewFault extends Error {
  readonly code: 'review-not-json' | 'review-none';
  constructor(code: ClaimReviewFault['code'], options?: ErrorOptions) {
    super(code, options);
    this.name = 'ClaimReviewFault';
    this.code = code;
  }
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Nesting that no honest file has; deeper parts are not looked at. */
const DEPTH = 12;

/** Every ClaimReview in the JSON-LD, `@graph`s and other nodes looked through. */
function reviewsIn(value: unknown, depth = 0): Node[] {
  if (depth > DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((held) => reviewsIn(held, depth + 1));
  if (!isNode(value)) return [];
  const types = list(value['@type']).map((type) =>
    String(type).replace(/^(https?:\/\/)?schema\.org\/|^schema:/, ''),
  );
  if (types.includes('ClaimReview')) return [value];
  return Object.values(value).flatMap((held) => reviewsIn(held, depth + 1));
}

const text = (value: unknown): string => {
  const [first] = list(value);
  if (typeof first === 'string') return first.trim();
  if (typeof first === 'number') return String(first);
  if (isNode(first)) return text(first['@value'] ?? first['name'] ?? first['url'] ?? first['@id']);
  return '';
};

const typeOf = (value: unknown): string => text(isNode(value) ? value['@type'] : '');

function appearances(item: Node): { title: string; url: string; published: string }[] {
  return [...list(item['appearance']), ...list(item['firstAppearance'])].map((work) =>
    isNode(work)
      ? {
          title: text(work['name'] ?? work['headline']),
          url: text(work['url'] ?? work['@id']),
          published: text(work['datePublished']),
        }
      : { title: '', url: text(work), published: '' },
  );
}

/** A rating's words, or its number on its scale where it has none. */
function ratingOf(rating: Node): string {
  const words = text(rating['alternateName']) || text(rating['name']);
  if (words !== '') return words;
  const value = text(rating['ratingValue']);
  const best = text(rating['bestRating']);
  return value === '' ? '' : best === '' ? value : `${value} / ${best}`;
}

function textsOf(review: Node): ClaimTexts {
  const item = list(review['itemReviewed']).find(isNode) ?? {};
  const speaker = list(item['author']).find(isNode);
  const rating = ratingOf(list(review['reviewRating']).find(isNode) ?? {});
  const own = verdictFor(rating);
  const works = appearances(item);
  const published = works.map((work) => work.published).filter((day) => day !== '');
  const quotation = text(item['text']);
  return {
    ...NO_TEXTS,
    ref: text(review['identifier']),
    statement: text(review['claimReviewed']) || quotation || text(item['name']),
    status: own?.own ? own.verdict.status : rating,
    reason: own?.own ? own.verdict.reason : '',
    rationale: text(review['reviewBody']),
    asOf: text(review['datePublished']).slice(0, 10),
    speaker: text(item['author']),
    speakerKind: speaker === undefined ? '' : typeOf(speaker) === 'Person' ? 'person' : 'organisation',
    quotation: joinList(quotation === '' ? [] : [quotation]),
    document: joinList(works.map(({ title }) => title).filter((title) => title !== '')),
    documentUrl: joinList(works.map(({ url }) => url).filter((url) => url !== '')),
    published: joinList(published.length > 0 ? published : [text(item['datePublished'])]),
  };
}

const SCRIPT = /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script\s*>/giu;

function parsed(given: string): unknown[] {
  const text = given.replace(/^\uFEFF/, '');
  const scripts = [...text.matchAll(SCRIPT)].map((match) => match[1] ?? '');
  const sources = scripts.length > 0 ? scripts : [text];
  const values: unknown[] = [];
  let broken: unknown = null;
  for (const source of sources) {
    try {
      values.push(JSON.parse(source));
    } catch (error) {
      broken = error;
    }
  }
  // One broken block of a page hides the others' claims no more than in a browser.
  if (values.length === 0) throw new ClaimReviewFault('review-not-json', { cause: broken });
  return values;
}

/**
 * The claims of ClaimReview JSON-LD, a file of it or the `<script type="application/ld+json">`
 * blocks of a page, as a table with the columns of our CSV; `line` counts the reviews from 1.
 * Throws a ClaimReviewFault.
 */
export function readClaimReviews(given: string): ClaimTable {
  const reviews = parsed(given).flatMap((value) => reviewsIn(value));
  if (reviews.length === 0) throw new ClaimReviewFault('review-none');
  return {
    columns: CLAIM_FIELDS.map((field) => CLAIM_COLUMNS[field]),
    rows: reviews.map((review, at) => {
      const texts = textsOf(review);
      return { line: at + 1, cells: CLAIM_FIELDS.map((field) => texts[field]) };
    }),
  };
}
