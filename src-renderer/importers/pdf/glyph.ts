/**
 * What a font draws at once, where it stands on a page: `along` the direction of reading from left to
 * right, `across` from the top down, in points of the page as it is shown.
 */
export type Glyph = {
  /** Its characters; several for a ligature, in the order they are read; '' for what belongs to another glyph's. */
  readonly text: string;
  readonly along: number;
  readonly across: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
  /** Quarter turns of its line against the page. */
  readonly turn: number;
};

/** A page's glyphs in the order in which they are drawn. */
export type GlyphPage = {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
};
