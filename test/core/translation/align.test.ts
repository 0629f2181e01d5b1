import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bead } from '#core/model/alignment.ts';
import { align, shapeOf } from '#core/translation/align.ts';
import {
  beadsFit,
  giveLast,
  proposeBeads,
  rowsOf,
  splitRow,
  takeNext,
  wordedParagraphs,
} from '#core/translation/beads.ts';

const text = (...paragraphs: readonly string[]): string => paragraphs.join('\n\n');

const ARABIC = [
  'انشقاقات في صفوف التنظيم',
  'وصل منشقون عن التنظيم إلى البلدة ليلاً في ٣ يوليو ٢٠١٥، بحسب ما قاله شهود عيان من السكان.',
  'وكانوا قد عبروا النهر في قاربين، ولم يتوقع أحد وصولهم في هذا الوقت المبكر.',
  'وقال أحد السكان إن أكثر من ٢٥ عنصراً شوهدوا قرب الجسر القديم قبل الفجر.',
];
const ENGLISH = [
  'Defections in the ranks of the organisation',
  'Deserters from the organisation arrived in the town during the night of 3 July 2015, witnesses among the residents said.',
  'They had crossed the river in two boats, and nobody had expected them to arrive so early.',
  'A resident said that more than 25 members had been seen near the old bridge before dawn.',
];

describe('a proposal of which paragraphs belong together', () => {
  it('puts a translation beside its original', () => {
    expect(proposeBeads(text(...ARABIC), text(...ENGLISH))).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('finds a paragraph that one side does not have, by the numbers of the others', () => {
    const [a = '', b = '', c = '', d = ''] = ENGLISH;
    expect(proposeBeads(text(...ARABIC), text(a, c, d))).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 1],
    ]);
    const note = 'Translated for the desk on 9 September 2016 by a member of the team, who was not there.';
    expect(proposeBeads(text(...ARABIC), text(a, b, c, d, note))).toContainEqual([0, 1]);
  });

  it('finds two paragraphs that the translation made one', () => {
    const [a = '', b = '', c = '', d = ''] = ENGLISH;
    expect(proposeBeads(text(...ARABIC), text(a, `${b} ${c}`, d))).toEqual([
      [1, 1],
      [2, 1],
      [1, 1],
    ]);
  });

  it('reads the same number in the digits of any script', () => {
    expect(shapeOf('في ٣ يوليو ٢٠١٥، ۲۵').numbers).toEqual(['3', '2015', '25']);
    expect(shapeOf('03:07').numbers).toEqual(['3', '7']);
  });

  it('holds every paragraph of both sides once, and a text beside itself row by row', () => {
    const paragraphs = fc.array(
      fc.stringMatching(/^[a-z ]{1,80}( \d{1,4})?$/).map((words) => `x${words}`),
      {
        maxLength: 25,
      },
    );
    fc.assert(
      fc.property(paragraphs, paragraphs, (one, other) => {
        const beads = align(one.map(shapeOf), other.map(shapeOf));
        expect(beadsFit(beads, one.length, other.length)).toBe(true);
        expect(align(one.map(shapeOf), one.map(shapeOf))).toEqual(one.map(() => [1, 1]));
      }),
    );
  });

  it('gets along with sides of very different lengths', () => {
    const long = Array.from({ length: 700 }, (_, at) => shapeOf(`Paragraph ${at} of many.`));
    expect(beadsFit(align(long, []), 700, 0)).toBe(true);
    expect(beadsFit(align(long.slice(0, 3), long), 3, 700)).toBe(true);
  });
});

describe('rows put right by hand', () => {
  const beads: readonly Bead[] = [
    [1, 1],
    [1, 2],
    [2, 1],
  ];

  it('take the next paragraph of a side, and give the last one on', () => {
    expect(takeNext(beads, 0, 1)).toEqual([
      [1, 2],
      [1, 1],
      [2, 1],
    ]);
    expect(giveLast(beads, 1, 1)).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
    ]);
    expect(giveLast(beads, 2, 0)).toEqual([
      [1, 1],
      [1, 2],
      [1, 1],
      [1, 0],
    ]);
    expect(takeNext(beads, 2, 0)).toBe(beads);
  });

  it('are split into a first pair and the rest', () => {
    expect(splitRow(beads, 1)).toEqual([
      [1, 1],
      [1, 1],
      [0, 1],
      [2, 1],
    ]);
    expect(splitRow([[1, 1]], 0)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(splitRow([[1, 0]], 0)).toEqual([[1, 0]]);
  });

  it('hold every paragraph once, whatever is done', () => {
    const bead = fc
      .tuple(fc.nat(3), fc.nat(3))
      .filter(([a, b]) => a + b > 0)
      .map(([a, b]): Bead => [a, b]);
    const acts = fc.array(
      fc.tuple(fc.constantFrom(takeNext, giveLast, splitRow), fc.nat(9), fc.constantFrom(0, 1)),
    );
    fc.assert(
      fc.property(fc.array(bead, { minLength: 1, maxLength: 8 }), acts, (start, steps) => {
        const sum = (side: 0 | 1) => start.reduce((whole, held) => whole + held[side], 0);
        let held: readonly Bead[] = start;
        for (const [act, row, side] of steps) held = act(held, row, side);
        expect(beadsFit(held, sum(0), sum(1))).toBe(true);
      }),
    );
  });

  it('hold the paragraphs of the texts themselves', () => {
    const [one, other] = ['a\n\nb\nc', 'x\r\n\r\ny'];
    const rows = rowsOf(
      [
        [2, 1],
        [1, 1],
      ],
      one,
      other,
    );
    const words = (whole: string, spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => whole.slice(start, end));
    expect(rows.map((row) => [words(one, row.original), words(other, row.translation)])).toEqual([
      [['a', 'b'], ['x']],
      [['c'], ['y']],
    ]);
    expect(wordedParagraphs('\n \n')).toEqual([]);
    expect(beadsFit([[1, 1]], 1, 2)).toBe(false);
    expect(beadsFit([[0, 0]], 0, 0)).toBe(false);
  });
});
