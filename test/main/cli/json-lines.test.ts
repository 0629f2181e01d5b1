import { describe, expect, it } from 'vitest';
import { parseLine } from '#main/cli/json-lines.ts';

describe('a line of JSON', () => {
  it('gives the texts it was asked for', () => {
    const line = '{"id":"a","text":"Two men fled.","more":1}';
    expect(parseLine({ number: 3, line }, ['id', 'text'])).toEqual({ id: 'a', text: 'Two men fled.' });
  });

  it.each([
    ['{"id":', 'line 3: it is no JSON.'],
    ['{"id":"a"}', 'line 3: it needs a text named “text”.'],
    ['{"id":4,"text":"x"}', 'line 3: it needs a text named “id”.'],
    ['null', 'line 3: it needs a text named “id”.'],
  ])('is refused with its number: %s', (line, message) => {
    expect(() => parseLine({ number: 3, line }, ['id', 'text'])).toThrow(message);
  });
});
