import type { Claim } from '../model/claim.ts';
import type { Ladder, Rung, Voice } from '../model/ladder.ts';
import type { Passage } from '../model/passage.ts';
import { indexPassages, innermostAt, type PassageIndex } from './passage-index.ts';

type Voiced = Pick<Passage, 'anchor' | 'voice' | 'ladder'>;
type Placed = Pick<Claim, 'anchors'>;

/** Passages as a list (for one claim) or as an index (for many). */
type Passages<P extends Voiced> = readonly P[] | PassageIndex<P>;

const NOBODY: Ladder = [];

/** The passage a claim inherits from: the innermost one around the start of its first anchor. */
function passageOf<P extends Voiced>({ anchors: [first] }: Placed, passages: Passages<P>): P | null {
  if (!first) return null;
  const index = 'get' in passages ? passages : indexPassages(passages);
  return innermostAt(index, first);
}

/** According to whom: the claim's own ladder, else its passage's, else an empty one. */
export const ladderOf = <P extends Voiced>(
  claim: Placed & Pick<Claim, 'ladder'>,
  passages: Passages<P>,
): Ladder => claim.ladder ?? passageOf(claim, passages)?.ladder ?? NOBODY;

/** In which voice the document says it; null where no passage has been given a voice yet. */
export const voiceOf = <P extends Voiced>(claim: Placed, passages: Passages<P>): Voice | null =>
  passageOf(claim, passages)?.voice ?? null;

const sameRung = (a: Rung, b: Rung | undefined): boolean =>
  b !== undefined &&
  a.partyId === b.partyId &&
  a.unnamed === b.unnamed &&
  a.role === b.role &&
  a.mode === b.mode &&
  a.basisNote === b.basisNote &&
  a.basis.length === b.basis.length &&
  a.basis.every((basis) => b.basis.includes(basis));

/** Whether two ladders say the same. */
export const sameLadder = (a: Ladder, b: Ladder): boolean =>
  a.length === b.length && a.every((rung, at) => sameRung(rung, b[at]));
