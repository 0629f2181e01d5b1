import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Span } from '#core/anchoring/paragraphs.ts';
import { useView } from '#renderer/state/view-store.ts';
import { measured, rangesOf } from './dom-offsets.ts';
import type { Places } from './places.ts';

const ROOM = 48;
/** Paragraphs above get their true height only when drawn, which moves the words once more. */
const SETTLING_FRAMES = 3;

/** Scrolls just so far that the words are in view with room around; returns whether it had to. */
function scrollTo(scroller: HTMLElement, range: AbstractRange): boolean {
  const words = measured(range).getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const above = words.top < frame.top + ROOM;
  const below = words.bottom > frame.bottom - ROOM && words.top > frame.top + frame.height * 0.4;
  if (!above && !below) return false;
  scroller.scrollTop += words.top - frame.top - frame.height * 0.3;
  return true;
}

type Seen = {
  readonly asked: string;
  readonly selection: Span | null;
  readonly target: Span | null;
};

/**
 * Brings the words of the chosen claim or of the proposal looked at, or words chosen by keyboard, into view. Returns the span
 * whose part of the text must be on the screen for that.
 */
export function useReveal(
  root: RefObject<HTMLElement | null>,
  documentId: string,
  places: Places,
  paragraphs: readonly Span[],
  proposed: Span | null,
): Span | null {
  const claimId = useView((view) => view.claimId);
  const reveal = useView((view) => view.reveal);
  const selection = useView((view) => view.selection);
  const asked = proposed ? `proposed ${proposed.start} ${proposed.end}` : `${claimId} ${reveal}`;
  const [seen, setSeen] = useState<Seen>({ asked: '', selection: null, target: null });
  // What was asked for last is scrolled to; that a claim's words move is no reason to.
  if (seen.asked !== asked || seen.selection !== selection) {
    const place = proposed ?? places.list.find((held) => held.claimId === claimId);
    const words = selection?.documentId === documentId && selection !== seen.selection ? selection : null;
    const target = words ?? (seen.asked === asked ? seen.target : (place ?? null));
    setSeen({ asked, selection, target: target && { start: target.start, end: target.end } });
  }
  const { target } = seen;

  useLayoutEffect(() => {
    const scroller = root.current?.closest<HTMLElement>('[data-scroller]');
    if (!target || !scroller) return undefined;
    let frames = 0;
    let request = 0;
    const settle = (): void => {
      const [range] = root.current ? rangesOf(root.current, paragraphs, target) : [];
      if (range && scrollTo(scroller, range) && frames++ < SETTLING_FRAMES)
        request = requestAnimationFrame(settle);
    };
    settle();
    return () => cancelAnimationFrame(request);
  }, [target, root, paragraphs]);

  return target;
}
