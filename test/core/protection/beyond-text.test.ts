import { describe, expect, it } from 'vitest';
import type { BlobRef } from '#core/model/evidence.ts';
import { beyondText } from '#core/protection/beyond-text.ts';
import { masksByFile } from '#core/protection/masks.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const file = (name: string, mediaType: string): BlobRef => ({
  sha256: name.padEnd(64, '0'),
  crc32: 1,
  size: 5,
  name,
  mediaType,
  modified: null,
});
const received = {
  via: null,
  when: null,
  forwarded: null,
  saidToShow: null,
  terms: 'on record' as const,
  consent: null,
};

/** A claim about somebody protected; a photo and a recording that bear on it, and what does not. */
function world(): ArticleWorld {
  const made = new ArticleWorld();
  made.person('sami', 'Sami Fourati', { safety: 'protected' });
  made.claim('c');
  made.claim('other', 'spies went to Turkey');
  const create = (entityId: string, patch: object) =>
    ({
      entity: 'evidence',
      entityId,
      op: 'create',
      patch: { kind: 'file', title: entityId, ...patch },
    }) as const;
  const bears = (entityId: string, evidenceId: string, claimId: string, locator: object | null) =>
    ({
      entity: 'assessment',
      entityId,
      op: 'create',
      patch: { evidenceId, claimId, stance: 'supports', ...(locator && { locator }) },
    }) as const;
  made.write([
    { entity: 'claim', entityId: 'c', op: 'update', patch: { subjects: ['sami'] } },
    create('photo', { file: file('a.jpg', 'image/jpeg') }),
    create('voice', { file: file('b.ogg', 'audio/ogg') }),
    create('text', { file: file('c.txt', 'text/plain') }),
    create('street', { file: file('d.jpg', 'image/jpeg') }),
    create('given', { file: file('e.mp4', 'video/mp4'), receipt: { ...received, from: 'sami' } }),
    bears('1', 'photo', 'c', { kind: 'region', value: '10,10,20,20' }),
    bears('2', 'voice', 'c', { kind: 'time', value: '00:01:10' }),
    bears('3', 'text', 'c', null),
    bears('4', 'street', 'other', null),
  ] as Parameters<typeof made.write>[0]);
  return made;
}

describe('what text cannot check', () => {
  it('is every picture, sound and video that touches somebody protected, with where to look; no text, nothing else', () => {
    const listed = beyondText(world().state).map(({ evidence, medium, partyIds, locators }) => ({
      id: evidence.id,
      medium,
      partyIds,
      places: locators.map(({ value }) => value),
    }));
    expect(listed).toEqual([
      { id: 'photo', medium: 'picture', partyIds: ['sami'], places: ['10,10,20,20'] },
      { id: 'voice', medium: 'sound', partyIds: ['sami'], places: ['00:01:10'] },
      { id: 'given', medium: 'video', partyIds: ['sami'], places: [] },
    ]);
  });

  it('is nothing where nobody is protected', () => {
    const made = world();
    made.write([{ entity: 'party', entityId: 'sami', op: 'update', patch: { safety: 'public' } }]);
    expect(beyondText(made.state)).toEqual([]);
  });
});

describe('the masks of a picture', () => {
  it('are those of every item that holds the same file', () => {
    const made = world();
    const [one, two] = [
      { x: 0, y: 0, width: 0.5, height: 0.5 },
      { x: 0.5, y: 0.5, width: 0.2, height: 0.2 },
    ];
    const same = file('a.jpg', 'image/jpeg');
    made.write([
      { entity: 'evidence', entityId: 'photo', op: 'update', patch: { masks: [one] } },
      {
        entity: 'evidence',
        entityId: 'again',
        op: 'create',
        patch: { kind: 'file', title: 'again', file: same },
      },
      { entity: 'evidence', entityId: 'again', op: 'update', patch: { masks: [two] } },
    ]);
    const masksOf = masksByFile(made.state);
    const held = (id: string) => {
      const item = made.state.evidence.get(id);
      return item ? masksOf(item) : null;
    };
    expect(held('photo')).toEqual([one, two]);
    expect(held('again')).toEqual([one, two]);
    expect(held('street')).toEqual([]);
  });
});
