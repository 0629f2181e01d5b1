import { matchesOf } from '../matches.ts';
import { twin } from '../twin.ts';
import { withoutMarks } from '../shadow.ts';
import type { Token } from './token.ts';

/**
 * A word keeps its inner apostrophes, hyphens, full stops (U.S., a.m.), vowel signs and joiners; the
 * possessive and the contracted verb (’s, ’re, n’t) stay with it.
 */
const TOKEN = twin(
  /(?:\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}]))|(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0640]|\u00ad|\u200c|\u200d|\u2060|['&@_/-](?=[\p{L}\p{N}])|\.(?=(?:com|org|net|gov|edu|info)\b)|\.(?=\p{L}(?:\.|\b(?!\p{L}{3})))|(?<=\b\p{L}\.\p{L})\.)*)|(?:-{2,3}|[^\s"])/gu,
);

/** Arabic and Romance particles are often written small before a name: al-Ansari, d'Estaing. */
const CAPITAL = /^(?:(?:al|el|ar|as|ad|at|an|ash|az|ben|d|l|o)[-'])?\p{Lu}/u;
const MARKED = /[^\x21-\x7e]/;

const NUMBER = /^\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?$/;
const WORD = /^[\p{L}\p{N}]/u;

/** A token that could be both is a number: the pattern tries those first. */
const kindOf = (text: string): Token['kind'] =>
  WORD.test(text) ? (NUMBER.test(text) ? 'number' : 'word') : 'stop';

/** The words, numbers and stops of a stretch of a shadow text, in order; quotation marks are none. */
export function tokenise(shadow: string, from: number, to: number): Token[] {
  const words = shadow.slice(from, to);
  return matchesOf(TOKEN(words), words).map(({ index, 0: text }) => {
    const start = from + index;
    const kind = kindOf(text);
    // Two hyphens were typed for a dash.
    const folded = kind === 'word' ? text.toLowerCase() : text.startsWith('--') ? '—' : text;
    const key = MARKED.test(folded) ? withoutMarks(folded) : folded;
    const capital = kind === 'word' && CAPITAL.test(text);
    return { start, end: start + text.length, kind, key, capital, quotation: -1 };
  });
}
