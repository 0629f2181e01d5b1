import { useMemo } from 'react';
import type { Span } from '#core/anchoring/paragraphs.ts';
import { chosenOf, useDrafts, useReady } from '../proposals/use-drafts.ts';
import { type Sorted, sortSpans } from './places.ts';

/** Words that a proposal stands on; `chosen`: it is the one looked at. */
export type ProposedPlaces = Sorted<Span & { readonly chosen: boolean }>;

const NONE: ProposedPlaces = sortSpans<ProposedPlaces['list'][number]>([]);

/** Where proposals stand in a document, and the words to bring into view. */
export function useProposedPlaces(documentId: string): {
  readonly places: ProposedPlaces;
  readonly target: Span | null;
} {
  const ready = useReady();
  const drafts = useDrafts();
  const here = ready?.documentId === documentId;
  const looked = here ? chosenOf(drafts, ready.chosen) : null;
  const places = useMemo(
    () =>
      here
        ? sortSpans(
            drafts.flatMap((draft) => draft.spans.map((span) => ({ ...span, chosen: draft === looked }))),
          )
        : NONE,
    [here, drafts, looked],
  );
  return { places, target: looked?.spans[0] ?? null };
}
