import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '#core/anchoring/paragraphs.ts';
import { propose } from '#core/extraction/propose.ts';
import { sentencesOf } from '#core/extraction/sentences/sentences.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { anyText } from '../../anchoring/arbitraries.ts';

const read = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  it('end at full stops, question and exclamation marks', () => {
    expect(read('They fled. Who saw it? Nobody!  The end')).toEqual([
      'They fled.',
      'Who saw it?',
      'Nobody!',
      'The end',
    ]);
  });

  it('end at the Arabic question mark', () => {
    expect(read('من رآهم؟ لا أحد.')).toEqual(['من رآهم؟', 'لا أحد.']);
  });

  it('keep the quotation mark that closes with them', () => {
    expect(read('“They fled.” He left.')).toEqual(['“They fled.”', 'He left.']);
  });

  it('never reach from one paragraph into the next', () => {
    expect(read('No full stop\r\nhere')).toEqual(['No full stop', 'here']);
  });

  it('hold every word once, in order, with nothing but white space between', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let reached = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(shadowOf(text.slice(reached, start)).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(shadowOf(text.slice(reached)).trim()).toBe('');
      }),
    );
  });

  it('are those the engine proposes claims from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sentencesOf(text)).toEqual(propose(text).sentences);
      }),
    );
    const article = readFileSync('seeds/deir-ezzor/article.txt', 'utf8');
    expect(sentencesOf(article)).toEqual(propose(article).sentences);
  });

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
