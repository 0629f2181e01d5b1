/** A part of a report as any word processor or browser knows it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly look?: 'soft' | 'quote' | 'warning' | 'status';
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A report to be laid out: its language gives the direction of the whole. */
export type Flow = {
  readonly title: string;
  readonly language: 'en' | 'ar';
  readonly blocks: readonly Block[];
};
