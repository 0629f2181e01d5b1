import * as fc from 'fast-check';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';

/** Texts as they come: any Unicode, halves of characters, line ends of every kind, Arabic. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      { weight: 4, arbitrary: fc.constantFrom('IS fled. ', 'هرب القائد؟ ', '“No.” ', 'aa', '👩‍🚀', ' ') },
      { weight: 3, arbitrary: fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\n\n', '\t', '\u00a0') },
      { weight: 1, arbitrary: fc.constantFrom('\ud83d', '\udc00', '\ufeff', '\u200f') },
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

/** A text and two offsets within it, the first not after the second. */
export const textAndSpan = anyText.chain((text) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
    text,
    start: Math.min(a, b),
    end: Math.max(a, b),
  })),
);

/** A text and an anchor of some of its words. */
export const textAndAnchor = textAndSpan
  .filter(({ start, end }) => start < end)
  .map(({ text, start, end }) => ({ text, anchor: makeAnchor('d', text, start, end) }));

/** Spans of up to 60 characters, overlapping as they like. */
export const anySpans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
);
