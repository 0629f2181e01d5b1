import type { Block } from '../blocks.ts';
import { kindOf } from '../quotes/kind.ts';
import type { Quotation } from '../quotes/quotation.ts';
import type { Token } from '../tokens/token.ts';
import { arabicFrames, isArabic } from './arabic.ts';
import { announcedBy, englishFrames } from './english.ts';
import type { Frame } from './frame.ts';
import { narratedSentences } from './sentences.ts';
import { type KnownQuotation, skeletonOf } from './skeleton.ts';

/** What the frames of a text are, in reading order, and the quotations they speak of by position. */
export type FramesOfText = {
  readonly quotations: readonly KnownQuotation[];
  readonly frames: readonly Frame[];
};

const isQuoted = (token: Token): boolean => token.kind === 'quotation';

/** Adds quotations to what a frame says: “…,” she said. “…” */
function prolonged(frame: Frame, tokens: readonly Token[]): Frame {
  return {
    ...frame,
    content: [...frame.content, ...tokens.map(({ start, end }) => ({ start, end }))],
    quotations: [...frame.quotations, ...tokens.map(({ quotation }) => quotation)],
  };
}

/** A frame of its own for quotations that go on with what a speaker said before. */
const goingOn = (from: Frame, tokens: readonly Token[]): Frame => ({
  ...prolonged({ ...from, content: [], quotations: [] }, tokens),
  pattern: 'going on from the one before',
  cue: null,
  direct: true,
});

/** Reads the blocks of a text one after the other and keeps who spoke last. */
class TextReader {
  readonly frames: Frame[] = [];
  private readonly taken = new Set<number>();
  /** The last frame that names anybody. */
  private spoken: Frame | null = null;
  /** The last frame of the paragraph before, where it ends in a colon. */
  private announced: Frame | null = null;

  block(sentences: readonly (readonly Token[])[]): void {
    const announced = this.announced;
    this.announced = null;
    let last: number | null = null;
    sentences.forEach((sentence, at) => {
      const own = sentence.filter((token) => isQuoted(token) && !this.taken.has(token.quotation));
      const bare = sentence.every((token) => token.kind !== 'word' && token.kind !== 'number');
      if (bare) {
        this.bare(own, last, at === 0 ? announced : null);
        return;
      }
      const found = isArabic(sentence) ? arabicFrames(sentence, this.spoken) : englishFrames(sentence);
      for (const frame of found) this.add(frame);
      if (found.length > 0) last = this.lastDirect(found.length) ?? this.frames.length - 1;
      else if (own.length > 0) last = null;
      if (sentence.at(-1)?.key === ':') this.announced = found.at(-1) ?? announcedBy(sentence);
    });
  }

  /** The continuation of a quotation in a new paragraph belongs to whom it belonged to before. */
  private bare(own: readonly Token[], last: number | null, announced: Frame | null): void {
    if (own.length === 0) return;
    const frame = last === null ? undefined : this.frames[last];
    if (frame && last !== null) this.frames[last] = prolonged(frame, own);
    else if (announced) this.frames.push(goingOn(announced, own));
    else return;
    for (const { quotation } of own) this.taken.add(quotation);
  }

  private add(frame: Frame): void {
    this.frames.push(frame);
    if (frame.source) this.spoken = frame;
    for (const quotation of frame.quotations) this.taken.add(quotation);
  }

  private lastDirect(count: number): number | null {
    for (let at = this.frames.length - 1; at >= this.frames.length - count; at -= 1) {
      if (this.frames[at]?.direct) return at;
    }
    return null;
  }
}

/** The acts of saying in a text whose quotations are known; `tell` hears of each block that is begun. */
export function readFrames(
  shadow: string,
  blocks: readonly Block[],
  found: readonly Quotation[],
  tell: (block: number) => void,
): FramesOfText {
  const quotations = found.map((quotation) => ({ ...quotation, kind: kindOf(shadow, quotation) }));
  const reader = new TextReader();
  let first = 0;
  for (const [at, block] of blocks.entries()) {
    tell(at);
    while ((quotations[first]?.span.end ?? Number.POSITIVE_INFINITY) <= block.start) first += 1;
    const tokens = skeletonOf(shadow, block, quotations, first);
    reader.block(narratedSentences(shadow, tokens));
  }
  return { quotations, frames: reader.frames };
}
