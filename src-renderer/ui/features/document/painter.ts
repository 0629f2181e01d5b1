import { type Span, spanAt } from '#core/anchoring/paragraphs.ts';
import type { Item } from '#core/model/item.ts';
import { statusOf } from '#core/finding/status-of.ts';
import { type Mark, markOf } from '#renderer/ui/components/status-mark.tsx';

/** Highlights of the CSS Custom Highlight API, by mark; see `theme/global.css`. */
const NAMES: Readonly<Record<Mark, string>> = {
  unverified: 'unverified',
  nothing: 'nothing',
  unclear: 'nothing',
  corroborated: 'corroborated',
  disputed: 'disputed',
  skipped: 'skipped',
};

/** Claims painted in one go; more wait for the next free moment, so that typing never does. */
const SLICE = 1500;

type Painted = { readonly claim: Item<'claim'>; readonly name: string; readonly ranges: readonly Range[] };

const highlightNamed = (name: string): Highlight => {
  const held = CSS.highlights.get(name);
  if (held) return held;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
};

export const markOfClaim = (claim: Item<'claim'>): Mark => {
  const { status, reason } = statusOf(claim);
  return markOf(status, reason, claim.skip !== null);
};

/** Paints claims over the paragraphs of one article, one text node each, without touching them. */
export class Painter {
  private readonly painted = new Map<string, Painted>();
  private wanted: readonly Item<'claim'>[] = [];
  private next = 0;
  private timer = 0;
  private readonly documentId: string;
  private readonly paragraphs: readonly Span[];
  private readonly nodeOf: (index: number) => Text | null;

  constructor(documentId: string, paragraphs: readonly Span[], nodeOf: (index: number) => Text | null) {
    this.documentId = documentId;
    this.paragraphs = paragraphs;
    this.nodeOf = nodeOf;
  }

  /** The range of a stretch of the article, or null when its words are not on the page. */
  range({ start, end }: Span): Range | null {
    const first = spanAt(this.paragraphs, start);
    const last = spanAt(this.paragraphs, Math.max(start, end - 1));
    const [from, to] = [this.paragraphs[first], this.paragraphs[last]];
    const [fromNode, toNode] = [this.nodeOf(first), this.nodeOf(last)];
    if (!from || !to || !fromNode || !toNode) return null;
    const range = document.createRange();
    range.setStart(fromNode, Math.max(0, start - from.start));
    range.setEnd(toNode, Math.max(0, Math.min(end, to.end) - to.start));
    return range;
  }

  /** Paints what changed among the claims, in slices. */
  paint(claims: ReadonlyMap<string, Item<'claim'>>): void {
    for (const [id, { claim }] of this.painted) if (claims.get(id) !== claim) this.erase(id);
    this.wanted = [...claims.values()].filter(
      ({ id, mergedInto }) => mergedInto === null && !this.painted.has(id),
    );
    this.next = 0;
    window.clearTimeout(this.timer);
    this.slice();
  }

  private slice(): void {
    const stop = Math.min(this.wanted.length, this.next + SLICE);
    for (; this.next < stop; this.next++) {
      const claim = this.wanted[this.next];
      if (claim) this.draw(claim);
    }
    if (this.next < this.wanted.length) this.timer = window.setTimeout(() => this.slice());
  }

  private draw(claim: Item<'claim'>): void {
    const name = NAMES[markOfClaim(claim)];
    const ranges = claim.anchors.flatMap((anchor) =>
      anchor.documentId === this.documentId ? (this.range(anchor) ?? []) : [],
    );
    const highlight = highlightNamed(name);
    for (const range of ranges) highlight.add(range);
    this.painted.set(claim.id, { claim, name, ranges });
  }

  private erase(id: string): void {
    const held = this.painted.get(id);
    if (!held) return;
    for (const range of held.ranges) CSS.highlights.get(held.name)?.delete(range);
    this.painted.delete(id);
  }

  /** Marks stretches as chosen (a claim) or selected (words), over everything else. */
  choose(name: 'chosen' | 'selected', spans: readonly Span[]): void {
    const ranges = spans.flatMap((span) => this.range(span) ?? []);
    const highlight = new Highlight(...ranges);
    highlight.priority = 10;
    CSS.highlights.set(name, highlight);
  }

  /** Takes everything off the page. */
  clear(): void {
    window.clearTimeout(this.timer);
    this.painted.clear();
    CSS.highlights.clear();
  }
}
