import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addColleague, type NewColleague, renameColleague } from '#core/sharing/colleagues.ts';
import { cleanName } from '#core/sharing/names.ts';

const OWN = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const NOW = '2026-01-02T03:04:05.000Z';
const SIGNING = `${'A'.repeat(43)}=`;
const nour: NewColleague = { name: 'Nour', recipient: KEY, signingKey: null };

const add = (held: Parameters<typeof addColleague>[0], asked: NewColleague) =>
  addColleague(held, asked, OWN, NOW);
function listOf(outcome: ReturnType<typeof add>) {
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome.colleagues;
}

describe('a colleague', () => {
  it('is added with a tidy name and key', () => {
    const asked = { name: '  Nour \u202e al-Din ', recipient: ` ${KEY}\n`, signingKey: null };
    expect(listOf(add([], asked))).toEqual([
      { name: 'Nour al-Din', recipient: KEY, signingKey: null, added: NOW },
    ]);
  });

  it.each([
    [{ ...nour, name: ' \u200f ' }, 'name-empty'],
    [{ ...nour, recipient: 'age1' }, 'key-unreadable'],
    [{ ...nour, recipient: 'AGE-SECRET-KEY-1' }, 'key-secret'],
    [{ ...nour, recipient: OWN }, 'key-own'],
  ])('is refused: %j', (asked, fault) => {
    expect(add([], asked)).toEqual({ ok: false, fault });
  });

  it('is refused twice, and under a name that another one has', () => {
    const held = listOf(add([], nour));
    expect(add(held, { ...nour, name: 'Other' })).toEqual({ ok: false, fault: 'colleague-known' });
    const second = 'age1p954x2ah6zmernlyns68kapqr9fy9k3msd8rdvpaldpc2qvxjcks0p2ps2';
    expect(add(held, { name: 'NOUR', recipient: second, signingKey: null })).toEqual({
      ok: false,
      fault: 'name-taken',
    });
  });

  it('gets the signing key of a card that comes later, and keeps name and day', () => {
    const held = listOf(add([], nour));
    const later = addColleague(held, { ...nour, name: 'N.', signingKey: SIGNING }, OWN, 'later');
    expect(listOf(later)).toEqual([{ ...nour, signingKey: SIGNING, added: NOW }]);
    const forged = { ...nour, signingKey: `B${SIGNING.slice(1)}` };
    expect(add(listOf(later), forged)).toEqual({ ok: false, fault: 'colleague-known' });
  });

  it('can be called otherwise, but not like another one', () => {
    const held = listOf(add([], nour));
    expect(listOf(renameColleague(held, KEY, ' Nour B. '))[0]?.name).toBe('Nour B.');
    expect(listOf(renameColleague(held, KEY, 'NOUR'))[0]?.name).toBe('NOUR');
    expect(renameColleague(held, KEY, '')).toEqual({ ok: false, fault: 'name-empty' });
    expect(renameColleague(held, OWN, 'nour')).toEqual({ ok: false, fault: 'name-taken' });
  });
});

describe('a name', () => {
  it('is tidy once it was tidied: cards are held to that', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        const name = cleanName(text);
        fc.pre(name !== null);
        expect(cleanName(name ?? '')).toBe(name);
      }),
      { examples: [['a \u200f b'], ['\u1100 \u200b\u1161'], ['x'.repeat(99) + ' y']] },
    );
  });

  it('keeps its letters in any script, and nothing unseen', () => {
    expect(cleanName('سامي\u200f  الشامي\n')).toBe('سامي الشامي');
    expect(cleanName('e\u0301')).toBe('é');
    expect(cleanName('x'.repeat(200))).toHaveLength(100);
  });
});
