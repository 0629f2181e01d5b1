import { describe, expect, it } from 'vitest';
import { editPassage } from '#renderer/commands/edit-passage.ts';
import { removePassage } from '#renderer/commands/remove-passage.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { ArticleWorld } from '../support/article-world.ts';

const rung = (partyId: string) => ({
  partyId,
  unnamed: null,
  role: null,
  mode: 'direct' as const,
  basis: [],
  basisNote: null,
});

function worldWithVoice() {
  const world = new ArticleWorld();
  world.person('sami');
  world.run(setPassage, {
    id: 'p',
    anchor: world.anchor('It was revealed that spies went to Turkey.'),
    voice: 'direct',
    ladder: [rung('sami')],
  });
  return world;
}

const stretches = (world: ArticleWorld) =>
  [...world.state.passage.values()]
    .sort((a, b) => a.anchor.start - b.anchor.start)
    .map(({ anchor, voice }) => [voice, anchor.exact]);

describe('giving a stretch to a voice', () => {
  it('cuts the passage around it in two', () => {
    const world = worldWithVoice();
    world.run(setPassage, { anchor: world.anchor('revealed that'), voice: 'indirect', ladder: [] });
    expect(stretches(world)).toEqual([
      ['direct', 'It was '],
      ['indirect', 'revealed that'],
      ['direct', ' spies went to Turkey.'],
    ]);
    const right = [...world.state.passage.values()].find(({ anchor }) => anchor.exact.startsWith(' spies'));
    expect(right?.ladder).toEqual([rung('sami')]);
    expect(right?.anchor).toEqual(world.anchor(' spies went to Turkey.'));
  });

  it('trims the passages it overlaps and replaces those inside', () => {
    const world = worldWithVoice();
    world.run(setPassage, { anchor: world.anchor('They came'), voice: 'narration', ladder: [] });
    const over = world.anchor('went to Turkey. They came back');
    world.run(setPassage, {
      anchor: over,
      voice: 'unclear',
      ladder: [],
      candidates: ['sami'],
      why: 'no end',
    });
    expect(stretches(world)).toEqual([
      ['direct', 'It was revealed that spies '],
      ['unclear', 'went to Turkey. They came back'],
    ]);
  });

  it('changes the voice of the very same stretch', () => {
    const world = worldWithVoice();
    const again = { anchor: world.get('passage', 'p').anchor, voice: 'narration' as const, ladder: [] };
    world.run(setPassage, again);
    expect([...world.state.passage.keys()]).toEqual(['p']);
    expect(world.get('passage', 'p')).toMatchObject({ voice: 'narration', ladder: [] });
  });

  it('keeps candidates for unclear voices only', () => {
    const world = worldWithVoice();
    world.run(editPassage, {
      passageId: 'p',
      fields: { voice: 'unclear', candidates: ['sami'], why: 'Who?' },
    });
    expect(world.get('passage', 'p')).toMatchObject({ candidates: ['sami'], why: 'Who?' });
    world.run(editPassage, { passageId: 'p', fields: { voice: 'direct' } });
    expect(world.get('passage', 'p')).toMatchObject({ candidates: [], why: null });
  });

  it('needs parties that are there and words that fit', () => {
    const world = worldWithVoice();
    const anchor = world.anchor('leaders fled');
    const nobody = { anchor, voice: 'direct' as const, ladder: [rung('nobody')] };
    expect(world.refusal(setPassage, nobody).refused).toBe('not-found');
    const shifted = { anchor: { ...anchor, end: anchor.end + 1 }, voice: 'direct' as const, ladder: [] };
    expect(world.refusal(setPassage, shifted).refused).toBe('anchor-bad');
  });

  it('can be taken back', () => {
    const world = worldWithVoice();
    world.run(removePassage, { passageId: 'p' });
    expect(world.state.passage.size).toBe(0);
    expect(world.refusal(removePassage, { passageId: 'p' }).refused).toBe('not-found');
  });
});
