import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '#core/anchoring/paragraphs.ts';
import { propose } from '#core/extraction/propose.ts';

/** Pieces that texts break on: marks of every shape, direction marks, half pairs, tags, line ends, Arabic. */
const PIECES = [
  '"',
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  "'",
  "''",
  '``',
  '\u200f',
  '\u202e',
  '\ud83d',
  '\udd25',
  '🔥',
  '\n',
  '\r\n',
  '\u2028',
  '\t',
  ' ',
  '  ',
  '.',
  ',',
  ':',
  ';',
  '?',
  '—',
  '--',
  '(',
  ')',
  '…',
  '0',
  '5\'10"',
  'said',
  'Ali said',
  ', he said.',
  'according to',
  'told',
  'Mr. Smith',
  'that',
  'who',
  'and',
  'of',
  'The',
  'report',
  'al-Ansari',
  'قال',
  'وأضاف',
  'أن',
  'سامي',
  'وفقاً لـ',
  'stating',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

/** Every span of a proposal. */
function spansOf(text: string): Span[] {
  const { speakers, quotes, passages, claims, sentences } = propose(text);
  return [
    ...speakers.flatMap(({ mentions }) => mentions),
    ...quotes.flatMap(({ content, cue, source }) => [
      ...content,
      ...(cue ? [cue] : []),
      ...(source ? [source] : []),
    ]),
    ...passages.map(({ span }) => span),
    ...claims.flatMap(({ spans }) => spans),
    ...sentences,
  ];
}

describe('a proposal of any text', () => {
  it('has only spans that lie in the text and hold something', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end } of spansOf(text)) {
          expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names only speakers that are on its list, and passages that do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { speakers, quotes, passages, claims } = propose(text);
        const named = [...quotes, ...claims].flatMap(({ speaker, candidates }) => [
          speaker ?? -1,
          ...candidates,
        ]);
        expect(named.filter((one) => one >= speakers.length)).toEqual([]);
        passages
          .slice(1)
          .forEach(({ span }, at) => expect(span.start).toBeGreaterThanOrEqual(passages[at]?.span.end ?? 0));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['quotation marks', '"', 5],
    ['pointed marks', '“', 5],
    ['marks with spaces', '" ', 1],
    ['half pairs', '\ud83d', 1],
    ['apostrophes', "'", 1],
    ['commas', ', ', 1],
    ['capitals', 'Abc ', 1],
    ['direction marks', '\u200f', 1],
  ])('comes for megabytes of %s, without a span outside', (_, piece, megabytes) => {
    const text = piece.repeat(Math.floor((megabytes * 1_000_000) / piece.length));
    const outside = spansOf(text).filter(({ start, end }) => start < 0 || end > text.length || start >= end);
    expect(outside).toEqual([]);
  });

  it.each(['according to ', 'Ali said, ', 'he told them that ', 'قال سامي إن ', 'وفقاً لـ '])(
    'proposes no words more than four times over, as where “%s” is all there is',
    (piece) => {
      const text = piece.repeat(500);
      const times = new Uint16Array(text.length);
      for (const { spans } of propose(text).claims)
        for (const { start, end } of spans)
          for (let at = start; at < end; at += 1) times[at] = (times[at] ?? 0) + 1;
      expect(Math.max(...times)).toBeLessThanOrEqual(4);
    },
  );

  it('takes at most about twice as long for twice the text', () => {
    const text =
      '“We left,” Ali Hassan said. He told the men that they “must go”, and the report stated it.\n'.repeat(
        800,
      );
    const seconds = (words: string): number => {
      const since = process.cpuUsage();
      propose(words);
      const { user, system } = process.cpuUsage(since);
      return (user + system) / 1e6;
    };
    seconds(text);
    const [once, fourfold] = [Math.min(seconds(text), seconds(text)), seconds(text.repeat(4))];
    // Quadratic would be sixteen times as long; the rest is room for a busy machine.
    expect(fourfold / once).toBeLessThan(10);
  });
});
