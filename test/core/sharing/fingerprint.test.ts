import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintWords } from '#core/sharing/fingerprint.ts';
import { WORDS } from '#core/sharing/word-list.ts';

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

describe('the word list', () => {
  it('is the long list of the EFF, word by word', () => {
    expect(WORDS).toHaveLength(7776);
    expect(new Set(WORDS).size).toBe(7776);
    const dice = (at: number): string =>
      [1296, 216, 36, 6, 1].map((step) => (Math.floor(at / step) % 6) + 1).join('');
    const file = WORDS.map((word, at) => `${dice(at)}\t${word}\n`).join('');
    expect(createHash('sha256').update(file).digest('hex')).toBe(
      'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e',
    );
  });
});

describe('a fingerprint', () => {
  it('is six words that follow from the key alone', () => {
    expect(fingerprintWords(KEY).join(' ')).toBe('anthill cache chaffing pope alkalize freezing');
  });

  it('is another one for every other key', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        expect(fingerprintWords(one)).not.toEqual(fingerprintWords(other));
        expect(fingerprintWords(one)).toHaveLength(6);
      }),
    );
  });
});
