import type { Span } from '../../anchoring/paragraphs.ts';

/** What had to be supposed so that the marks of a quotation make sense; the text stays as it is. */
export const REPAIRS = [
  'turned mark',
  'doubled mark',
  'stray mark',
  'missing opening mark',
  'missing closing mark',
  'one mark closes two',
  'marks of different kinds',
  'runs into the next paragraph',
] as const;

export type Repair = {
  readonly kind: (typeof REPAIRS)[number];
  /** Where: offset of the mark, or of the place where one is missing. */
  readonly at: number;
};

/** A quotation in a text, over one paragraph or several. */
export type Quotation = {
  /** From the opening mark to behind the closing one; where a mark is missing, to where it should be. */
  readonly span: Span;
  /** What is quoted, without the marks: one span a paragraph. */
  readonly content: readonly Span[];
  /** Quotations and quoted names inside, with their marks, in order. */
  readonly inner: readonly Span[];
  readonly repairs: readonly Repair[];
};
