import { type Block, blocksOf } from './blocks.ts';
import { readFrames } from './frames/read-frames.ts';
import type { KnownQuotation } from './frames/skeleton.ts';
import { readQuotations } from './quotes/read-quotations.ts';
import { shadowOf } from './shadow.ts';
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
};

/** Reads who says what in a text, in time linear in its length. */
export function readArticle(text: string): Article {
  const shadow = shadowOf(text);
  const blocks = blocksOf(shadow);
  const { quotations, frames } = readFrames(shadow, blocks, readQuotations(text, shadow, blocks));
  const { voiced, speakers } = resolveSpeakers(text, shadow, blocks, frames);
  return { text, shadow, blocks, quotations, voiced, speakers };
}
