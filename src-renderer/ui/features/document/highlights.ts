/** Highlights of the window by name (CSS Custom Highlight API); the colours stand in `global.css`. */
const held = new Map<string, Highlight>();

/** What lies on top of what where highlights overlap. */
const PRIORITY: Readonly<Record<string, number>> = {
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

/** One highlighted stretch; `key` says what it is, so that an unchanged one is left alone. */
export type Painted = { readonly key: string; readonly name: string; readonly range: AbstractRange };

/** The stretches one part of the screen has highlighted. */
export class Painting {
  readonly #on = new Map<string, Painted>();

  /** Shows these stretches and no others of this painting; unchanged ones stay untouched. */
  show(wanted: readonly Painted[]): void {
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { name, range }] of this.#on) {
      if (keys.has(key)) continue;
      highlight(name)?.delete(range);
      this.#on.delete(key);
    }
    for (const painted of wanted) {
      if (this.#on.has(painted.key)) continue;
      highlight(painted.name)?.add(painted.range);
      this.#on.set(painted.key, painted);
    }
  }

  clear(): void {
    this.show([]);
  }
}
