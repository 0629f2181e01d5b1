import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '#renderer/importers/pdf/lines.ts';
import { joined, textOf } from '#renderer/importers/pdf/paragraphs.ts';
import { withoutRunningHeads } from '#renderer/importers/pdf/running-heads.ts';

const line = (text: string, across: number, more: Partial<Line> = {}): Line => ({
  text,
  start: 40,
  end: 360,
  across,
  size: 10,
  turn: 0,
  rightToLeft: false,
  inPieces: false,
  ...more,
});

/** Lines from the top down, as far apart as usual. */
const column = (...texts: readonly string[]): Line[] => texts.map((text, at) => line(text, 100 + 13 * at));

const NO_WORDS: ReadonlySet<string> = new Set();

describe('a word parted at the end of a line', () => {
  it('is made whole', () => {
    expect(joined('the organi-', 'sation left', NO_WORDS)).toEqual(['the organi', '']);
    expect(joined('the organi‐', 'sation left', NO_WORDS)).toEqual(['the organi', '']);
  });

  it('keeps the hyphen that it has elsewhere', () => {
    expect(joined('a well-', 'known man', new Set(['well-known']))).toEqual(['a well-', '']);
    expect(joined('to re-', 'form it', new Set(['re-form', 'reform']))).toEqual(['to re', '']);
  });

  it('keeps a hyphen before a capital, a number or a bracket', () => {
    expect(joined('in Deir ez-', 'Zor', NO_WORDS)).toEqual(['in Deir ez-', '']);
    expect(joined('the F-', '16 jets', NO_WORDS)).toEqual(['the F-', '']);
    expect(joined('two words', 'and more', NO_WORDS)).toEqual(['two words', ' ']);
  });
});

describe('lines', () => {
  it('make one paragraph, and a new one after more room, an indent, another size, or a short line', () => {
    const lines = [
      line('Two boats', 60, { size: 16, end: 120 }),
      ...column('They crossed the river in two', 'boats, and nobody saw them.'),
      line('After more room the next', 150),
      line('one begins here.', 163, { end: 200 }),
      line('After a short line as well.', 176),
      line('An indent begins one.', 189, { start: 52 }),
    ];
    expect(textOf([lines]).text.split('\n\n')).toEqual([
      'Two boats',
      'They crossed the river in two boats, and nobody saw them.',
      'After more room the next one begins here.',
      'After a short line as well.',
      'An indent begins one.',
    ]);
  });

  it('of a heading, and paragraphs of one line each, stay apart', () => {
    const lines = [
      line('Two boats', 100, { end: 110 }),
      line('Deserters arrived in the town during the night.', 119),
      line('They had crossed the river in two boats.', 138),
    ];
    expect(textOf([lines]).text.split('\n\n')).toHaveLength(3);
  });

  it('go on over the end of a page in the middle of a sentence', () => {
    const first = column('They crossed the river in two boats', 'and nobody');
    const second = column('saw them before dawn.', 'Then they left.');
    const { text, pages } = textOf([first.slice(0, 1), second]);
    expect(text).toBe('They crossed the river in two boats saw them before dawn. Then they left.');
    expect(text.slice(pages[1])).toBe('saw them before dawn. Then they left.');
  });

  it('of right-to-left paragraphs are indented on the right', () => {
    const more = { rightToLeft: true };
    const lines = [
      line('وصل العناصر ليلا إلى البلدة', 100, more),
      line('وقال الأهالي.', 113, { ...more, start: 250 }),
      line('ثم غادروا.', 126, { ...more, end: 348 }),
    ];
    expect(textOf([lines]).text.split('\n\n')).toHaveLength(2);
  });

  it('keep every letter, and pages start in order inside the text', () => {
    const words = fc.stringMatching(/^[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,3}[.,]?$/);
    const page = fc.array(
      fc.tuple(words, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 60 })),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 5 }), (pages) => {
        const lined = pages.map((held) =>
          held.map(([text, across, start]) => line(text, across, { start, end: start + 5 * text.length })),
        );
        const { text, pages: starts } = textOf(lined);
        const letters = (said: string): string => said.replaceAll(/\s/g, '');
        expect(letters(text)).toBe(
          letters(
            lined
              .flat()
              .map((one) => one.text)
              .join(''),
          ),
        );
        expect(starts).toHaveLength(pages.length);
        expect(starts[0]).toBe(0);
        for (const [at, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          expect(start).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('lines at the edge of the pages', () => {
  const page = (head: string, foot: string, body: string) => ({
    height: 800,
    lines: [line(head, 30), line(body, 400), line(foot, 780)].filter(({ text }) => text !== ''),
  });
  const bodies = ['One.', 'Two.', 'Three.', 'Four.'];

  it('go where they are the same on every page, or count the pages', () => {
    const pages = bodies.map((body, at) => page(`River News ${at + 8}`, `${at + 8} of 12`, body));
    const { pages: left, leftOut } = withoutRunningHeads(pages);
    expect(left.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(bodies);
    expect(leftOut).toEqual([
      { words: 'River News 8', pages: 4 },
      { words: '8 of 12', pages: 4 },
    ]);
  });

  it('go where they alternate between left and right pages', () => {
    const heads = ['River News', 'Two boats'];
    const pages = [...bodies, 'Five.', 'Six.'].map((body, at) =>
      page(heads[at % 2] ?? '', 'x'.repeat(at), body),
    );
    expect(withoutRunningHeads(pages).leftOut).toEqual([
      { words: 'River News', pages: 3 },
      { words: 'Two boats', pages: 3 },
    ]);
  });

  it('stay where that is not certain: few pages, other numbers, or in the middle of a page', () => {
    const twice = bodies.slice(0, 2).map((body) => page('River News', '', body));
    const figures = bodies.map((body, at) => page(`${[40, 7, 90, 12][at]} dead`, '', body));
    const middle = bodies.map(() => page('', '', 'The same words.'));
    for (const pages of [twice, figures, middle]) expect(withoutRunningHeads(pages).leftOut).toEqual([]);
  });
});
