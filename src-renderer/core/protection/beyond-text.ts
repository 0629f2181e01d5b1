import { linkOrSelf } from '../finding/capture-set.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Locator } from '../model/claim-parts.ts';
import type { Item } from '../model/item.ts';
import { groupBy } from '../queries/indexes.ts';
import { type PartyRow, partyRows } from '../queries/party-rows.ts';
import { isProtected } from './needles.ts';

/** Why no search of texts can tell whether an item shows somebody: what has to be looked at. */
export type BeyondText = {
  readonly evidence: Item<'evidence'>;
  readonly medium: 'picture' | 'video' | 'sound' | 'file';
  /** Protected parties that it may show or let hear. */
  readonly partyIds: readonly string[];
  /** Claims through which it touches them. */
  readonly claimIds: readonly string[];
  /** Where in it to look first. */
  readonly locators: readonly Locator[];
  /** Masks drawn so far. */
  readonly masks: number;
};

function mediumOf(mediaType: string): BeyondText['medium'] | null {
  if (mediaType.startsWith('image/')) return 'picture';
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType.startsWith('audio/')) return 'sound';
  return mediaType.startsWith('text/') ? null : 'file';
}

/**
 * The files that may show the face or let hear the voice of a protected party: those that bear on
 * a claim about or by them, or that came from them. No text check can look into them.
 */
export function beyondText(state: CaseState): BeyondText[] {
  const secret = partyRows(state).filter(({ party }) => isProtected(party));
  if (secret.length === 0) return [];
  const byClaim = groupBy(secret, ({ says, maySay, about }) => new Set([...says, ...maySay, ...about]));
  const bearing = groupBy(state.assessment.values(), ({ evidenceId }) => [evidenceId]);
  return [...state.evidence.values()].flatMap((evidence): BeyondText[] => {
    const medium = evidence.file && mediumOf(evidence.file.mediaType);
    if (!medium) return [];
    // A capture shows whom its link bears on, though it is held against no claim itself.
    const link = linkOrSelf(state, evidence);
    const bearings = [evidence.id, ...(link === evidence ? [] : [link.id])].flatMap(
      (id) => bearing.get(id) ?? [],
    );
    const touching = bearings.filter(({ claimId }) => byClaim.has(claimId));
    const parties = new Set([
      ...touching.flatMap(({ claimId }) => byClaim.get(claimId) ?? []),
      ...secret.filter((row) => gave(row, evidence) || gave(row, link)),
    ]);
    if (parties.size === 0) return [];
    return [
      {
        evidence,
        medium,
        partyIds: [...parties].map(({ id }) => id),
        claimIds: [...new Set(touching.map(({ claimId }) => claimId))],
        locators: touching.flatMap(({ locator }) => locator ?? []),
        masks: evidence.masks.length,
      },
    ];
  });
}

const gave = ({ id, evidence }: PartyRow, item: Item<'evidence'>): boolean =>
  item.receipt?.from === id || evidence.includes(item.id);
