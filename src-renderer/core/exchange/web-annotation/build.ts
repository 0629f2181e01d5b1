import { pagesOf } from '../../anchoring/pages.ts';
import type { Anchor } from '../../model/anchor.ts';
import type { Item } from '../../model/item.ts';
import type { Json } from '../../model/json.ts';
import { chosenClaims, type LeavingCase } from '../claims/chosen.ts';
import { ratingWords } from '../claim-review/rating-words.ts';
import { codePointsBefore } from './code-points.ts';

/** The context every annotation names first (Web Annotation Data Model, 3.1). */
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

export type BuiltAnnotations = {
  readonly text: string;
  /** References of the claims that stand nowhere in a text: an annotation needs a target (3.1). */
  readonly leftOut: readonly string[];
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** 3.1: an annotation has exactly one IRI. */
const iri = (id: string): string =>
  UUID.test(id) ? `urn:uuid:${id}` : `urn:x-touchstone:${encodeURIComponent(id)}`;

/** 4.2.4 and 4.2.5: the same words by quotation and by position; either finds them. */
function target(given: LeavingCase, anchor: Anchor, points: ReadonlyMap<number, number>): Json {
  const document = given.state.document.get(anchor.documentId);
  const [start, end] = [points.get(anchor.start), points.get(anchor.end)];
  const quote = {
    type: 'TextQuoteSelector',
    prefix: anchor.prefix,
    exact: anchor.exact,
    suffix: anchor.suffix,
  };
  const position =
    start === undefined || end === undefined ? [] : [{ type: 'TextPositionSelector', start, end }];
  // 4.2.1: the fragments of a PDF are those of RFC 3778.
  const page = document?.origin?.encoding === 'pdf' ? pagesOf(document, anchor)?.first : undefined;
  const fragment =
    page === undefined
      ? []
      : [
          {
            type: 'FragmentSelector',
            conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
            value: `page=${page}`,
          },
        ];
  return {
    type: 'SpecificResource',
    source: document?.url ?? iri(anchor.documentId),
    selector: [quote, ...position, ...fragment],
  };
}

const textual = (purpose: string, value: string, language: string | null): Json => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
  ...(language ? { language } : {}),
});

function bodies(claim: Item<'claim'>, language: string | null): Json[] {
  const { finding } = claim;
  return [
    textual('describing', claim.statement, language),
    ...(finding ? [textual('classifying', ratingWords(finding), 'en')] : []),
    ...(finding?.rationale ? [textual('assessing', finding.rationale, null)] : []),
    ...claim.tags.map((tag) => textual('tagging', tag, null)),
  ];
}

function pointsOf(given: LeavingCase, claims: readonly Item<'claim'>[]) {
  const offsets = new Map<string, number[]>();
  for (const { documentId, start, end } of claims.flatMap(({ anchors }) => anchors)) {
    const held = offsets.get(documentId) ?? [];
    held.push(start, end);
    offsets.set(documentId, held);
  }
  return new Map(
    [...offsets].map(([id, places]) => {
      const text = given.texts.get(id);
      return [id, text === undefined ? new Map<number, number>() : codePointsBefore(text, places)] as const;
    }),
  );
}

/**
 * The claims as W3C Web Annotations (Recommendation of 23 February 2017): one annotation a claim,
 * all in one AnnotationCollection with its only AnnotationPage embedded (5.1, 5.2). `language`: of
 * the statements.
 */
export function webAnnotations(
  given: LeavingCase,
  claimIds: readonly string[] | null,
  setup: { readonly title: string; readonly language: string | null; readonly collectionId: string },
): BuiltAnnotations {
  const claims = chosenClaims(given.state, claimIds);
  const placed = claims.filter(({ anchors }) => anchors.length > 0);
  const points = pointsOf(given, placed);
  const none = new Map<number, number>();
  const items = placed.map(
    (claim): Json => ({
      id: iri(claim.id),
      type: 'Annotation',
      motivation: claim.finding ? ['describing', 'assessing'] : 'describing',
      ...(claim.finding ? { modified: `${claim.finding.asOf}T00:00:00Z` } : {}),
      body: bodies(claim, setup.language),
      target: claim.anchors.map((anchor) => target(given, anchor, points.get(anchor.documentId) ?? none)),
    }),
  );
  const collection = iri(setup.collectionId);
  const page = { id: `${collection}#page-1`, type: 'AnnotationPage', startIndex: 0, items };
  const whole = {
    '@context': CONTEXT,
    id: collection,
    type: 'AnnotationCollection',
    label: setup.title,
    total: items.length,
    ...(items.length > 0 ? { first: page } : {}),
  };
  return {
    text: `${JSON.stringify(whole, null, 2)}\n`,
    leftOut: claims.filter(({ anchors }) => anchors.length === 0).map(({ ref }) => ref),
  };
}
