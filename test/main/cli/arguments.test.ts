import { describe, expect, it } from 'vitest';
import { parseArguments } from '#main/cli/arguments.ts';
import { HELP } from '#main/cli/help.ts';

describe('the command line', () => {
  it('takes a case, a file and what is left out', () => {
    expect(parseArguments(['report', 'case', '-o', 'r.pdf'])).toEqual({
      name: 'report',
      source: 'case',
      output: 'r.pdf',
      setup: { product: 'full', language: 'en', audience: 'internal', standard: 'ua-1', paper: 'a4' },
      asOf: null,
      secrets: { passphraseFile: null, passphraseFd: null, identities: [] },
    });
  });

  it('takes options in any order and both spellings', () => {
    const words = ['report', '--paper=us-letter', '--output', 'r.pdf', '--as-of', '2026-11-23', 'case'];
    expect(parseArguments(words)).toMatchObject({
      source: 'case',
      setup: { paper: 'us-letter' },
      asOf: '2026-11-23',
    });
  });

  it.each([
    [['propose', 'a.txt'], { file: 'a.txt', form: 'words' }],
    [['propose', 'a.txt', '--json'], { file: 'a.txt', form: 'json' }],
    [['propose', '--jsonl'], { file: null, form: 'jsonl' }],
    [['propose', '--jsonl', 'lines'], { file: 'lines', form: 'jsonl' }],
  ])('takes what to propose from: %j', (words, asked) => {
    expect(parseArguments(words)).toEqual({ name: 'propose', ...asked });
  });

  it.each([[['propose']], [['propose', 'a.txt', '--json', '--jsonl']], [['propose', 'a.txt', 'b.txt']]])(
    'refuses %j',
    (words) => {
      expect(() => parseArguments(words)).toThrow('Usage');
    },
  );

  it.each([[[]], [['--help']], [['report', 'case', '-h']]])('shows its help for %j', (words) => {
    expect(parseArguments(words)).toEqual({ name: 'help' });
  });

  it.each([[['pack', 'case', '-o', 'c.touchstone', '-r']], [['verify', 'c.touchstone', '-i']], [['verify']]])(
    'refuses a secret key as the last word of %j and does not repeat it',
    (words) => {
      const secret = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`;
      const parse = () => parseArguments([...words, secret]);
      expect(parse).toThrow('--identity');
      expect(parse).not.toThrow('QQQ');
      expect(() => parseArguments([...words, secret.toLowerCase()])).toThrow('A secret key stands');
    },
  );

  it.each([
    [['print', 'case'], 'There is no command “print”.'],
    [['report'], 'Which case?'],
    [['report', 'case'], 'Where to?'],
    [['report', 'case', '-o'], "'-o, --output <value>' argument missing"],
    [['report', 'a', 'b', '-o', 'r.pdf'], '“b” is too much.'],
    [['report', 'a', '-o', 'r.pdf', '--paper', 'a5'], '--paper is a4 or us-letter.'],
    [['report', 'a', '-o', 'r.pdf', '--as-of', '2026-02-30'], '--as-of is a day'],
    [['report', 'a', '-o', 'r.pdf', '--quiet'], "Unknown option '--quiet'"],
  ])('refuses %j with the reason, the usage and exit code 2', (words, reason) => {
    let thrown: unknown = null;
    try {
      parseArguments(words);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ exitCode: 2 });
    expect(String(thrown)).toContain(reason);
    expect(String(thrown)).toContain(HELP);
  });
});
