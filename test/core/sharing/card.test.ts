import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { type Card, cardBytes, cardText, readCard } from '#core/sharing/card.ts';

const seed = new Uint8Array(32).fill(7);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const card: Card = {
  name: 'Nour',
  recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  signingKey: base64(ed25519.getPublicKey(seed)),
};
const sign = (signed: Card): string => base64(ed25519.sign(cardBytes(signed), seed));
const whole = cardText(card, sign(card));
const changed = (changes: object): string => JSON.stringify({ ...JSON.parse(whole), ...changes });

describe('a card', () => {
  it('gives back the public parts it was made of', () => {
    expect(readCard(whole)).toEqual({ ok: true, card });
    expect(whole.length).toBeLessThan(1000);
  });

  it.each([
    ['another name', changed({ name: 'Noor' }), 'card-forged'],
    [
      'another key',
      changed({ recipient: 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg' }),
      'card-forged',
    ],
    [
      'another signing key',
      changed({ signingKey: base64(ed25519.getPublicKey(new Uint8Array(32))) }),
      'card-forged',
    ],
    ['no signature', changed({ signature: '' }), 'card-forged'],
    ['a newer version', changed({ version: 2 }), 'card-newer'],
    ['another format', changed({ format: 'vcard' }), 'card-unreadable'],
    ['a name of unseen letters', changed({ name: '\u202e' }), 'card-unreadable'],
    ['a key that is none', changed({ recipient: 'age1' }), 'card-unreadable'],
    ['no JSON', whole.slice(1), 'card-unreadable'],
    ['null', 'null', 'card-unreadable'],
    ['a secret key in it', changed({ note: 'AGE-SECRET-KEY-1ABC' }), 'key-secret'],
  ])('with %s is refused', (_what, text, fault) => {
    expect(readCard(text)).toEqual({ ok: false, fault });
  });
});
