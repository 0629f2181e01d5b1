import type { Span } from '../../anchoring/paragraphs.ts';

/** A quotation mark in a text, or several side by side where one was typed twice. */
export type Mark = Span & {
  /** Double marks quote; single ones quote, quote within a quotation, or are apostrophes. */
  readonly double: boolean;
  /** The way its glyph points: “ opens, ” closes, " is neutral. */
  readonly glyph: 'open' | 'close' | 'neutral';
  /** Whether several marks of one kind stand side by side: typed twice, or closing two quotations. */
  readonly repeated: boolean;
};

/** A block of text with the marks that stand in it. */
export type MarkedBlock = Span & { readonly marks: readonly Mark[] };
