import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingBits, NEAR_BITS, wordsOf } from '#core/model/perceptual-hash.ts';
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

  it('are the same as by comparing each with each, wherever the differing bits lie', () => {
    const flipped = (hash: string, places: readonly number[]) => {
      const bytes = Buffer.from(hash, 'hex');
      for (const place of places) bytes[place >> 3] = (bytes[place >> 3] ?? 0) ^ (1 << (place & 7));
      return bytes.toString('hex');
    };
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { maxLength: NEAR_BITS + 3 });
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), fc.array(places, { maxLength: 8 }), (hash, copies) => {
        const made = new ArticleWorld();
        const hashes = [hash, ...copies.map((changed) => flipped(hash, changed))];
        const items = hashes.map((one, at) => picture(`p${at}`, one));
        made.run(attachEvidence, { items, bearing: null });
        const expected = hashes.flatMap((one, at) => {
          const bits = differingBits(wordsOf(hash), wordsOf(one), 256);
          return at > 0 && bits <= NEAR_BITS ? [`p${at}: ${bits}`] : [];
        });
        const found = nearPictures(made.state.evidence, 'p0').map(({ item, bits }) => `${item.id}: ${bits}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('come from hashes alone: words in their place are refused', () => {
    expect(() => world.run(attachEvidence, { items: [picture('x', 'a face')], bearing: null })).toThrow(
      'not-a-picture',
    );
  });
});
