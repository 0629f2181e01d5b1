import { useState } from 'react';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import type { Ladder, Rung, Voice } from '#core/model/ladder.ts';
import { sameSpan } from '#renderer/commands/support/anchors.ts';
import { useCase } from '#renderer/state/case-store.ts';

/** A voice while it is being given. */
export type VoiceDraft = {
  readonly voice: Voice;
  /** The innermost rung: who speaks. */
  readonly speaker: Rung;
  /** Through whom it reached the article, outermost first. */
  readonly through: Ladder;
  readonly candidates: readonly string[];
  readonly why: string | null;
};

/** A rung about which the article says nothing but who. */
export const plainRung = (partyId: string | null, mode: Voice): Rung => ({
  partyId,
  unnamed: null,
  role: null,
  mode,
  basis: [],
  basisNote: null,
});

const narrator = (publisherId: string | null): Rung => ({
  ...plainRung(publisherId, 'narration'),
  basis: ['not stated'],
});

/** What a voice starts from: the document's own narrator stands around everybody it quotes. */
const startOf = (voice: Voice, publisherId: string | null): Pick<VoiceDraft, 'speaker' | 'through'> =>
  voice === 'narration'
    ? { speaker: narrator(publisherId), through: [] }
    : { speaker: plainRung(null, voice), through: publisherId === null ? [] : [narrator(publisherId)] };

function firstDraft(held: Item<'passage'> | undefined, publisherId: string | null): VoiceDraft {
  if (!held) return { voice: 'direct', ...startOf('direct', publisherId), candidates: [], why: null };
  const { voice, ladder, candidates, why } = held;
  const speaker = ladder.at(-1) ?? startOf(voice, publisherId).speaker;
  return { voice, speaker, through: ladder.slice(0, -1), candidates, why };
}

/** The ladder of a draft, outermost rung first; somebody nobody names at all is no rung. */
export function ladderOf({ voice, speaker, through }: VoiceDraft): Ladder {
  const silent = speaker.partyId === null && speaker.unnamed === null;
  return silent ? through : [...through, { ...speaker, mode: voice }];
}

const MOST_RECENT = 4;

/** Who spoke before this stretch, the last first, each once. */
export function recentSpeakers(passages: CaseState['passage'], { documentId, start }: Anchor): string[] {
  const before = [...passages.values()]
    .filter(
      ({ anchor, voice }) =>
        anchor.documentId === documentId && anchor.start < start && voice !== 'narration',
    )
    .sort((a, b) => b.anchor.start - a.anchor.start);
  const ids = before.map(({ ladder }) => ladder.at(-1)?.partyId ?? null).filter((id) => id !== null);
  return [...new Set(ids)].slice(0, MOST_RECENT);
}

/** The draft of one stretch, started from the voice it has. */
export function useVoiceDraft(anchor: Anchor, publisherId: string | null) {
  const held = useCase((store) =>
    [...store.state.passage.values()].find((passage) => sameSpan(passage.anchor, anchor)),
  );
  const [draft, setDraft] = useState(() => firstDraft(held, publisherId));
  const change = (fields: Partial<VoiceDraft>): void =>
    setDraft((now) => {
      const toNarration =
        fields.voice !== undefined && (fields.voice === 'narration') !== (now.voice === 'narration');
      return {
        ...now,
        ...(toNarration && fields.voice ? startOf(fields.voice, publisherId) : {}),
        ...fields,
      };
    });
  const changeSpeaker = (fields: Partial<Rung>): void =>
    setDraft((now) => ({ ...now, speaker: { ...now.speaker, ...fields } }));
  const choose = (partyId: string | null): void => {
    const role = useCase.getState().state.party.get(partyId ?? '')?.role ?? null;
    changeSpeaker({ partyId, role: draft.speaker.role ?? role });
  };
  return { draft, held, change, changeSpeaker, choose };
}
