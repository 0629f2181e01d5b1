import { describe, expect, it } from 'vitest';
import { parseArguments } from '#main/cli/arguments.ts';
import { scoreLine } from '#main/cli/score.ts';

describe('score', () => {
  it('answers each line with its id, a score and reasons in words', () => {
    const text = 'They stole 200 thousand dollars in 2014.';
    const answer = scoreLine({ number: 1, line: JSON.stringify({ id: 7, text }) });
    expect(answer.id).toBe(7);
    expect(answer.score).toBeGreaterThan(0.5);
    expect(answer.reasons).toContain('names a sum: 200 thousand dollars');
  });

  it('names the line that it cannot read', () => {
    expect(() => scoreLine({ number: 3, line: '{' })).toThrow('line 3: it is no JSON.');
    expect(() => scoreLine({ number: 4, line: '{"id":1}' })).toThrow('line 4: it needs a text named “text”.');
    expect(() => scoreLine({ number: 5, line: '{"text":"a"}' })).toThrow('line 5: it needs an id');
  });

  it('reads a file or standard input, JSON lines alone', () => {
    expect(parseArguments(['score', '--jsonl'])).toEqual({ name: 'score', file: null });
    expect(parseArguments(['score', '--jsonl', 'a.jsonl'])).toEqual({ name: 'score', file: 'a.jsonl' });
    expect(() => parseArguments(['score'])).toThrow('say --jsonl');
    expect(() => parseArguments(['score', '--jsonl', 'a', 'b'])).toThrow('“b” is too much');
  });
});
