import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8 or of bytes, lower-case hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Content on its way elsewhere, counted and hashed as it passes. */
export type Tally = {
  readonly through: (content: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
  /** What went through. Ask once it has ended. */
  readonly result: () => { readonly sha256: string; readonly size: number };
};

export function startTally(): Tally {
  const hash = createHash('sha256');
  let size = 0;
  return {
    async *through(content) {
      for await (const piece of content) {
        hash.update(piece);
        size += piece.length;
        yield piece;
      }
    },
    result: () => ({ sha256: hash.digest('hex'), size }),
  };
}
