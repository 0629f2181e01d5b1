import { describe, expect, it } from 'vitest';
import { nearPictures } from '#core/queries/near-pictures.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { ArticleWorld } from '../../support/article-world.ts';

const picture = (id: string, perceptualHash: string | null) =>
  ({
    id,
    kind: 'file',
    file: { sha256: 'a'.repeat(64), crc32: 1, size: 3, name: id, mediaType: 'image/jpeg', modified: null },
    perceptualHash,
    fields: {},
  }) as const;

describe('near pictures', () => {
  const world = new ArticleWorld();
  world.run(attachEvidence, {
    items: [
      picture('one', '0'.repeat(64)),
      picture('ten bits', `${'0'.repeat(61)}3ff`),
      picture('eleven bits', `${'0'.repeat(61)}7ff`),
      picture('one bit', `8${'0'.repeat(63)}`),
      picture('no look', null),
    ],
    bearing: null,
  });
  const near = (id: string) =>
    nearPictures(world.state.evidence, id).map(({ item, bits }) => [item.id, bits]);

  it('are those within the bound, the nearest first', () => {
    expect(near('one')).toEqual([
      ['one bit', 1],
      ['ten bits', 10],
    ]);
  });

  it('are none for what has no look, and for what is not there', () => {
    expect(near('no look')).toEqual([]);
    expect(near('gone')).toEqual([]);
  });

  it('come from hashes alone: words in their place are refused', () => {
    expect(() => world.run(attachEvidence, { items: [picture('x', 'a face')], bearing: null })).toThrow(
      'not-a-picture',
    );
  });
});
