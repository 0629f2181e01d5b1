import type { Span } from '../../anchoring/paragraphs.ts';
import type { Range } from '../phrases/noun-phrase.ts';
import type { Token } from '../tokens/token.ts';
import type { Frame } from './frame.ts';
import type { Subject } from './subject.ts';
import type { SpeechVerb } from './verbs.ts';

/** The span of a token range, trimmed of stops at its edges. */
export function spanOf(tokens: readonly Token[], { from, to }: Range): Span | null {
  let [first, last] = [from, to - 1];
  while (first <= last && tokens[first]?.kind === 'stop' && !/^[$£€(]$/.test(tokens[first]?.key ?? ''))
    first += 1;
  while (last >= first && tokens[last]?.kind === 'stop' && !/^[)%…]$/.test(tokens[last]?.key ?? ''))
    last -= 1;
  const [start, end] = [tokens[first], tokens[last]];
  return start && end && first <= last ? { start: start.start, end: end.end } : null;
}

export const isQ = (token: Token | undefined): boolean => token?.kind === 'quotation';

/** A frame with the place of its verb and of what it says, as token positions. */
export type Found = { readonly frame: Frame; readonly verbAt: number };

/** One narrated sentence while it is read: what has been found in it so far. */
export class Sentence {
  readonly tokens: readonly Token[];
  frames: Found[] = [];
  /** Quotations that belong to a frame already. */
  readonly taken = new Set<number>();
  /** Where the reporting verbs stand. */
  verbs: readonly number[] = [];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** Where the next act of saying stands behind `at`. */
  nextVerb(at: number): number {
    return this.verbs.find((verb) => verb > at) ?? this.tokens.length;
  }

  key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }

  push(found: Found): void {
    this.frames.push(found);
    for (const index of found.frame.quotations) this.taken.add(index);
  }

  make(
    pattern: Frame['pattern'],
    verbRange: Range,
    verb: SpeechVerb | null,
    subject: Subject | null,
    ranges: readonly Range[],
  ): Frame | null {
    const content = ranges.flatMap((range) => spanOf(this.tokens, range) ?? []);
    if (content.length === 0) return null;
    const inside = ranges.flatMap(({ from, to }) => this.tokens.slice(from, to).filter(isQ));
    const direct = ranges.every(({ from, to }) =>
      this.tokens.slice(from, to).every((token) => isQ(token) || token.kind === 'stop'),
    );
    return {
      pattern,
      cue: spanOf(this.tokens, verbRange),
      verb,
      source: subject && spanOf(this.tokens, subject.whole),
      head: subject && spanOf(this.tokens, subject.head),
      content,
      quotations: inside.map(({ quotation }) => quotation),
      direct,
    };
  }

  /** Index of the first of the quotations that follow each other up to before `end`. */
  quotationsTo(end: number): number {
    let from = end - 1;
    while (
      from > 0 &&
      (isQ(this.tokens[from - 1]) || (/^[.,…]$/.test(this.key(from - 1)) && isQ(this.tokens[from - 2])))
    )
      from -= 1;
    return from;
  }

  /** Index behind the quotations that follow each other from `at`, with stops between. */
  quotationsFrom(at: number): number {
    let to = at;
    let last = at;
    while (to < this.tokens.length && (isQ(this.tokens[to]) || /^[.,]$/.test(this.key(to)))) {
      if (isQ(this.tokens[to])) last = to;
      to += 1;
    }
    return last + 1;
  }

  untaken(at: number): boolean {
    return !this.taken.has(this.tokens[at]?.quotation ?? -1);
  }

  /** The frame of the last verb before `at`. */
  lastBefore(at: number): Found | undefined {
    let last: Found | undefined;
    for (const found of this.frames)
      if (found.verbAt < at && found.verbAt >= (last?.verbAt ?? -1)) last = found;
    return last;
  }

  /** The subject of the frame before, which "and added", ", saying" go on with. */
  earlier(last: Found | undefined, at: number): Subject | null {
    if (!last || last.verbAt > at || !last.frame.source) return null;
    const range = (span: Span | null): Range | null => {
      if (!span) return null;
      const from = this.tokens.findIndex(({ start }) => start >= span.start);
      let to = from;
      while (to < this.tokens.length && (this.tokens[to]?.end ?? 0) <= span.end) to += 1;
      return from >= 0 && to > from ? { from, to } : null;
    };
    const [whole, head] = [range(last.frame.source), range(last.frame.head)];
    return whole && head ? { whole, head, inverted: false } : null;
  }

  /** Where the clause that ends before `at` begins: behind the last frame, "but", or a semicolon. */
  clauseStart(at: number): number {
    for (let index = at - 1; index > 0; index -= 1) if (/^[;]$/.test(this.key(index))) return index + 1;
    return 0;
  }
}
