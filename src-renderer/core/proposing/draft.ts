import type { Span } from '../anchoring/paragraphs.ts';
import type { DayOfWriting } from '../extraction/details/written.ts';
import type { Detail } from '../extraction/details/details.ts';
import type { Repair } from '../extraction/quotes/quotation.ts';
import type { Doubt } from '../extraction/speakers/speaker.ts';
import type { Reason } from '../extraction/worth/worth.ts';
import type { ClaimDate } from '../model/claim.ts';
import type { Rung, Voice } from '../model/ladder.ts';
import type { Party } from '../model/party.ts';

/** Somebody by the article's name for them; whether the case knows them is seen when they are taken in. */
export type DraftParty = { readonly name: string; readonly kind: Party['kind'] };

/** One step of an according-to ladder before its party is known. */
export type DraftRung = Omit<Rung, 'partyId'> & { readonly party: DraftParty | null };

/** Who an unclear voice may be; `rung` null: the article itself. */
export type DraftCandidate = { readonly rung: DraftRung | null };

/** The stretch with one voice that a draft stands in. */
export type DraftPassage = {
  readonly span: Span;
  readonly voice: Voice;
  readonly ladder: readonly DraftRung[];
};

/** A date that the claim turns on, and where it stands. */
export type DraftDate = Span & { readonly date: ClaimDate };

/** A claim as it is proposed, with what a person made of it before taking it. Nothing of it is stored. */
export type Draft = {
  /** Where it stands, as text: the same as long as its words are. */
  readonly key: string;
  /** In reading order, one or more; UTF-16 offsets into the document. */
  readonly spans: readonly Span[];
  readonly statement: string;
  readonly voice: Voice;
  readonly ladder: readonly DraftRung[];
  /** With an unclear voice: who it may be, the likeliest first. */
  readonly candidates: readonly DraftCandidate[];
  /** Position of the candidate that the person chose. */
  readonly settled: number | null;
  /** The ladder as the person wrote it, in place of what was read; null: they left it. */
  readonly own: readonly DraftRung[] | null;
  readonly doubt: Doubt | null;
  /** Null in the narration. */
  readonly passage: DraftPassage | null;
  readonly subjects: readonly DraftParty[];
  /** Subjects that the person leaves out, by name. */
  readonly leftOut: readonly string[];
  readonly accuses: boolean;
  readonly reasons: readonly Reason[];
  /** Dates, numbers, money, places … in its words. */
  readonly details: readonly Detail[];
  readonly dates: readonly DraftDate[];
  /** 0 to 1, to sort by and never to show. */
  readonly worth: number;
  /** What had to be supposed about the quotation marks around it. */
  readonly repairs: readonly Repair[];
};

/** Drafts of one text in reading order, its sentences to split them at, and what its relative dates are counted from. */
export type Reading = {
  readonly drafts: readonly Draft[];
  readonly sentences: readonly Span[];
  readonly written: DayOfWriting | null;
};

export const keyOf = (spans: readonly Span[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join(' ');

/** From the first character of these spans to the last. */
export const wholeOf = (spans: readonly Span[]): Span => ({
  start: spans[0]?.start ?? 0,
  end: spans.at(-1)?.end ?? 0,
});

const sameVoice = (a: DraftRung | undefined, b: DraftRung | undefined): boolean =>
  a?.party?.name === b?.party?.name && a?.unnamed === b?.unnamed && a?.mode === b?.mode;

/** How a passage says who speaks: how they know it belongs to single claims. */
const plain = (rung: DraftRung): DraftRung => ({ ...rung, basis: ['not stated'], basisNote: null });

/** Voice, ladder and passage with the ladder that a person wrote. */
function voicedByHand(draft: Draft, ladder: readonly DraftRung[]): Voicing {
  const [outer] = ladder;
  const voice = outer?.mode ?? 'narration';
  // Who speaks is as it was read: only this claim is said to be known in another way.
  if (draft.voice !== 'unclear' && sameVoice(outer, draft.ladder[0]))
    return { voice: draft.voice, ladder, passage: draft.passage };
  // What was decided for these words says nothing of the rest of their stretch.
  return {
    voice,
    ladder,
    passage: { span: wholeOf(draft.spans), voice, ladder: outer ? [plain(outer)] : [] },
  };
}

type Voicing = Pick<Draft, 'voice' | 'ladder' | 'passage'>;

/** Voice, ladder and passage as the person settled them. */
export function voicedAs(draft: Draft): Voicing {
  if (draft.own) return voicedByHand(draft, draft.own);
  const chosen = draft.settled === null ? undefined : draft.candidates[draft.settled];
  if (!chosen) return draft;
  const ladder = chosen.rung ? [chosen.rung] : [];
  const voice = chosen.rung?.mode ?? 'narration';
  // What was decided for these words says nothing of the rest of an unclear stretch.
  return { voice, ladder, passage: { span: wholeOf(draft.spans), voice, ladder } };
}
