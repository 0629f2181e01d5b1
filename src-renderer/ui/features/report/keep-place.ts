import type { ReportPlace } from '#core/report/excerpt.ts';
import { numbered } from '#core/report/view.ts';
import type { Near } from './use-preview.ts';

/** Frames that reach this much (CSS pixels) below the upper edge count as looked at. */
const PEEK = 40;

const frameOf = (scroll: HTMLElement, page: number): HTMLElement | null =>
  scroll.querySelector(`[data-page="${page + 1}"]`);

/** The page at the upper edge of the view, from 0; 0 where none is drawn yet. */
export function pageInView(scroll: HTMLElement): number {
  const edge = scroll.getBoundingClientRect().top + PEEK;
  const frames = [...scroll.querySelectorAll<HTMLElement>('[data-page]')];
  const at = frames.findIndex((frame) => frame.getBoundingClientRect().bottom > edge);
  return Math.max(0, at);
}

/** Pixels below the upper edge of the view, or null where its page has no frame. */
function depthOf(scroll: HTMLElement, page: number, { top, height }: ReportPlace): number | null {
  const frame = frameOf(scroll, page)?.getBoundingClientRect();
  return frame ? frame.top - scroll.getBoundingClientRect().top + (top / height) * frame.height : null;
}

/** An item and how far below the upper edge of the view it stands. */
export type Anchor = { readonly kind: ReportPlace['kind']; readonly number: number; readonly depth: number };

/** What the view is held by while other pages take the place of a stretch: the first item in view. */
export function anchorIn(scroll: HTMLElement, { places, at, skipped, from }: Near): Anchor | null {
  const seen = numbered(places, from).flatMap((place) => {
    const page = at + place.page - skipped;
    const depth = page < at ? null : depthOf(scroll, page, place);
    return depth === null ? [] : { kind: place.kind, number: place.number, depth };
  });
  return seen.find(({ depth }) => depth >= 0) ?? seen.at(-1) ?? null;
}

/** Scrolls so that the item stands where it stood. */
export function holdTo(scroll: HTMLElement, places: readonly ReportPlace[], anchor: Anchor): void {
  const place = numbered(places).find(({ kind, number }) => kind === anchor.kind && number === anchor.number);
  const depth = place && depthOf(scroll, place.page, place);
  if (typeof depth === 'number') scroll.scrollTop += depth - anchor.depth;
}
