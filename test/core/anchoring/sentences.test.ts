import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { paragraphsOf, sentencesOf } from '#core/anchoring/paragraphs.ts';
import { anyText } from './arbitraries.ts';

const read = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

afterEach(() => vi.unstubAllGlobals());

const withoutSegmenter = () => vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });

describe.each([
  ['with Intl.Segmenter', () => {}],
  ['without it', withoutSegmenter],
])('the sentences of a text, %s', (_, arrange) => {
  it('end at full stops, question and exclamation marks', () => {
    arrange();
    expect(read('They fled. Who saw it? Nobody!  The end')).toEqual([
      'They fled.',
      'Who saw it?',
      'Nobody!',
      'The end',
    ]);
  });

  it('end at the Arabic question mark', () => {
    arrange();
    expect(read('من رآهم؟ لا أحد.')).toEqual(['من رآهم؟', 'لا أحد.']);
  });

  it('keep the quotation mark that closes with them', () => {
    arrange();
    expect(read('“They fled.” He left.')).toEqual(['“They fled.”', 'He left.']);
  });

  it('never reach from one paragraph into the next', () => {
    arrange();
    expect(read('No full stop\r\nhere')).toEqual(['No full stop', 'here']);
  });

  it('hold every word once, in order, with nothing but white space between', () => {
    arrange();
    fc.assert(
      fc.property(anyText, (text) => {
        let reached = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(reached, start).replaceAll('\u200b', '').trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(text.slice(reached).replaceAll('\u200b', '').trim()).toBe('');
      }),
    );
  });
});

describe('the sentences of a text', () => {
  it('cover every paragraph of the sample', () => {
    const article = readFileSync('seeds/deir-ezzor/article.txt', 'utf8');
    const sentences = sentencesOf(article);
    for (const paragraph of paragraphsOf(article).filter(({ gap }) => !gap)) {
      const first = sentences.find(({ start, end }) => paragraph.start <= start && end <= paragraph.end);
      expect(first?.start).toBe(paragraph.start);
    }
    expect(sentences.length).toBeGreaterThan(25);
  });
});
