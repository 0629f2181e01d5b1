import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Claim } from '#core/model/claim.ts';
import { type Draft, voicedAs } from '#core/proposing/draft.ts';
import type { AcceptedProposal } from '#renderer/commands/accept-proposals.ts';

/** A draft as the command takes it; `why`: words for why its voice is unclear. */
export function accepted(
  draft: Draft,
  given: { readonly documentId: string; readonly text: string; readonly why: string | null },
  skip: Claim['skip'],
): AcceptedProposal {
  const { documentId, text, why } = given;
  const anchor = ({ start, end }: { readonly start: number; readonly end: number }) =>
    makeAnchor(documentId, text, start, end);
  const { ladder, passage } = voicedAs(draft);
  return {
    anchors: draft.spans.map(anchor),
    statement: draft.statement,
    ladder,
    subjects: draft.subjects.filter(({ name }) => !draft.leftOut.includes(name)),
    accuses: draft.accuses,
    dates: draft.dates.map(({ date }) => date),
    passage: passage && {
      anchor: anchor(passage.span),
      voice: passage.voice,
      ladder: passage.ladder,
      candidates: draft.candidates.flatMap(({ rung }) => rung?.party ?? []),
      why,
    },
    skip,
  };
}
