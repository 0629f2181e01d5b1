/** How many paragraphs of the original, and of its translation, belong together; not both 0. */
export type Bead = readonly [original: number, translation: number];

/** A translation paragraph by paragraph beside its original: rows from the top, none left out. */
export type Alignment = {
  /** The document that holds the original; it may be gone. */
  readonly originalId: string;
  readonly beads: readonly Bead[];
};
