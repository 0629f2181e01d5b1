import { memo, useEffect, useRef, useState } from 'react';
import { useCase } from '#renderer/state/case-store.ts';
import { type Chunk, estimatedHeight } from './chunks.ts';
import { rangesOf } from './dom-offsets.ts';
import { type Painted, Painting } from './highlights.ts';
import { markOfClaim } from './mark-of-claim.ts';
import { ParagraphView } from './paragraph-view.tsx';
import { type Places, type Sorted, spansWithin } from './places.ts';
import type { ProposedPlaces } from './use-proposed-places.ts';
import type { VoicedSpan } from './voices.ts';

/** How far outside the window text is made ready. */
const MARGIN = '1200px 0px';

/** Whether an element is near the window (its scrolling pane clips what is not). */
function useNear(element: React.RefObject<HTMLElement | null>, first: boolean): boolean {
  const [near, setNear] = useState(first);
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const scroller = target.closest('[data-scroller]');
    const observer = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), {
      root: scroller,
      rootMargin: MARGIN,
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return near;
}

/** Keeps the highlights of a chunk as its claims stand, while it is near the window. */
function useHighlights(
  element: React.RefObject<HTMLElement | null>,
  chunk: Chunk,
  places: Places,
  chosen: string | null,
  near: boolean,
  proposed: ProposedPlaces,
): void {
  const claims = useCase((store) => (near ? store.state.claim : null));
  const painting = useRef<Painting>(null);
  painting.current ??= new Painting();
  useEffect(() => {
    const root = element.current;
    if (!claims || !root) return painting.current?.clear();
    const wanted = spansWithin(places, chunk).flatMap(({ claimId, start, end }): Painted[] => {
      const claim = claims.get(claimId);
      if (!claim) return [];
      const name = markOfClaim(claim);
      const place = `${claimId} ${start} ${end}`;
      const ranges = () => rangesOf(root, chunk.paragraphs, { start, end });
      const painted = { key: `${name} ${place}`, name, ranges };
      return claimId === chosen ? [painted, { key: `chosen ${place}`, name: 'chosen', ranges }] : [painted];
    });
    const drafts = spansWithin(proposed, chunk).flatMap(({ start, end, chosen: looked }): Painted[] => {
      const place = `${start} ${end}`;
      const ranges = () => rangesOf(root, chunk.paragraphs, { start, end });
      const painted = { key: `proposed ${place}`, name: 'proposed', ranges };
      return looked ? [painted, { key: `looked ${place}`, name: 'chosen', ranges }] : [painted];
    });
    return painting.current?.show([...wanted, ...drafts]);
  }, [element, claims, places, chosen, chunk, proposed]);
  useEffect(() => () => painting.current?.clear(), []);
}

type BodyProps = {
  readonly chunk: Chunk;
  readonly text: string;
  readonly places: Places;
  readonly voices: Sorted<VoicedSpan>;
  /** Where the pages of the file start, if it has any. */
  readonly pages: readonly number[] | null;
  /** The chosen claim, when it stands in this chunk. */
  readonly chosen: string | null;
};

/** The paragraphs of a chunk; far from the window they are left as they are until they come near. */
const ChunkBody = memo(
  function ChunkBody({ chunk, ...shared }: BodyProps & { readonly near: boolean }) {
    return chunk.paragraphs.map((paragraph) => (
      <ParagraphView key={paragraph.start} paragraph={paragraph} {...shared} />
    ));
  },
  (before, now) =>
    !now.near ||
    (before.near &&
      before.chunk === now.chunk &&
      before.places === now.places &&
      before.voices === now.voices &&
      before.chosen === now.chosen),
);

type Props = BodyProps & {
  /** Shown at once, wherever it is: something in it is about to be scrolled to. */
  readonly wanted: boolean;
  /** Where proposals stand. */
  readonly proposed: ProposedPlaces;
};

/** A part of the text: an empty box of about its height until it comes near the window. */
export const ChunkView = memo(function ChunkView({ wanted, proposed, ...body }: Props) {
  const { chunk, places } = body;
  const element = useRef<HTMLDivElement>(null);
  const near = useNear(element, chunk.index === 0) || wanted;
  const [shown, setShown] = useState(near);
  // What was once near stays on the page: taking it off would lose what is selected in it.
  if (near && !shown) setShown(true);
  useHighlights(element, chunk, places, body.chosen, near, proposed);
  if (!shown) {
    const height = chunk.paragraphs.reduce((sum, paragraph) => sum + estimatedHeight(paragraph), 0);
    return <div ref={element} style={{ blockSize: height }} />;
  }
  return (
    <div ref={element}>
      <ChunkBody {...body} near={near} />
    </div>
  );
});
