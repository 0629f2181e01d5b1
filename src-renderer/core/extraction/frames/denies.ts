import type { Span } from '../../anchoring/paragraphs.ts';

const DENYING = /^(?:den(?:y|ies|ied|ying)|disput|refut|reject|rebut|doubt|نف[يت]|ينفي|تنفي|انكر|ينكر)/iu;
/** What turns a verb of saying round: did not say, never claimed, declined to say, stopped short of saying. */
const NOT_BEFORE =
  /(?:\b(?:not|never|neither|nor|without|cannot)|n't|(?:declin|refus)(?:es|ed|ing|e) to|short of|لم|لا|لن)(?: \p{L}+)? $/iu;
const REACH = 30;

/**
 * Whether an act of saying tells that somebody does not say what follows: denied that …, did not prove
 * that …. `cue`: its verb in the shadow text.
 */
export function deniesIt(shadow: string, cue: Span): boolean {
  if (DENYING.test(shadow.slice(cue.start, cue.end))) return true;
  return NOT_BEFORE.test(shadow.slice(Math.max(0, cue.start - REACH), cue.start));
}
