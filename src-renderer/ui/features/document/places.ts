import { anchorFits } from '#core/anchoring/make-anchor.ts';
import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Item } from '#core/model/item.ts';

/** Spans by start (the wider first), with the furthest end of any up to each. */
export type Sorted<T extends Span> = { readonly list: readonly T[]; readonly reach: readonly number[] };

/** Words of a document that a claim stands on. */
export type Place = Span & { readonly claimId: string; readonly ref: string };

/** The places of all claims in one document. */
export type Places = Sorted<Place> & {
  /** References of claims whose words no longer stand where they say. */
  readonly gone: readonly string[];
};

type Claims = ReadonlyMap<string, Item<'claim'>>;

/** Sorts spans so that {@link spansWithin} finds them quickly. */
export function sortSpans<T extends Span>(spans: Iterable<T>): Sorted<T> {
  const list = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let furthest = 0;
  const reach = list.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return { list, reach };
}

function collect(claims: Claims, documentId: string, text: string): Places {
  const places: Place[] = [];
  const gone = new Set<string>();
  for (const { id, ref, anchors, mergedInto } of claims.values()) {
    if (mergedInto !== null) continue;
    for (const anchor of anchors) {
      if (anchor.documentId !== documentId) continue;
      if (anchorFits(anchor, text)) places.push({ claimId: id, ref, start: anchor.start, end: anchor.end });
      else gone.add(ref);
    }
  }
  return { ...sortSpans(places), gone: [...gone] };
}

/** Whether no claim has come, gone or moved: what is typed elsewhere leaves the places alone. */
function unmoved(before: Claims, now: Claims): boolean {
  if (before === now) return true;
  if (before.size !== now.size) return false;
  for (const [id, claim] of now) {
    const held = before.get(id);
    if (held === claim) continue;
    if (!held || held.anchors !== claim.anchors || held.mergedInto !== claim.mergedInto) return false;
  }
  return true;
}

/** Finds the places of one document again and again, at no cost while no claim has moved. */
export function placeFinder(documentId: string, text: string): (claims: Claims) => Places {
  let last: { readonly claims: Claims; readonly places: Places } | null = null;
  return (claims) => {
    const places = last && unmoved(last.claims, claims) ? last.places : collect(claims, documentId, text);
    last = { claims, places };
    return places;
  };
}

/** Index of the first entry of `reach` beyond `offset`. */
function firstBeyond(reach: readonly number[], offset: number): number {
  let [low, high] = [0, reach.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that share a character with the span, in the order of the text. */
export function spansWithin<T extends Span>({ list, reach }: Sorted<T>, { start, end }: Span): T[] {
  const found: T[] = [];
  for (let at = firstBeyond(reach, start); at < list.length; at += 1) {
    const span = list[at];
    if (!span || span.start >= end) break;
    if (span.end > start) found.push(span);
  }
  return found;
}

/** Claims on the character at `offset`, the narrowest first, each once. */
export function claimsAt(places: Places, offset: number): string[] {
  const on = spansWithin(places, { start: offset, end: offset + 1 });
  on.sort((a, b) => a.end - a.start - (b.end - b.start));
  return [...new Set(on.map(({ claimId }) => claimId))];
}

/** The claim a click means: the narrowest, or on repeated clicks the next one on the same words. */
export function claimToGoTo(on: readonly string[], chosen: string | null): string | null {
  const at = chosen === null ? -1 : on.indexOf(chosen);
  return on[(at + 1) % on.length] ?? null;
}
