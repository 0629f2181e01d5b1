import { phraseRight, type Range } from '../phrases/noun-phrase.ts';
import { AUXILIARIES, RELATIVES, WEEKDAYS } from '../phrases/words.ts';
import { afterHearer, afterTime, introduced } from './content.ts';
import { isQ, type Sentence } from './sentence.ts';
import { isClause, type Subject } from './subject.ts';
import { PLAIN_SAYING, type SpeechVerb } from './verbs.ts';

/** What was said, as token ranges; null where nothing shows it. */
export function contentOf(
  s: Sentence,
  at: number,
  verb: SpeechVerb,
  after: number,
  subject: Subject | null,
  floor: number,
  nextVerb: number,
): Range[] | null {
  const { tokens } = s;
  const left = contentLeft(s, subject && !subject.inverted ? subject.whole.from : at);
  const inverted = subject?.inverted === true;
  const quoted = introduced(tokens, after, verb, verb.taking === 'tell' || inverted || left !== null);
  if (left && isQ(tokens[left.to - 1])) {
    const going = quoted >= 0 && s.untaken(quoted) && quoted < nextVerb;
    return going ? [left, { from: quoted, to: s.quotationsFrom(quoted) }] : [left];
  }
  const leftQuotes = left !== null && tokens.slice(left.from, left.to).some(isQ);
  if (left && (quoted < 0 || leftQuotes) && endsSoon(s, after)) return [left];
  if (quoted >= 0 && s.untaken(quoted)) {
    const to = s.quotationsFrom(quoted);
    // “…” and that “…”: the statement goes on in the narrator's words.
    const end = clauseEnd(s, to, nextVerb);
    const goesOn =
      tokens.slice(to, end).some((token) => token.kind === 'word') &&
      !/^(?:and|but|in|on|at|during|after|while|as|when|to|,|—|before|according|adding|referring)$/.test(
        s.key(to),
      );
    return [{ from: quoted, to: goesOn ? end : to }];
  }
  return clauseRight(s, verb, after, floor, nextVerb, subject);
}

/** What stands before "…, X said": a quotation, or a clause with or without one. */
function contentLeft(s: Sentence, before: number): Range | null {
  const { tokens } = s;
  const comma = s.key(before - 1);
  const quoted = isQ(tokens[before - 1]);
  if (!quoted && !/^[,—–]$/.test(comma)) return null;
  const end = quoted ? before : before - 1;
  if (!quoted && isQ(tokens[end - 1]) && !s.untaken(end - 1)) return null;
  if (quoted && !s.untaken(end - 1)) return null;
  if (isQ(tokens[end - 1])) {
    const from = s.quotationsTo(end);
    const words = tokens.slice(0, from).filter(({ kind }) => kind === 'word').length;
    if (words === 0 || s.frames.length > 0 || s.verbs.some((verb) => verb < from)) return { from, to: end };
    return { from: s.clauseStart(from), to: end };
  }
  if (s.lastBefore(before)) return null;
  return isClause(tokens, 0, end) || end > 5 ? { from: 0, to: end } : null;
}

/** Whether nothing but a time, a place or a role stands behind the verb and its subject. */
function endsSoon(s: Sentence, after: number): boolean {
  const at = afterTime(s.tokens, after);
  const token = s.tokens[at];
  if (!token || token.kind === 'stop') return true;
  if (/^(?:in|on|at|during|after|when|while|as|before|of|adding|yesterday|today)$/.test(token.key))
    return true;
  return WEEKDAYS.has(token.key);
}

function clauseEnd(s: Sentence, from: number, nextVerb: number): number {
  const { tokens } = s;
  let end = tokens.length;
  for (let at = from + 1; at < tokens.length; at += 1) {
    const key = s.key(at);
    if (key === ';' || (isQ(tokens[at]) && !s.untaken(at))) end = at;
    // “…, and added that”: the next act of saying begins.
    if (at === nextVerb) {
      const before = s.key(at - 1);
      if (/^(?:and|but|,)$/.test(before)) end = at - 1;
    }
    if (key === 'according' && s.key(at + 1) === 'to') end = at;
    if (end < tokens.length) break;
  }
  while (end > from && /^(?:,|\.|and|but|;|:)$/.test(s.key(end - 1))) end -= 1;
  return end;
}

function clauseRight(
  s: Sentence,
  verb: SpeechVerb,
  after: number,
  _floor: number,
  nextVerb: number,
  subject: Subject | null,
): Range[] | null {
  const { tokens } = s;
  let from = verb.taking === 'tell' ? afterHearer(tokens, after) : after;
  from = afterTime(tokens, from);
  if (s.key(from) === ',' && s.key(from + 1) !== 'that' && subject?.inverted !== true) from += 0;
  const that = s.key(from) === 'that' || (s.key(from) === ',' && s.key(from + 1) === 'that');
  const end = clauseEnd(s, from, nextVerb);
  const body = tokens.slice(from, end);
  const words = body.filter(({ kind }) => kind === 'word').length;
  const quotes = body.some((token) => isQ(token) && !s.taken.has(token.quotation));
  if (words + (quotes ? 2 : 0) < 2) return null;
  if (verb.taking === 'report' && !that && !quotes && !opensClause(s, from) && !opensInfinitive(s, from))
    return null;
  if (subject?.inverted && !that) return null;
  const head = subject === null ? undefined : tokens[subject.whole.to - 1];
  // "Those who had acknowledged the organisation": only “who said”, “who added that” report speech.
  if (!that && !quotes && RELATIVES.has(head?.key ?? '') && verb.lemma !== 'say') return null;
  const plain = verb.taking !== 'say' || PLAIN_SAYING.has(verb.lemma);
  if (
    !plain &&
    !that &&
    !quotes &&
    !opensInfinitive(s, from) &&
    !isClause(tokens, from, Math.min(end, from + 16))
  )
    return null;
  return [{ from, to: end }];
}

/** A clause without "that": it begins with a pronoun, or a phrase and an auxiliary. */
function opensClause(s: Sentence, from: number): boolean {
  const phrase = phraseRight(s.tokens, from);
  if (!phrase) return /^(?:how|why|what|whether|if|there)$/.test(s.key(from));
  return AUXILIARIES.has(s.key(phrase.to));
}

function opensInfinitive(s: Sentence, from: number): boolean {
  return s.key(from) === 'to' || s.tokens.slice(from, from + 6).some(({ key }) => key === 'to');
}
