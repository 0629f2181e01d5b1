import type { Span } from '../../anchoring/paragraphs.ts';
import type { SpeechVerb } from './verbs.ts';

/** Which construction names a speaker. */
export const PATTERNS = [
  'speaker says',
  'says speaker',
  'according to',
  'speaker and colon',
  'going on from the one before',
  'nobody named',
] as const;

/** One act of saying that the text reports: who, by which words, and what. */
export type Frame = {
  readonly pattern: (typeof PATTERNS)[number];
  /** The reporting word or words, null where a colon or the neighbourhood alone tells. */
  readonly cue: Span | null;
  readonly verb: SpeechVerb | null;
  /** The words that name the speaker with their roles, null where nobody is named. */
  readonly source: Span | null;
  /** Of these, the name or noun itself. */
  readonly head: Span | null;
  /** What was said, in reading order: whole quotations, or stretches of reported speech. */
  readonly content: readonly Span[];
  /** Positions of the quotations that are the content, in the list the frames were read from. */
  readonly quotations: readonly number[];
  /** Whether the content is quoted throughout. */
  readonly direct: boolean;
};
