/** Highlights of the window by name (CSS Custom Highlight API); the colours stand in `global.css`. */
const held = new Map<string, Highlight>();

/** What lies on top of what where highlights overlap. */
const PRIORITY: Readonly<Record<string, number>> = {
  proposed: 0,
  skipped: 0,
  unverified: 1,
  corroborated: 2,
  unclear: 3,
  nothing: 4,
  disputed: 5,
  voice: 6,
  chosen: 7,
  picked: 8,
};

function highlight(name: string): Highlight | null {
  if (typeof Highlight !== 'function') return null;
  const existing = held.get(name);
  if (existing) return existing;
  const made = new Highlight();
  made.priority = PRIORITY[name] ?? 0;
  CSS.highlights.set(name, made);
  held.set(name, made);
  return made;
}

/** A highlighted stretch; `key` says what it is, so that an unchanged one is left alone. */
export type Painted = {
  readonly key: string;
  readonly name: string;
  /** Asked for only when the stretch is new. */
  readonly ranges: () => readonly AbstractRange[];
};

type Shown = { readonly name: string; readonly ranges: readonly AbstractRange[] };

/** The stretches that one part of the screen has highlighted. */
export class Painting {
  readonly #shown = new Map<string, Shown>();

  /** Shows these stretches and no others of this painting; unchanged ones stay untouched. */
  show(wanted: readonly Painted[]): void {
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { name, ranges }] of this.#shown) {
      if (keys.has(key)) continue;
      for (const range of ranges) highlight(name)?.delete(range);
      this.#shown.delete(key);
    }
    for (const { key, name, ranges } of wanted) {
      if (this.#shown.has(key)) continue;
      const made = ranges();
      for (const range of made) highlight(name)?.add(range);
      this.#shown.set(key, { name, ranges: made });
    }
  }

  clear(): void {
    this.show([]);
  }
}
