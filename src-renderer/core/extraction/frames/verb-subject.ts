import { beforeVerb, phraseLeft } from '../phrases/noun-phrase.ts';
import { AUXILIARIES, DOCUMENTS, PREPOSITIONS } from '../phrases/words.ts';
import type { Token } from '../tokens/token.ts';
import { isQ, type Sentence } from './sentence.ts';
import { sentenceSubject, type Subject, subjectOf, subjectRight } from './subject.ts';
import type { SpeechVerb } from './verbs.ts';

/** Where the clause of a verb begins: behind a quotation, a semicolon, or "that" of an outer frame. */
export function floorOf(s: Sentence, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = s.tokens[index];
    if (token?.kind === 'quotation' && index < at - 1 && s.key(index + 1) !== ',')
      return index + 1 > at - 1 ? 0 : index;
    if (token?.key === ';' || token?.key === ':') return index + 1;
  }
  return 0;
}

export function passive(s: Sentence, at: number, verb: SpeechVerb): Subject | null | 'active' {
  if (verb.form !== 'past' && verb.form !== 'participle') return 'active';
  let index = at - 1;
  while (
    index > 0 &&
    /ly$|^(?:also|not|being|been)$/.test(s.key(index)) &&
    !/^(?:been|being)$/.test(s.key(index))
  )
    index -= 1;
  if (!/^(?:is|was|were|are|be|been|being|it's|isn't|wasn't)$/.test(s.key(index))) return 'active';
  const by = s.tokens.findIndex(({ key }, other) => other > at && other <= at + 6 && key === 'by');
  return by === -1 ? null : subjectRight(s.tokens, by + 1);
}

export function subject(s: Sentence, at: number, verb: SpeechVerb, floor: number): Subject | null {
  const { tokens } = s;
  const before = s.key(at - 1);
  const last = s.lastBefore(at);
  const shared = (): Subject | null =>
    sentenceSubject(tokens, floor, at) ?? (floor > 0 ? sentenceSubject(tokens, 0, at) : null);
  if (verb.form === 'ing') {
    const stating = statingDocument(s, at, floor);
    if (stating) return stating;
    const shown = verb.taking === 'call' ? null : shownSpeaking(s, at);
    if (shown) return shown;
    if (AUXILIARIES.has(before) || AUXILIARIES.has(s.key(at - 2))) return subjectOf(tokens, at, floor, false);
    return s.earlier(last, at) ?? shared() ?? subjectRight(tokens, at + 1);
  }
  if (verb.form === 'base' && before === 'to') return s.earlier(last, at) ?? shared();
  const conjoined =
    /^(?:and|but|then|or)$/.test(before) ||
    (/^(?:also|later|then)$/.test(before) && /^(?:and|but|,)$/.test(s.key(at - 2)));
  if (conjoined && !(isQ(tokens[at - 2]) && !last)) return s.earlier(last, at) ?? shared();
  return subjectOf(tokens, at, floor, inverts(s, at, verb)) ?? s.earlier(last, at);
}

/** Whether a verb may have its subject behind it: one that takes an object, only where a quotation stands before. */
function inverts(s: Sentence, at: number, { taking }: SpeechVerb): boolean {
  if (taking === 'tell') return false;
  return taking !== 'call' || isQ(s.tokens[at - 1]) || (s.key(at - 1) === ',' && isQ(s.tokens[at - 2]));
}

/** "Footage of Trump saying", "with one poster writing": the one who is shown speaks, not the footage. */
function shownSpeaking(s: Sentence, at: number): Subject | null {
  let from = at;
  if (s.tokens[at - 1]?.capital) while (from > 0 && s.tokens[from - 1]?.capital) from -= 1;
  else from = s.tokens.slice(0, at).findLastIndex(({ key }) => key === 'with') + 1;
  const head = { from, to: at };
  if (from >= at || from === 0 || at - from > 4) return null;
  const plain = ({ kind, key }: Token) => kind === 'word' && !PREPOSITIONS.has(key);
  if (!s.tokens.slice(from, at).every(plain)) return null;
  return /^(?:of|with)$/.test(s.key(from - 1)) ? { whole: head, head, inverted: false } : null;
}

/** "A regulation (later) stating that": the text itself says it, whoever issued it. */
function statingDocument(s: Sentence, at: number, floor: number): Subject | null {
  const end = beforeVerb(s.tokens, at, floor);
  const noun = s.tokens[end - 1];
  if (noun?.kind !== 'word' || !DOCUMENTS.has(noun.key)) return null;
  const head = phraseLeft(s.tokens, end, floor);
  return head && { whole: head, head, inverted: false };
}
