import { type Block, blocksOf } from './blocks.ts';
import { dayOfWriting } from './details/day-of-writing.ts';
import type { DayOfWriting } from './details/written.ts';
import { readFrames } from './frames/read-frames.ts';
import type { KnownQuotation } from './frames/skeleton.ts';
import { readQuotations } from './quotes/read-quotations.ts';
import { shadowOf } from './shadow.ts';
import { counting, type OnShare, SHARES } from './share.ts';
import { resolveSpeakers, type Voiced } from './speakers/resolve.ts';
import type { Speaker } from './speakers/speaker.ts';

/** An article as the engine has read it: what the steps after it (passages, claims) are made from. */
export type Article = {
  readonly text: string;
  readonly shadow: string;
  readonly blocks: readonly Block[];
  readonly quotations: readonly KnownQuotation[];
  readonly voiced: readonly Voiced[];
  readonly speakers: readonly Speaker[];
  /** Null where the article does not say when it was written. */
  readonly written: DayOfWriting | null;
};

/**
 * Reads who says what in a text, in time linear in its length. `published`: when its document says it
 * was published (EDTF), or null.
 */
export function readArticle(text: string, published: string | null, onShare: OnShare): Article {
  const shadow = shadowOf(text);
  const blocks = blocksOf(shadow);
  const found = readQuotations(text, shadow, blocks);
  const tell = counting(onShare, SHARES.quotations, SHARES.frames, blocks.length);
  const { quotations, frames } = readFrames(shadow, blocks, found, tell);
  const { voiced, speakers } = resolveSpeakers(text, shadow, blocks, frames);
  const written = dayOfWriting(shadow, blocks, published);
  return { text, shadow, blocks, quotations, voiced, speakers, written };
}
