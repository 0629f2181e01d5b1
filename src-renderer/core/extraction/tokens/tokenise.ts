import { twin } from '../twin.ts';
import { withoutMarks } from '../shadow.ts';
import type { Token } from './token.ts';

/**
 * A word keeps its inner apostrophes, hyphens, full stops (U.S., a.m.), vowel signs and joiners; the
 * possessive and the contracted verb (’s, ’re, n’t) stay with it.
 */
const TOKEN = twin(
  /(?<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}]))|(?<word>[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0640]|\u00ad|\u200c|\u200d|\u2060|['&@_/-](?=[\p{L}\p{N}])|\.(?=(?:com|org|net|gov|edu|info)\b)|\.(?=\p{L}(?:\.|\b(?!\p{L}{3})))|(?<=\b\p{L}\.\p{L})\.)*)|(?<stop>-{2,3}|[^\s"])/gu,
);

/** Arabic and Romance particles are often written small before a name: al-Ansari, d'Estaing. */
const CAPITAL = /^(?:(?:al|el|ar|as|ad|at|an|ash|az|ben|d|l|o)[-'])?\p{Lu}/u;
const MARKED = /[^\x21-\x7e]/;

/** The words, numbers and stops of a stretch of a shadow text, in order; quotation marks are none. */
export function tokenise(shadow: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const words = shadow.slice(from, to);
  for (const { index, 0: text, groups } of words.matchAll(TOKEN(words))) {
    const start = from + index;
    const kind = groups?.['word'] ? 'word' : groups?.['number'] ? 'number' : 'stop';
    // Two hyphens were typed for a dash.
    const folded = kind === 'word' ? text.toLowerCase() : text.startsWith('--') ? '—' : text;
    const key = MARKED.test(folded) ? withoutMarks(folded) : folded;
    const capital = kind === 'word' && CAPITAL.test(text);
    tokens.push({ start, end: start + text.length, kind, key, capital, quotation: -1 });
  }
  return tokens;
}
