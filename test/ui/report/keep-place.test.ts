import { afterEach, describe, expect, it } from 'vitest';
import type { ReportPlace } from '#core/report/excerpt.ts';
import { anchorIn, holdTo, pageInView } from '#renderer/ui/features/report/keep-place.ts';

const PAGE = 842;
const place = (page: number, top: number): ReportPlace => ({ kind: 'claim', page, top, height: PAGE });

/** A view of pages of 842 pixels, one under the other, scrolled to `scrollTop`. */
function viewOf(pages: number, scrollTop: number): HTMLElement {
  const scroll = document.createElement('div');
  scroll.getBoundingClientRect = () => new DOMRect(0, 50, 600, 700);
  scroll.scrollTop = scrollTop;
  for (let page = 0; page < pages; page++) {
    const frame = document.createElement('div');
    frame.dataset['page'] = String(page + 1);
    frame.getBoundingClientRect = () => new DOMRect(0, 50 + page * PAGE - scroll.scrollTop, 600, PAGE);
    scroll.append(frame);
  }
  document.body.append(scroll);
  return scroll;
}
afterEach(() => document.body.replaceChildren());

describe('the view of a report', () => {
  it('is of the page at its upper edge, not of one of which hardly a line is left', () => {
    expect(pageInView(viewOf(9, 3 * PAGE + 100))).toBe(3);
    expect(pageInView(viewOf(9, 4 * PAGE - 10))).toBe(4);
    expect(pageInView(viewOf(0, 0))).toBe(0);
  });

  it('holds the first claim in view where it stood, wherever the whole report has it', () => {
    const scroll = viewOf(9, 4 * PAGE + 100);
    const near = {
      pdf: new Uint8Array(),
      pages: 3,
      // The 6th claim begins before the page looked at, the 7th stands 300 points down on it.
      places: [place(0, 700), place(1, 300), place(2, 80)],
      at: 4,
      skipped: 1,
      from: { kind: 'claim' as const, at: 5, top: 700 },
    };
    const anchor = anchorIn(scroll, near);
    expect(anchor).toEqual({ kind: 'claim', number: 6, depth: 200 });
    const whole = Array.from({ length: 9 }, (_, at) => place(at > 3 ? 2 : 1, at * 50));
    if (anchor) holdTo(scroll, whole, anchor);
    // Now on the third page, 300 points down, and still 200 pixels below the edge.
    expect(scroll.scrollTop).toBe(2 * PAGE + 300 - 200);
  });

  it('stays where it is when the claim is in the report no more', () => {
    const scroll = viewOf(9, 500);
    holdTo(scroll, [place(1, 90)], { kind: 'claim', number: 8, depth: 10 });
    expect(scroll.scrollTop).toBe(500);
  });
});
