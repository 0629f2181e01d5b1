import { useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '#core/anchoring/paragraphs.ts';
import styles from './paragraph-view.module.css';

type Box = { readonly top: number; readonly left: number; readonly width: number; readonly height: number };

/** One box for each line the words stand on, in the coordinates of `frame`. */
function boxesOf(node: Node, from: number, to: number, frame: DOMRect): Box[] {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  const lines: DOMRect[] = [];
  for (const rect of range.getClientRects()) {
    const last = lines.at(-1);
    // Blanks at the end of a line come as rectangles of their own.
    if (last && Math.abs(rect.top - last.top) < rect.height / 2) {
      const left = Math.min(last.left, rect.left);
      lines[lines.length - 1] = new DOMRect(
        left,
        last.top,
        Math.max(last.right, rect.right) - left,
        last.height,
      );
    } else lines.push(rect);
  }
  return lines.map(({ top, left, width, height }) => ({
    top: top - frame.top,
    left: left - frame.left,
    width,
    height,
  }));
}

/** Draws a line around the words of the chosen claim: highlights can be coloured, never outlined. */
export function Outline({
  places,
  paragraph,
}: {
  readonly places: readonly Span[];
  readonly paragraph: Span;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const spans = places
    .map(({ start, end }) => `${Math.max(start, paragraph.start)}-${Math.min(end, paragraph.end)}`)
    .join();
  useLayoutEffect(() => {
    const element = frame.current;
    const node = element?.parentElement?.querySelector('p')?.firstChild;
    if (!element || !node || spans === '') return setBoxes([]);
    const measure = (): void => {
      const around = element.getBoundingClientRect();
      setBoxes(
        spans.split(',').flatMap((span) => {
          const [from = 0, to = 0] = span.split('-').map((offset) => Number(offset) - paragraph.start);
          return boxesOf(node, from, to, around);
        }),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [spans, paragraph.start]);
  return (
    <div ref={frame} className={styles['frame']} aria-hidden>
      {boxes.map(({ top, left, width, height }) => (
        <i
          key={`${top}-${left}`}
          style={{ transform: `translate(${left - 2}px, ${top}px)`, width: width + 4, height }}
        />
      ))}
    </div>
  );
}
