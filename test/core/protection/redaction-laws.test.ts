import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNeedles, type Needle } from '#core/protection/find.ts';
import { protectiveFold, skeletonOf } from '#core/protection/fold.ts';
import { movedOffset, redactText, type Say } from '#core/protection/redact-text.ts';

const NAMES = ['Amer al-Naklawi', 'Abu Abed', 'Abed', 'Sami', 'سامي', 'أبو عابد', 'النكلاوي', '0991234567'];
const needles: Needle[] = NAMES.map((words) => ({
  itemId: words,
  words,
  as: words === 'Sami' ? 'Witness 1' : '',
}));
const say: Say = ({ itemId }) => (itemId === 'Sami' ? 'Witness 1' : '[name withheld]');
const redact = (text: string) => redactText(text, needles, say, '[text withheld]');

const JUNK = ['', '\u0640', '\u200b', '\u00ad', '\u064e', '\u200f', '\u2067'];
/** A name with marks and invisible characters strewn into it. */
const disguised = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.array(fc.constantFrom(...JUNK), { minLength: 24, maxLength: 24 }),
    fc.boolean(),
  )
  .map(([name, junk, upper]) =>
    [...(upper ? name.toUpperCase() : name)].map((letter, at) => letter + (junk[at] ?? '')).join(''),
  );
const filler = fc.oneof(
  fc.constantFrom(
    'the bridge',
    ' and ',
    ', ',
    '\n',
    '. ',
    ' — ',
    'و',
    'ال',
    ' قال ',
    'https://x.org/',
    '%D8%B3',
    '’s',
    '-',
    '[',
    ']',
  ),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);
const text = fc
  .array(fc.oneof(filler, disguised, fc.constantFrom(...NAMES)), { maxLength: 14 })
  .map((parts) => parts.join(''));

describe('the folded text', () => {
  it('knows where each of its letters came from', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { folded, starts, ends, bounds } = protectiveFold(given);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        expect(bounds).toHaveLength(folded.length + 1);
        for (let at = 0; at < folded.length; at += 1) {
          const [start, end] = [starts[at] ?? -1, ends[at] ?? -1];
          expect(0 <= start && start < end && end <= given.length).toBe(true);
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
      }),
    );
  });

  it('holds the letters that the cheap first look compares', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(skeletonOf(given)).toBe(protectiveFold(given).folded.replaceAll(/[^\p{L}\p{N}]+/gu, ''));
      }),
    );
  });
});

describe('a redacted text', () => {
  it('holds no protected name under any spelling', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(findNeedles(redact(given).text, needles)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is otherwise the very same text, and every place in it can be found again', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { text: said, cuts } = redact(given);
        let from = 0;
        for (const { start, end, as } of [...cuts, { start: given.length, end: given.length, as: '' }]) {
          expect(start).toBeGreaterThanOrEqual(from);
          const [newFrom, newStart] = [movedOffset(cuts, from, 'end'), movedOffset(cuts, start, 'start')];
          expect(said.slice(newFrom, newStart)).toBe(given.slice(from, start));
          expect(said.slice(newStart, movedOffset(cuts, end, 'end'))).toBe(as);
          from = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same as the text when nothing is found, and stays as it is redacted again', () => {
    fc.assert(
      fc.property(text, (given) => {
        const once = redact(given);
        const clean = findNeedles(given, needles).length === 0;
        expect(once.text === given && once.cuts.length === 0).toBe(clean);
        expect(redact(once.text)).toEqual({ text: once.text, cuts: [] });
      }),
    );
  });

  it('finds a disguised name wherever it stands by itself', () => {
    fc.assert(
      fc.property(disguised, (name) => {
        expect(findNeedles(`before ${name}, after`, needles).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
