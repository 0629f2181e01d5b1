import type { Anchor } from '#core/model/anchor.ts';
import { nextRef } from '#core/model/refs.ts';
import type { Command } from '#core/ports/command.ts';
import { suggestStatement } from '#core/queries/suggest-statement.ts';
import { checkAnchor, distinctSpans } from './support/anchors.ts';
import { create } from './support/change.ts';
import { type ClaimFields, tidyClaim } from './support/claim-fields.ts';
import { refuse } from './support/refuse.ts';

export type MakeClaim = {
  /** Id of the new claim, when the caller needs to know it. */
  readonly id?: string;
  /** Where it stands; at least one. */
  readonly anchors: readonly Anchor[];
  /** Left out: suggested from the first anchor's words. Without a ladder it inherits its passage's. */
  readonly fields?: Partial<ClaimFields>;
};

/** Turns words of a document into a claim with the next reference. */
export const makeClaim: Command<MakeClaim> = (state, { id, anchors, fields }, context) => {
  const [first] = anchors;
  if (!first) return refuse('anchor-missing');
  for (const anchor of anchors) {
    const bad = checkAnchor(state, anchor);
    if (bad) return bad;
  }
  const tidied = tidyClaim(state, {
    ...fields,
    statement: fields?.statement ?? suggestStatement(first.exact),
  });
  if ('refused' in tidied) return tidied;
  const ref = nextRef(state, 'claim', context.actor);
  return [create('claim', id ?? context.newId(), { ref, anchors: distinctSpans(anchors), ...tidied })];
};
