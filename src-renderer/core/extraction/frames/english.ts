import type { Token } from '../tokens/token.ts';
import type { Frame } from './frame.ts';
import { isTag, isVerb } from './is-verb.ts';
import { accordingTo, colon, dash, leftOver } from './other-patterns.ts';
import { Sentence, spanOf } from './sentence.ts';
import { sentenceSubject } from './subject.ts';
import { contentOf } from './verb-content.ts';
import { floorOf, passive as passiveOf, subject as subjectFor } from './verb-subject.ts';
import { SPEECH_VERBS, type SpeechVerb } from './verbs.ts';

/** No sentence reports more acts of saying; more are a list of words. */
const MOST_VERBS = 20;

/** One reporting verb: its subject and what it says, if both are there. */
function readVerb(s: Sentence, at: number, verb: SpeechVerb): void {
  const nextVerb = s.nextVerb(at);
  const floor = floorOf(s, at);
  const passive = passiveOf(s, at, verb);
  const subject = passive === 'active' ? subjectFor(s, at, verb, floor) : passive;
  if (subject === null && (passive === 'active' || s.key(at + 1) !== 'that')) return;
  const inverted = subject?.inverted === true && passive === 'active';
  const particle =
    /^(?:out|it)$/.test(s.key(at + 1)) &&
    /^(?:put|puts|point|points|pointed|pointing|spell|spells|spelled)$/.test(s.key(at))
      ? 1
      : 0;
  const after = inverted && subject ? subject.whole.to : at + 1 + particle;
  const ranges = contentOf(s, at, verb, after, subject, floor, nextVerb);
  if (!ranges) return;
  const frame = s.make(
    subject === null ? 'nobody named' : inverted ? 'says speaker' : 'speaker says',
    { from: at, to: at + 1 },
    verb,
    subject,
    ranges,
  );
  if (frame) s.push({ frame, verbAt: at });
}

/** Who is about to speak in a sentence that ends in a colon, where no act of saying was found in it. */
export function announcedBy(tokens: readonly Token[]): Frame | null {
  const subject = sentenceSubject(tokens, 0, tokens.length - 1);
  if (!subject) return null;
  const [source, head] = [spanOf(tokens, subject.whole), spanOf(tokens, subject.head)];
  return {
    pattern: 'speaker and colon',
    cue: null,
    verb: null,
    source,
    head,
    content: [],
    quotations: [],
    direct: true,
  };
}

/** The acts of saying in one narrated sentence of English, in reading order. */
export function englishFrames(tokens: readonly Token[]): Frame[] {
  const s = new Sentence(tokens);
  const verbs: [number, SpeechVerb][] = [];
  s.tokens.forEach((token, at) => {
    const verb = token.kind === 'word' ? SPEECH_VERBS.get(token.key) : undefined;
    if (verb && verbs.length < MOST_VERBS && isVerb(s, at, verb)) verbs.push([at, verb]);
  });
  s.verbs = verbs.map(([at]) => at);
  accordingTo(s);
  dash(s);
  // What stands right beside a quotation is its tag, whatever else the sentence says.
  const beside = verbs.filter(([at]) => isTag(s, at));
  for (const [at, verb] of beside) readVerb(s, at, verb);
  for (const [at, verb] of verbs) if (!beside.some(([tag]) => tag === at)) readVerb(s, at, verb);
  colon(s);
  s.frames.sort((a, b) => (a.frame.content[0]?.start ?? 0) - (b.frame.content[0]?.start ?? 0));
  leftOver(s);
  return s.frames.map(({ frame }) => frame);
}
