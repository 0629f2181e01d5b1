import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { spansWithin } from '#renderer/ui/features/document/places.ts';
import { ladderOf, plainRung, recentSpeakers } from '#renderer/ui/features/document/voice-draft.ts';
import { barOf, namedIn, voicesOf } from '#renderer/ui/features/document/voices.ts';
import { CaseWorld } from '../../support/case-world.ts';

const TEXT = 'Sami said: “It fell.” He added more. “And burned.”\n\nThe army denied it.';
const FIRST = { start: 0, end: 50 };

function world() {
  const held = new CaseWorld();
  held.document('d', TEXT);
  const person = (text: string) =>
    held.run(addParty, { fields: { names: [{ text, script: 'latin', kind: 'name' }] } })[0] ?? '';
  const [sami, army] = [person('Sami'), person('The army')];
  const give = (
    start: number,
    end: number,
    voice: 'narration' | 'direct' | 'unclear',
    partyId: string | null,
  ) =>
    held.run(setPassage, {
      anchor: makeAnchor('d', TEXT, start, end),
      voice,
      ladder: partyId ? [plainRung(partyId, voice)] : [],
    });
  return { held, sami, army, give };
}

describe('voices beside a paragraph', () => {
  it('are drawn from its first character to its last, in proportion', () => {
    const { held, sami, give } = world();
    give(0, 10, 'narration', null);
    give(11, 21, 'direct', sami);
    const voices = voicesOf('d', held.state.passage, held.state.party);
    expect(barOf(FIRST, spansWithin(voices, FIRST))).toEqual([
      { start: 0, voice: 'narration', share: 10 },
      { start: 11, voice: 'direct', share: 10 },
      { start: 21, voice: null, share: 29 },
    ]);
    expect(barOf(FIRST, [])).toEqual([]);
  });

  it('are named once each where they begin, narration never', () => {
    const { held, sami, give } = world();
    give(0, 10, 'narration', null);
    give(11, 21, 'direct', sami);
    give(22, 36, 'unclear', sami);
    give(37, 50, 'direct', sami);
    const named = namedIn(FIRST, voicesOf('d', held.state.passage, held.state.party));
    expect(named.map(({ voice, speaker, passageIds }) => [voice, speaker, passageIds.length])).toEqual([
      ['direct', 'Sami', 2],
      ['unclear', 'Sami', 1],
    ]);
  });
});

describe('giving a voice', () => {
  it('offers those who spoke before, the last first, each once', () => {
    const { held, sami, army, give } = world();
    give(11, 21, 'direct', sami);
    give(22, 36, 'direct', army);
    give(37, 50, 'direct', sami);
    const at = makeAnchor('d', TEXT, 52, 71);
    expect(recentSpeakers(held.state.passage, at)).toEqual([sami, army]);
    expect(recentSpeakers(held.state.passage, makeAnchor('d', TEXT, 0, 5))).toEqual([]);
  });

  it('keeps who it came through and adds who speaks; somebody unnamed altogether is no rung', () => {
    const through = [plainRung('outlet', 'narration'), plainRung('translator', 'indirect')];
    const draft = { voice: 'direct' as const, through, candidates: [], why: null };
    expect(ladderOf({ ...draft, speaker: plainRung('sami', 'narration') })).toEqual([
      ...through,
      plainRung('sami', 'direct'),
    ]);
    expect(ladderOf({ ...draft, speaker: plainRung(null, 'direct') })).toEqual(through);
  });
});
