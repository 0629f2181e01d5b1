import type { Change } from '#core/journal/entry.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Command, Refusal } from '#core/ports/command.ts';
import type { Anchored } from '#core/revision/review-queue.ts';
import { currentOf } from '#core/revision/revisions.ts';
import { checkAnchor, distinctSpans, sameSpan } from './support/anchors.ts';
import { update } from './support/change.ts';
import { find, findClaim } from './support/find.ts';
import { makeRoom } from './support/passage-room.ts';
import { refuse } from './support/refuse.ts';

export type SettleAnchor = {
  readonly item: Anchored;
  /** Where it stands, in an earlier revision. */
  readonly from: Pick<Anchor, 'documentId' | 'start' | 'end'>;
  /** Where it stands in the current one; null: it is not there any more, and stays in the earlier one. */
  readonly to: Anchor | null;
};

const isFrom =
  (from: SettleAnchor['from']) =>
  (anchor: Anchor | null): anchor is Anchor =>
    anchor !== null && sameSpan(anchor, { ...anchor, ...from });

function settleClaim(
  state: CaseState,
  id: string,
  from: SettleAnchor['from'],
  settle: (anchor: Anchor) => Anchor,
): readonly Change[] | Refusal {
  const claim = findClaim(state, id);
  if ('refused' in claim) return claim;
  if (!claim.anchors.some(isFrom(from))) return refuse('not-found', { entity: 'anchor' });
  const anchors = claim.anchors.map((anchor) => (isFrom(from)(anchor) ? settle(anchor) : anchor));
  return update('claim', claim, { anchors: distinctSpans(anchors) });
}

/** A person says where words of an earlier revision stand in the current one, or that they are gone. */
export const settleAnchor: Command<SettleAnchor> = (state, { item, from, to }, context) => {
  const bad = to && checkAnchor(state, to);
  if (bad) return bad;
  const current = currentOf(state.document, from.documentId);
  if (!current || current.id === from.documentId) return refuse('not-found', { entity: 'document' });
  const settle = (anchor: Anchor): Anchor => to ?? { ...anchor, notIn: current.id };
  if (item.entity === 'claim') return settleClaim(state, item.id, from, settle);
  const held = find(state, item.entity, item.id);
  if ('refused' in held) return held;
  if (!isFrom(from)(held.anchor)) return refuse('not-found', { entity: 'anchor' });
  const anchor = settle(held.anchor);
  if (item.entity === 'note') {
    const note = find(state, 'note', item.id);
    return 'refused' in note ? note : update('note', note, { anchor });
  }
  const passage = find(state, 'passage', item.id);
  if ('refused' in passage) return passage;
  const room = to ? makeRoom(state, to, item.id, context) : [];
  return [...room, ...update('passage', passage, { anchor })];
};
