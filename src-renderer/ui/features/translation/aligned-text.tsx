import { useMemo } from 'react';
import { layersOf } from '#core/anchoring/overlaps.ts';
import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Item } from '#core/model/item.ts';
import { useView } from '#renderer/state/view-store.ts';
import { type Place, type Sorted, spansWithin } from '../document/places.ts';
import styles from './translation.module.css';

/** Words of a paragraph side by side with what no claim stands on; each piece knows where it starts. */
type Piece = Span & { readonly on: readonly Place[] };

function piecesOf(paragraph: Span, places: readonly Place[]): Piece[] {
  const held = places.map((place) => ({
    ...place,
    start: Math.max(place.start, paragraph.start),
    end: Math.min(place.end, paragraph.end),
  }));
  const pieces: Piece[] = [];
  let from = paragraph.start;
  for (const { start, end, on } of layersOf(held)) {
    if (start > from) pieces.push({ start: from, end: start, on: [] });
    pieces.push({ start, end, on });
    from = end;
  }
  if (from < paragraph.end) pieces.push({ start: from, end: paragraph.end, on: [] });
  return pieces;
}

function Paragraph(props: {
  readonly paragraph: Span;
  readonly text: string;
  readonly places: Sorted<Place>;
}) {
  const { paragraph, text, places } = props;
  const chosen = useView((view) => view.claimId);
  const pieces = useMemo(() => piecesOf(paragraph, spansWithin(places, paragraph)), [paragraph, places]);
  return (
    <p dir="auto">
      {pieces.map(({ start, end, on }) => {
        const words = text.slice(start, end);
        const [first] = on;
        if (!first) {
          return (
            <span key={start} data-at={start}>
              {words}
            </span>
          );
        }
        return (
          <mark
            key={start}
            data-at={start}
            data-claim={first.claimId}
            data-chosen={on.some(({ claimId }) => claimId === chosen) || undefined}
            title={on.map(({ ref }) => ref).join(', ')}
          >
            {words}
          </mark>
        );
      })}
    </p>
  );
}

/** One side of a row: paragraphs with the words that claims stand on. */
export function AlignedText(props: {
  readonly document: Item<'document'>;
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly places: Sorted<Place>;
}) {
  const { document, text, paragraphs, places } = props;
  return (
    <div className={styles['side']} data-document={document.id} lang={document.language ?? undefined}>
      {paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.start} paragraph={paragraph} text={text} places={places} />
      ))}
    </div>
  );
}
