import type { Span } from '../../anchoring/paragraphs.ts';

/** A word, a number, a stop, or a whole quotation read as one unit. */
export type Token = Span & {
  readonly kind: 'word' | 'number' | 'stop' | 'quotation';
  /**
   * What it is looked up by: a word in lower case without vowel signs, a stop's own character,
   * `term` for a word or two in quotation marks, '' for any other quotation.
   */
  readonly key: string;
  /** Whether it begins with a capital; scripts without capitals have none. */
  readonly capital: boolean;
  /** Position of the quotation in the list it was read from, -1 for other tokens. */
  readonly quotation: number;
};
