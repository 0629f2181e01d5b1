import { parseEdtf } from '../../model/dates.ts';
import type { Document } from '../../model/document.ts';
import type { Finding, Reason } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import type { Json } from '../../model/json.ts';
import { displayName } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { chosenClaims, documentsOf, type LeavingCase, speakerOf } from '../claims/chosen.ts';
import { ratingWords } from './rating-words.ts';

/** What a person says about the published fact check. */
export type ReviewSetup = {
  /** Page the review stands on; its fragment `#C-07` leads to the claim. */
  readonly url: string | null;
  readonly authorName: string | null;
  readonly authorUrl: string | null;
  /** BCP 47 tag of the statements, or null. */
  readonly language: string | null;
  /** Ratings a person set, within `worst` and `best`; a reason without one gets words alone. */
  readonly scale: {
    readonly worst: number;
    readonly best: number;
    readonly values: Readonly<Partial<Record<Reason, number>>>;
  } | null;
};

/** A field that Google requires or recommends and that the case does not give. */
export type MissingField = { readonly ref: string; readonly field: string; readonly required: boolean };

export type BuiltReviews = {
  readonly text: string;
  readonly missing: readonly MissingField[];
  /** References of the claims without a finding: nothing was reviewed. */
  readonly leftOut: readonly string[];
};

/** The fields that are there. */
function present(fields: Record<string, Json | undefined>): Record<string, Json> {
  const held: Record<string, Json> = {};
  for (const [key, value] of Object.entries(fields)) {
    const empty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!empty) held[key] = value;
  }
  return held;
}

/** An EDTF date that ISO 8601 can write as well (schema.org Date), or undefined. */
function isoDate(edtf: string | null): string | undefined {
  return edtf !== null && /^\d{4}(-\d\d(-\d\d)?)?$/.test(edtf) && parseEdtf(edtf) ? edtf : undefined;
}

/** schema.org knows no speaking document: what states it is published by an organisation. */
const agent = (party: Party): Json => ({
  '@type': party.kind === 'person' ? 'Person' : 'Organization',
  name: displayName(party),
});

const appearance = ({ url, title, author, publisher, published, language }: Document): Json =>
  present({
    '@type': 'CreativeWork',
    url,
    name: title,
    author: author ? { '@type': 'Person', name: author } : undefined,
    publisher: publisher ? { '@type': 'Organization', name: publisher } : undefined,
    datePublished: isoDate(published),
    inLanguage: language,
  });

/** A number only where a person set one; what is unverified is never given any. */
function rating(finding: Finding, { scale }: ReviewSetup): Json {
  const value = finding.status === 'unverified' ? undefined : scale?.values[finding.reason];
  const fits = scale !== null && value !== undefined && value >= scale.worst && value <= scale.best;
  return {
    '@type': 'Rating',
    alternateName: ratingWords(finding),
    ...(fits ? { ratingValue: value, bestRating: scale.best, worstRating: scale.worst } : {}),
  };
}

function itemReviewed(given: LeavingCase, claim: Item<'claim'>): Record<string, Json> {
  const documents = documentsOf(given.state, claim);
  const speaker = speakerOf(given.state, claim);
  const dates = documents.flatMap(({ published }) => isoDate(published) ?? []);
  return present({
    '@type': 'Claim',
    text: claim.anchors[0]?.exact,
    author: speaker ? agent(speaker) : undefined,
    datePublished: dates.sort()[0],
    appearance: documents.map(appearance),
  });
}

function missingFields(
  review: Record<string, Json>,
  setup: ReviewSetup,
  url: boolean,
): Omit<MissingField, 'ref'>[] {
  const item = review['itemReviewed'] as Record<string, Json>;
  const scored = 'ratingValue' in (review['reviewRating'] as Record<string, Json>);
  const wanted: readonly (readonly [string, boolean, boolean])[] = [
    ['url', setup.url !== null, true],
    ['author.name', setup.authorName !== null, false],
    ['author.url', setup.authorUrl !== null, false],
    ['reviewRating.ratingValue', scored, false],
    ['itemReviewed.author.name', 'author' in item, false],
    ['itemReviewed.datePublished', 'datePublished' in item, false],
    ['itemReviewed.appearance.url', url, false],
  ];
  return wanted.flatMap(([field, held, required]) => (held ? [] : [{ field, required }]));
}

function review(given: LeavingCase, claim: Item<'claim'>, finding: Finding, setup: ReviewSetup) {
  const author = present({ '@type': 'Organization', name: setup.authorName, url: setup.authorUrl });
  const fields = present({
    '@type': 'ClaimReview',
    identifier: claim.ref,
    url: setup.url === null ? undefined : `${setup.url.replace(/#.*$/, '')}#${claim.ref}`,
    claimReviewed: claim.statement,
    datePublished: finding.asOf,
    inLanguage: setup.language,
    author: 'name' in author ? author : undefined,
    reviewRating: rating(finding, setup),
    reviewBody: finding.rationale,
    itemReviewed: itemReviewed(given, claim),
  });
  const linked = documentsOf(given.state, claim).some(({ url }) => url !== null);
  const missing = missingFields(fields, setup, linked).map((field) => ({ ref: claim.ref, ...field }));
  const lacking = missing.filter(({ required }) => required).map(({ field }) => field);
  // schema.org CreativeWork: a review that may not be published yet says so, and why.
  const draft = lacking.length === 0 ? {} : { creativeWorkStatus: `Draft: ${lacking.join(', ')} missing` };
  return { fields: { ...fields, ...draft }, missing };
}

/**
 * The findings as schema.org ClaimReview JSON-LD, with the fields that Google's "Fact check
 * (ClaimReview) structured data" requires and recommends. A claim nobody looked at was not reviewed
 * and is left out.
 */
export function claimReviews(
  given: LeavingCase,
  claimIds: readonly string[] | null,
  setup: ReviewSetup,
): BuiltReviews {
  const claims = chosenClaims(given.state, claimIds);
  const built = claims.flatMap((claim) =>
    claim.finding && claim.skip === null ? [review(given, claim, claim.finding, setup)] : [],
  );
  const graph = { '@context': 'https://schema.org', '@graph': built.map(({ fields }) => fields) };
  return {
    text: `${JSON.stringify(graph, null, 2)}\n`,
    missing: built.flatMap(({ missing }) => missing),
    leftOut: claims.filter(({ finding, skip }) => !finding || skip !== null).map(({ ref }) => ref),
  };
}
