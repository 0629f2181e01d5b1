import type { Anchor } from './anchor.ts';
import type { Ladder, Voice } from './ladder.ts';

/** A stretch of a document given to a voice, once; claims inside inherit its ladder. */
export type Passage = {
  readonly anchor: Anchor;
  readonly voice: Voice;
  readonly ladder: Ladder;
  /** When the voice is unclear: who it may be (party ids). */
  readonly candidates: readonly string[];
  /** Why the voice is unclear. */
  readonly why: string | null;
};
