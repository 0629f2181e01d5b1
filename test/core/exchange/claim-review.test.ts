import { describe, expect, it } from 'vitest';
import { claimReviews, type ReviewSetup } from '#core/exchange/claim-review/build.ts';
import { ratingWords, verdictFor } from '#core/exchange/claim-review/rating-words.ts';
import { ClaimReviewFault, readClaimReviews } from '#core/exchange/claim-review/read.ts';
import { claimTexts } from '#core/exchange/claims/claim-texts.ts';
import { chosenClaims } from '#core/exchange/claims/chosen.ts';
import { CLAIM_FIELDS, type ClaimField } from '#core/exchange/claims/columns.ts';
import { REASONS, STATUSES } from '#core/model/finding.ts';
import { workedCase } from '../../support/worked-case.ts';

const { state, texts } = workedCase(30);
const leaving = { state, texts };
const WHOLE: ReviewSetup = {
  url: 'https://desk.example.org/checks/deir-ezzor',
  authorName: 'The River Desk',
  authorUrl: 'https://desk.example.org/',
  language: 'en',
  scale: {
    worst: 1,
    best: 5,
    values: { 'in full': 5, 'in part': 4, 'contradicted by evidence': 1, insufficient: 3 },
  },
};
type Node = Record<string, unknown>;
const reviewsOf = (setup: ReviewSetup): Node[] =>
  (JSON.parse(claimReviews(leaving, null, setup).text) as { '@graph': Node[] })['@graph'];
const node = (value: unknown): Node => value as Node;

/** Google Search Central, "Fact check (ClaimReview) structured data". */
describe('ClaimReview as Google asks for it', () => {
  const reviews = reviewsOf(WHOLE);

  it('JSON-LD: one context, each review of the type ClaimReview', () => {
    expect(JSON.parse(claimReviews(leaving, null, WHOLE).text)).toMatchObject({
      '@context': 'https://schema.org',
    });
    expect(new Set(reviews.map((review) => review['@type']))).toEqual(new Set(['ClaimReview']));
    expect(reviews.length).toBeGreaterThan(10);
  });

  it('required: claimReviewed, reviewRating with alternateName, url', () => {
    for (const review of reviews) {
      expect(review['claimReviewed']).toEqual(expect.stringMatching(/\S/));
      expect(review['reviewRating']).toMatchObject({
        '@type': 'Rating',
        alternateName: expect.stringMatching(/\S/) as string,
      });
      expect(review['url']).toMatch(/^https:\/\/desk\.example\.org\/checks\/deir-ezzor#C-\d+$/);
    }
  });

  it('recommended: author with name and url, itemReviewed a Claim with author, appearance', () => {
    for (const review of reviews) {
      expect(review['author']).toEqual({
        '@type': 'Organization',
        name: 'The River Desk',
        url: 'https://desk.example.org/',
      });
      const item = node(review['itemReviewed']);
      expect(item['@type']).toBe('Claim');
      expect(node(item['author'])['@type']).toMatch(/^(Person|Organization)$/);
      expect(node(item['author'])['name']).toEqual(expect.stringMatching(/\S/));
      expect(item['appearance']).toMatchObject([
        { '@type': 'CreativeWork', url: expect.stringMatching(/^https:/) as string },
      ]);
    }
  });

  it('ratingValue only within bestRating and worstRating, and only where a person set one', () => {
    for (const review of reviews) {
      const rating = node(review['reviewRating']);
      const words = String(rating['alternateName']);
      const unrated = /^Unverified|sources disagree/.test(words);
      expect(Object.keys(rating)).toEqual([
        '@type',
        'alternateName',
        ...(unrated ? [] : ['ratingValue', 'bestRating', 'worstRating']),
      ]);
      expect(rating['ratingValue'] ?? 1).toSatisfy((value: number) => value >= 1 && value <= 5);
    }
    for (const review of reviewsOf({ ...WHOLE, scale: null }))
      expect(review['reviewRating']).not.toHaveProperty('ratingValue');
    const outside = reviewsOf({ ...WHOLE, scale: { worst: 1, best: 2, values: { 'in full': 9 } } });
    for (const review of outside) expect(review['reviewRating']).not.toHaveProperty('ratingValue');
  });

  it('dates in ISO 8601; a date the article leaves open is left out, and named', () => {
    const { missing } = claimReviews(leaving, null, WHOLE);
    for (const review of reviews) expect(review['datePublished']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(missing.map(({ field }) => field)).toContain('itemReviewed.datePublished');
    expect(missing.every(({ required }) => !required)).toBe(true);
  });
});

describe('a ClaimReview that may not be published yet', () => {
  it('says so, and names the missing field (schema.org CreativeWork, creativeWorkStatus)', () => {
    const { text, missing } = claimReviews(leaving, ['claim-1'], { ...WHOLE, url: null });
    const [review] = (JSON.parse(text) as { '@graph': Node[] })['@graph'];
    expect(review).toMatchObject({ creativeWorkStatus: 'Draft: url missing' });
    expect(review).not.toHaveProperty('url');
    expect(missing).toContainEqual({ ref: 'C-02', field: 'url', required: true });
  });

  it('there is none of a claim that nobody looked at, or that was skipped', () => {
    const { leftOut } = claimReviews(leaving, null, WHOLE);
    expect(leftOut).toContain('C-07');
    expect(leftOut).toContain('C-11');
  });

  it('names no source of ours by a true name', () => {
    expect(claimReviews(leaving, null, WHOLE).text).not.toContain('TRUE-NAME');
  });
});

describe('reading ClaimReview', () => {
  it('gives back all that the format carries', () => {
    const carried: readonly ClaimField[] = [
      'ref',
      'statement',
      'status',
      'reason',
      'rationale',
      'asOf',
      'speaker',
      'quotation',
      'document',
      'documentUrl',
    ];
    const rows = readClaimReviews(claimReviews(leaving, null, WHOLE).text).rows;
    const reviewed = chosenClaims(state, null).filter(({ finding, skip }) => finding && !skip);
    expect(rows).toHaveLength(reviewed.length);
    for (const [at, claim] of reviewed.entries()) {
      const wanted = claimTexts(state, claim);
      for (const field of carried) expect(rows[at]?.cells[CLAIM_FIELDS.indexOf(field)]).toBe(wanted[field]);
    }
  });

  it.each(STATUSES.flatMap((status) => REASONS[status].map((reason) => ({ status, reason }))))(
    'knows its own words again: $status, $reason',
    (verdict) => expect(verdictFor(ratingWords(verdict))).toEqual({ verdict, own: true }),
  );

  it('finds the reviews of a web page, in graphs and arrays, beside a block that is broken', () => {
    const block = (json: string) => `<script type="application/ld+json">${json}</script>`;
    const review = (claim: string) =>
      `{"@type":["Review","http://schema.org/ClaimReview"],"claimReviewed":"${claim}"}`;
    const page = `<html>${block('{oops')}${block(`[${review('one')}]`)}${block(`{"@graph":[{"x":${review('two')}}]}`)}`;
    const { rows } = readClaimReviews(page);
    expect(rows.map(({ cells }) => cells[CLAIM_FIELDS.indexOf('statement')])).toEqual(['one', 'two']);
  });

  it('takes the number of a rating without words, on its scale', () => {
    const json = {
      '@type': 'ClaimReview',
      claimReviewed: 'x',
      reviewRating: { ratingValue: 2, bestRating: 5 },
    };
    const { rows } = readClaimReviews(JSON.stringify(json));
    expect(rows[0]?.cells[CLAIM_FIELDS.indexOf('status')]).toBe('2 / 5');
  });

  it('says what is wrong with a file that has none', () => {
    expect(() => readClaimReviews('{')).toThrowError(new ClaimReviewFault('review-not-json'));
    expect(() => readClaimReviews('{"@type":"Recipe"}')).toThrowError(new ClaimReviewFault('review-none'));
  });
});
