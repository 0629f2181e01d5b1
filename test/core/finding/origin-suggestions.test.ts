import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originSuggestions, seemCopies } from '#core/finding/origin-suggestions.ts';
import { warningsFor } from '#core/finding/warnings.ts';
import { independentOrigins } from '#core/finding/origins.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { createOrigin } from '#renderer/commands/create-origin.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { setOrigin } from '#renderer/commands/set-origin.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const fileOf = (digit: string) => ({
  sha256: digit.repeat(64),
  crc32: 1,
  size: 3,
  name: `${digit}.jpg`,
  mediaType: 'image/jpeg',
  modified: null,
});

function world() {
  const made = new ArticleWorld();
  made.person('outlet', 'Sound and Picture');
  made.run(editDocument, {
    documentId: 'doc',
    fields: { url: 'https://outlet.example/story', publisherId: 'outlet' },
  });
  made.claim('a');
  return made;
}

const bearing = { claimId: 'a', stance: 'supports' as const };
const link = (made: ArticleWorld, id: string, url: string) =>
  made.run(attachEvidence, { items: [{ id, kind: 'link', fields: { url } }], bearing });
const file = (made: ArticleWorld, id: string, digit: string) =>
  made.run(attachEvidence, { items: [{ id, kind: 'file', file: fileOf(digit), fields: {} }], bearing });
const told = (made: ArticleWorld, id: string) =>
  originSuggestions(made.state, id).map(({ why, evidenceId, documentId }) => [why, evidenceId ?? documentId]);

describe('suggested origins', () => {
  it('hold one wire photo that came by three channels for one, once a person agrees', () => {
    const made = world();
    file(made, 'telegram', '1');
    file(made, 'mail', '1');
    file(made, 'other', '2');
    link(made, 'page', 'https://wire.example/photo?utm_source=a');
    link(made, 'archived', 'https://web.archive.org/web/2014/https://www.wire.example/photo');
    expect(told(made, 'telegram')).toEqual([['same file', 'mail']]);
    expect(told(made, 'page')).toEqual([['same address', 'archived']]);
    expect(told(made, 'other')).toEqual([]);
    expect(made.state.origin.size).toBe(0);
    made.run(createOrigin, { id: 'wire', name: 'Wire', evidenceIds: ['telegram', 'mail', 'page'] });
    made.run(setOrigin, { evidenceIds: ['archived'], originId: 'wire' });
    expect(told(made, 'telegram')).toEqual([]);
    expect(independentOrigins(made.state, 'a').forCount).toBe(1);
  });

  it('hold a picture for a copy of one that looks the same, but not the same file twice over', () => {
    const made = world();
    const look = (id: string, digit: string, perceptualHash: string) =>
      made.run(attachEvidence, {
        items: [{ id, kind: 'file', file: fileOf(digit), perceptualHash, fields: {} }],
        bearing,
      });
    look('wire', '1', '0'.repeat(64));
    look('forwarded', '2', `${'0'.repeat(63)}1`);
    look('same', '1', '0'.repeat(64));
    look('other', '3', 'f'.repeat(64));
    expect(told(made, 'wire')).toEqual([
      ['same picture', 'forwarded'],
      ['same file', 'same'],
    ]);
    expect(told(made, 'other')).toEqual([]);
    expect(seemCopies(made.state)).toEqual(new Set(['wire', 'forwarded', 'same']));
  });

  it('name the origin of the other item where it has one', () => {
    const made = world();
    file(made, 'e', '1');
    file(made, 'f', '1');
    made.run(createOrigin, { id: 'wire', name: 'Wire', evidenceIds: ['e'] });
    expect(originSuggestions(made.state, 'f')).toMatchObject([{ evidenceId: 'e', originId: 'wire' }]);
    expect(originSuggestions(made.state, 'e')).toMatchObject([{ evidenceId: 'f', originId: 'wire' }]);
  });

  it('find the article itself and its outlet’s pages, and warn that they repeat the claim', () => {
    const made = world();
    link(made, 'self', 'https://m.outlet.example/story?fbclid=1');
    link(made, 'repost', 'https://outlet.example/again');
    link(made, 'elsewhere', 'https://paper.example/story');
    expect(told(made, 'self')).toEqual([['the article', 'doc']]);
    expect(told(made, 'repost')).toEqual([['site of the article', 'doc']]);
    expect(told(made, 'elsewhere')).toEqual([]);
    const repeats = () =>
      warningsFor(made.state, 'a', { status: 'corroborated' }).find(({ code }) => code === 'repeats-claim');
    expect(repeats()?.refs).toEqual(['E-01', 'E-02']);
    made.run(createOrigin, { name: 'Outlet', partyId: 'outlet', evidenceIds: ['self', 'repost'] });
    expect(repeats()?.refs).toEqual(['E-01', 'E-02']);
    expect(seemCopies(made.state).size).toBe(0);
  });

  it('count the outlet’s own repost as nothing, whether or not a ladder names the outlet', () => {
    const made = world();
    made.run(createOrigin, { id: 'o', name: 'Outlet', partyId: 'outlet' });
    link(made, 'repost', 'https://outlet.example/again');
    made.run(setOrigin, { evidenceIds: ['repost'], originId: 'o' });
    expect(independentOrigins(made.state, 'a')).toMatchObject({
      forCount: 0,
      supports: [{ onLadder: true }],
    });
  });

  it('are mutual, never name an item to itself, and go away when all alike share an origin', () => {
    const digits = fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(digits, (given) => {
        const made = world();
        for (const [at, digit] of given.entries()) file(made, `e${at}`, digit);
        const pairs = given.flatMap((_, at) =>
          originSuggestions(made.state, `e${at}`).map(({ evidenceId }) => [`e${at}`, evidenceId]),
        );
        const expected = given.flatMap((digit, at) =>
          given.flatMap((other, to) => (to !== at && other === digit ? [[`e${at}`, `e${to}`]] : [])),
        );
        expect(pairs).toEqual(expected);
        for (const digit of new Set(given)) {
          const evidenceIds = given.flatMap((other, at) => (other === digit ? [`e${at}`] : []));
          made.run(createOrigin, { name: digit, evidenceIds });
        }
        expect(seemCopies(made.state).size).toBe(0);
        expect(independentOrigins(made.state, 'a').forCount).toBe(new Set(given).size);
      }),
      { numRuns: 40 },
    );
  });
});
