import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorFits, makeAnchor } from '#core/anchoring/make-anchor.ts';
import { candidatesFor, newTextOf } from '#core/revision/candidates.ts';
import { indexText } from '#core/revision/gram-index.ts';
import { reanchored } from '#core/revision/reanchor.ts';

const BEFORE =
  'Deserters arrived in the town during the night, witnesses said. They had crossed the river in two boats. ' +
  'Nobody had expected them so early. The group included a judge and two clerks of the court.';

const anchorIn = (text: string, words: string) => {
  const start = text.indexOf(words);
  return makeAnchor('old', text, start, start + words.length);
};
const moved = (words: string, now: string, before = BEFORE) =>
  reanchored(anchorIn(before, words), 'new', { before: indexText(before), now: indexText(now) });
const candidates = (words: string, now: string) => candidatesFor(anchorIn(BEFORE, words), newTextOf(now));

describe('the places of words in a text', () => {
  it('are those a plain search finds', () => {
    const text = fc.stringMatching(/^[ab ]{0,120}$/);
    fc.assert(
      fc.property(text, fc.nat(120), fc.integer({ min: 1, max: 60 }), (all, start, length) => {
        const words = all.slice(start, start + length) || 'a';
        const plain: number[] = [];
        for (let at = all.indexOf(words); at !== -1; at = all.indexOf(words, at + 1)) plain.push(at);
        expect(indexText(all).placesOf(words, 1000)).toEqual(plain);
      }),
    );
  });
});

describe('an anchor in a new revision', () => {
  it('moves with its words where they and what is around them stand in one place', () => {
    const now = `CORRECTED. ${BEFORE} More will follow.`;
    const anchor = moved('crossed the river', now);
    expect(anchor).toMatchObject({ documentId: 'new', exact: 'crossed the river' });
    expect(anchor && anchorFits(anchor, now)).toBe(true);
  });

  it.each([
    ['its words changed', BEFORE.replace('two boats', 'three boats')],
    ['something near it changed', BEFORE.replace('during', 'late in')],
    ['it stands there twice', `${BEFORE} ${BEFORE}`],
    ['it is gone', 'Something else altogether.'],
  ])('is looked at by a person when %s', (_, now) => {
    expect(moved('They had crossed the river in two boats.', now)).toBeNull();
  });

  it('is looked at when its words stood in several places before, of which one is left', () => {
    const part = 'and all of them left the town before dawn, the residents of the village said';
    const twice = `First ${part}. Then they came back, ${part} again. ${'-'.repeat(40)}`;
    const repeated = `${part}${part}`;
    const start = repeated.lastIndexOf('before dawn') - part.length;
    const anchor = makeAnchor('old', repeated, start, start + 'before dawn'.length);
    const before = indexText(`${repeated}${repeated}`);
    expect(reanchored(anchor, 'new', { before, now: indexText(repeated) })).toBeNull();
    expect(twice).toContain(part);
  });

  it('is looked at when the earlier text is gone, or never held it', () => {
    const anchor = anchorIn(BEFORE, 'two boats');
    const now = indexText(BEFORE);
    expect(reanchored(anchor, 'new', { before: null, now })).toBeNull();
    expect(reanchored(anchor, 'new', { before: indexText(`x${BEFORE}`), now })).toBeNull();
  });

  it('never lands on other words, or near others, however the text was edited', () => {
    const words = fc.constantFrom('they', 'left', 'the town', 'at', 'dawn', 'لا', 'نعرف', '😀', '. ', '\n\n');
    const text = fc.array(words, { minLength: 3, maxLength: 60 }).map((list) => list.join(' '));
    const edit = fc.tuple(fc.nat(400), fc.nat(30), fc.constantFrom('', 'x', ' they left', '\n'));
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.array(edit, { maxLength: 4 }),
        (before, from, length, edits) => {
          const points = [...before].reduce<number[]>(
            (at, char) => [...at, (at.at(-1) ?? 0) + char.length],
            [0],
          );
          const start = points[from % (points.length - 1)] ?? 0;
          const end = points.find((at) => at > start + (length % 40)) ?? before.length;
          const anchor = makeAnchor('old', before, start, end);
          let now = before;
          for (const [at, cut, put] of edits) now = now.slice(0, at) + put + now.slice(at + cut);
          const found = reanchored(anchor, 'new', { before: indexText(before), now: indexText(now) });
          if (!found) return;
          const around = anchor.prefix + anchor.exact + anchor.suffix;
          expect(anchorFits(found, now)).toBe(true);
          expect(found.exact).toBe(anchor.exact);
          expect(now.indexOf(around)).toBe(found.start - anchor.prefix.length);
          expect(now.indexOf(around, now.indexOf(around) + 1)).toBe(-1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('places that a person may choose', () => {
  it('are those of the same words, the ones in like surroundings first', () => {
    const now = `Two boats were found. ${BEFORE.replace('the river in', 'the stream in')} In two boats they left.`;
    const [first, ...others] = candidates('two boats', now);
    expect(first).toMatchObject({ why: 'same words', start: now.indexOf('two boats. Nobody') });
    expect(others.map(({ start }) => start)).toContain(now.lastIndexOf('two boats'));
  });

  it('are what stands between the same neighbours now', () => {
    const now = BEFORE.replace('had crossed the river in two boats', 'swam');
    const [first] = candidates('had crossed the river in two boats', now);
    expect(first && now.slice(first.start, first.end)).toBe('swam');
    expect(first?.why).toBe('same surroundings');
  });

  it('are stretches of words alike', () => {
    const now =
      'All is new here. It is said that they crossed the wide river in two small boats at night. The end.';
    const [first] = candidates('They had crossed the river in two boats.', now);
    expect(first).toMatchObject({ why: 'alike' });
    expect(first && now.slice(first.start, first.end)).toMatch(/crossed the wide river in two small boats/);
  });

  it('are none where nothing is alike', () => {
    expect(candidates('two clerks of the court', 'Oil prices fell on Monday. Banks were shut.')).toEqual([]);
  });

  it('are whole stretches of the new text, at most five, none over another', () => {
    const text = fc.array(
      fc.constantFrom('they left', 'two boats', 'the river', 'لا نعرف', '😀', '. ', '\n'),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(text, fc.nat(90), fc.integer({ min: 1, max: 60 }), (parts, start, length) => {
        const now = parts.join(' ');
        const anchor = makeAnchor('old', BEFORE, start, start + length);
        const found = candidatesFor(anchor, newTextOf(now));
        expect(found.length).toBeLessThanOrEqual(5);
        const inOrder = [...found].sort((a, b) => a.start - b.start);
        for (const [at, place] of inOrder.entries()) {
          expect(place.start).toBeGreaterThanOrEqual(inOrder[at - 1]?.end ?? 0);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(now.length);
          expect(now.slice(place.start, place.end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
