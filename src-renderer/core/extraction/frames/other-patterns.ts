import { rolesRight } from '../phrases/apposition.ts';
import { phraseLeft, phraseRight } from '../phrases/noun-phrase.ts';
import type { Frame } from './frame.ts';
import { isQ, type Sentence } from './sentence.ts';
import { sentenceSubject } from './subject.ts';

/** Words of "according to", "as per" and "in the words of" at a place; 0 where none of them stands. */
function cueLength(s: Sentence, at: number): number {
  const key = s.key(at);
  if (key === 'according' && s.key(at + 1) === 'to') return 2;
  if (key === 'per' && s.key(at - 1) === 'as') return 1;
  return key === 'in' && s.key(at + 1) === 'the' && s.key(at + 2) === 'words' && s.key(at + 3) === 'of'
    ? 4
    : 0;
}

/** “according to records reviewed by the court, …”: where what describes the source ends; `to` where nothing does. */
function describedTo(s: Sentence, to: number): number {
  if (!/^(?:\p{Ll}+ed|seen|given|shown|who|that|which|from|in|at|on|by)$/u.test(s.key(to))) return to;
  for (let at = to + 1; at < to + 14; at += 1) if (s.key(at) === ',') return at;
  return to;
}

/** "according to X": all the rest of the sentence is what X says. */
export function accordingTo(s: Sentence): void {
  const { tokens } = s;
  tokens.forEach((_, at) => {
    const cue = cueLength(s, at);
    if (cue === 0) return;
    const head = phraseRight(tokens, at + cue);
    if (!head) return;
    const opening =
      !tokens.slice(0, at).some(({ kind }) => kind === 'word' || kind === 'quotation') ||
      (at === 1 && /^(?:but|and)$/.test(s.key(0)));
    const roles = rolesRight(tokens, head.to);
    const whole = { from: head.from, to: opening && roles === head.to ? describedTo(s, head.to) : roles };
    const subject = { whole, head, inverted: true };
    const quoted = s.key(whole.to) === ',' && isQ(tokens[whole.to + 1]) ? whole.to + 1 : -1;
    const ranges =
      quoted !== -1
        ? [{ from: quoted, to: s.quotationsFrom(quoted) }]
        : opening || at <= 1
          ? [{ from: whole.to, to: tokens.length }]
          : [{ from: s.clauseStart(at), to: at }];
    const frame = s.make('according to', { from: at, to: at + cue }, null, subject, ranges);
    if (frame) s.push({ frame, verbAt: at });
  });
}

/** “…” — Sonya Herridge: a quotation with nothing behind it but who said it. */
export function dash(s: Sentence): void {
  s.tokens.forEach((token, at) => {
    if (!/^[—–-]$/.test(token.key) || !isQ(s.tokens[at - 1])) return;
    const head = phraseRight(s.tokens, at + 1);
    if (!head || s.tokens[head.from]?.capital !== true) return;
    const whole = { from: head.from, to: rolesRight(s.tokens, head.to) };
    // A title with its newspaper and date is a source that the article names, not somebody's words.
    if (s.tokens.slice(head.from).some(({ kind }) => kind === 'number')) return;
    if (s.tokens.slice(whole.to).some(({ kind }) => kind === 'word')) return;
    const range = { from: s.quotationsTo(at), to: at };
    const frame = s.make(
      'speaker and colon',
      { from: at, to: at + 1 },
      null,
      { whole, head, inverted: true },
      [range],
    );
    if (frame) s.push({ frame: { ...frame, cue: null }, verbAt: at });
  });
}

/** "Sami Fourati: “…”", and "He went on Twitter: “…”". */
export function colon(s: Sentence): void {
  const { tokens } = s;
  tokens.forEach((token, at) => {
    if (token.key !== ':' || !isQ(tokens[at + 1]) || !s.untaken(at + 1)) return;
    // “Reports: ‘streamlined’ process to replace interview”: words of a headline, not what somebody said.
    if (tokens[at + 1]?.key === 'term' && tokens[at + 2]?.kind === 'word') return;
    const phrase = phraseLeft(tokens, at, 0);
    const alone = phrase && phrase.from === 0;
    const subject = alone ? { whole: phrase, head: phrase, inverted: false } : sentenceSubject(tokens, 0, at);
    if (!subject) return;
    const range = { from: at + 1, to: s.quotationsFrom(at + 1) };
    const frame = s.make('speaker and colon', { from: at, to: at + 1 }, null, subject, [range]);
    if (frame) s.push({ frame: { ...frame, cue: null }, verbAt: at });
  });
}

/** Quotations right behind one whose speaker is known go on with it: “…,” he said. “…” */
export function leftOver(s: Sentence): void {
  const last = s.frames.at(-1);
  if (!last) return;
  s.tokens.forEach((token, at) => {
    if (!isQ(token) || !s.untaken(at)) return;
    const before = s.frames.findLast(
      ({ frame }) => (frame.content.at(-1)?.end ?? 0) <= token.start && frame.direct,
    );
    const previous = s.tokens[at - 1];
    const joined =
      previous === undefined ||
      previous.kind === 'stop' ||
      /^(?:and|but|adding|because|that|then)$/.test(previous.key);
    if (!before || !joined) return;
    const index = s.frames.indexOf(before);
    const frame: Frame = {
      ...before.frame,
      content: [...before.frame.content, { start: token.start, end: token.end }],
      quotations: [...before.frame.quotations, token.quotation],
    };
    s.frames[index] = { ...before, frame };
    s.taken.add(token.quotation);
  });
}
