import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { compareRefs } from '../model/refs.ts';
import { groupBy } from '../queries/indexes.ts';
import { nearPictures } from '../queries/near-pictures.ts';
import { memoised } from '../queries/memo.ts';
import { addressKey, siteOf } from '../text/web-address.ts';
import { sourcesIn } from './origins.ts';

/** What two items, or an item and an article of the case, agree in. */
export const LIKENESSES = [
  'same file',
  'same address',
  'same picture',
  'the article',
  'site of the article',
] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** A reason to hold an item for a copy of another, or for the article's own. Offered, never applied. */
export type OriginSuggestion = {
  readonly why: Likeness;
  /** The other item, null when it is an article. */
  readonly evidenceId: string | null;
  readonly documentId: string | null;
  /** The origin that would be shared, null when nobody has named one yet. */
  readonly originId: string | null;
};

type Parts = Pick<CaseState, 'evidence' | 'origin' | 'party' | 'document'>;

const keysOf = memoised(({ file, url }: Item<'evidence'>): readonly string[] => {
  const address = url === null ? null : addressKey(url);
  return [...(file && file.size > 0 ? [`file ${file.sha256}`] : []), ...(address ? [`url ${address}`] : [])];
});

const alikeIn = memoised((evidence: CaseState['evidence']) => groupBy(evidence.values(), keysOf));

/** The origin whose party is this article's publisher, if anybody named one. */
function publishersOrigin(state: Parts, { publisherId }: Item<'document'>): string | null {
  if (publisherId === null) return null;
  for (const { id, partyId } of state.origin.values()) if (partyId === publisherId) return id;
  return null;
}

/** How an item comes to be the article itself or its outlet's, null when nothing says so. */
export function likenessToArticle(
  { file, url }: Pick<Item<'evidence'>, 'file' | 'url'>,
  document: Pick<Item<'document'>, 'url' | 'origin'>,
): Likeness | null {
  if (file && file.size > 0 && file.sha256 === document.origin?.sha256) return 'the article';
  if (url === null || document.url === null) return null;
  const key = addressKey(url);
  if (key !== null && key === addressKey(document.url)) return 'the article';
  const site = siteOf(url);
  return site !== null && site === siteOf(document.url) ? 'site of the article' : null;
}

function fromArticles(state: Parts, item: Item<'evidence'>): OriginSuggestion[] {
  return [...state.document.values()].flatMap((document): OriginSuggestion[] => {
    const why = likenessToArticle(item, document);
    const originId = publishersOrigin(state, document);
    // Who published it decides; without that there is nobody to name.
    if (why === null || document.publisherId === null || !state.party.has(document.publisherId)) return [];
    return originId !== null && item.originId === originId
      ? []
      : [{ why, evidenceId: null, documentId: document.id, originId }];
  });
}

/**
 * What else in the case an item seems to be a copy of: the same bytes (SHA-256), the same address
 * (`addressKey`), a picture that looks the same (`nearPictures`), or the article itself and its outlet's pages. Items that are one known voice with
 * it already are left out. Nothing is grouped until a person does it.
 */
export function originSuggestions(state: Parts, evidenceId: string): OriginSuggestion[] {
  const item = state.evidence.get(evidenceId);
  // A capture has its link's origin.
  if (!item || item.capture) return [];
  const sources = sourcesIn(state);
  const own = sources.get(evidenceId);
  const alike = alikeIn(state.evidence);
  const found = new Map<string, OriginSuggestion>();
  const offer = (why: Likeness, other: Item<'evidence'>): void => {
    const theirs = sources.get(other.id);
    const together = own && theirs && !own.unknown && own.key === theirs.key;
    if (other.id === evidenceId || other.capture || together || found.has(other.id)) return;
    const originId = other.originId ?? item.originId;
    found.set(other.id, { why, evidenceId: other.id, documentId: null, originId });
  };
  for (const key of keysOf(item)) {
    const why = key.startsWith('file ') ? 'same file' : 'same address';
    for (const other of alike.get(key) ?? []) offer(why, other);
  }
  for (const { item: other } of nearPictures(state.evidence, evidenceId)) offer('same picture', other);
  const refOf = (suggestion: OriginSuggestion) => state.evidence.get(suggestion.evidenceId ?? '')?.ref ?? '';
  const others = [...found.values()].sort((a, b) => compareRefs(refOf(a), refOf(b)));
  return item.originId === null || others.length > 0
    ? [...fromArticles(state, item), ...others]
    : fromArticles(state, item).filter(({ why }) => why === 'the article');
}

const copies = memoised(
  (
    evidence: CaseState['evidence'],
    origin: CaseState['origin'],
    party: CaseState['party'],
    document: CaseState['document'],
  ): ReadonlySet<string> => {
    const parts = { evidence, origin, party, document };
    return new Set([...evidence.keys()].filter((id) => originSuggestions(parts, id).length > 0));
  },
);

/** Ids of the items of which anything suggests that they are copies. */
export const seemCopies = ({ evidence, origin, party, document }: Parts): ReadonlySet<string> =>
  copies(evidence, origin, party, document);
