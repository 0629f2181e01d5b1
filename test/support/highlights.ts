/** Stands in for the CSS Custom Highlight API, which happy-dom lacks; keeps what is painted. */
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}

class FakeStaticRange {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
  constructor(init: StaticRangeInit) {
    this.startContainer = init.startContainer;
    this.startOffset = init.startOffset;
    this.endContainer = init.endContainer;
    this.endOffset = init.endOffset;
  }
}

const registry = new Map<string, FakeHighlight>();

/** Installs the stand-in; call it before anything is rendered. */
export function installHighlights(): void {
  Object.assign(globalThis, { Highlight: FakeHighlight, StaticRange: FakeStaticRange });
  Object.defineProperty(globalThis, 'CSS', { value: { highlights: registry }, configurable: true });
}

/** The words that are highlighted under a name, in the order of the text. */
export function highlighted(name: string): string[] {
  return [...(registry.get(name) ?? [])]
    .map(({ startContainer, startOffset, endOffset }) => ({
      place: Number(startContainer.parentElement?.dataset['start'] ?? 0) + startOffset,
      words: (startContainer.textContent ?? '').slice(startOffset, endOffset),
    }))
    .sort((a, b) => a.place - b.place)
    .map(({ words }) => words);
}
