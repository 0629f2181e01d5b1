import type { Span } from '../anchoring/paragraphs.ts';
import type { Detail } from '../extraction/details/details.ts';
import { Lookup } from '../extraction/lookup.ts';
import { passageAt } from '../extraction/passages/propose-passages.ts';
import { propose } from '../extraction/propose.ts';
import type { OnShare } from '../extraction/share.ts';
import {
  NARRATION,
  type Proposal,
  type ProposedClaim,
  type ProposedPassage,
  type ProposedQuote,
  type ProposedRung,
} from '../extraction/proposal.ts';
import { overlap } from '../extraction/span.ts';
import {
  type Draft,
  type DraftCandidate,
  type DraftDate,
  type DraftParty,
  type DraftRung,
  keyOf,
  type Reading,
  wholeOf,
} from './draft.ts';

const partyOf = ({ speakers }: Proposal, at: number | null) => {
  const speaker = at === null ? undefined : speakers[at];
  return !speaker || speaker.kind === 'described' ? null : { name: speaker.name, kind: speaker.kind };
};

function rungOf(proposal: Proposal, rung: ProposedRung): DraftRung {
  const party = partyOf(proposal, rung.speaker);
  const described = rung.speaker === null ? null : (proposal.speakers[rung.speaker]?.name ?? null);
  const { role, mode, basis, basisNote } = rung;
  return { party, unnamed: party ? null : (described ?? rung.unnamed), role, mode, basis, basisNote };
}

function candidateOf(proposal: Proposal, at: number, direct: boolean): DraftCandidate {
  const speaker = at === NARRATION ? undefined : proposal.speakers[at];
  if (!speaker) return { rung: null };
  const { kind, name, role } = speaker;
  const mode = kind === 'document' ? 'document' : direct ? 'direct' : 'indirect';
  const party = partyOf(proposal, at);
  const unnamed = party ? null : name;
  return { rung: { party, unnamed, role, mode, basis: ['not stated'], basisNote: null } };
}

/** What a passage says of all its words: who speaks. How they know it belongs to single claims. */
const plain = (rung: DraftRung): DraftRung => ({ ...rung, basis: ['not stated'], basisNote: null });

/** Each name once, in order. */
const distinctNames = (parties: readonly DraftParty[]): DraftParty[] => [
  ...new Map(parties.map(({ name, kind }) => [name, { name, kind }])).values(),
];

/** The dates that have a value, with their words. */
const datesIn = (text: string, details: readonly Detail[]): DraftDate[] =>
  details.flatMap((detail) => {
    if (detail.kind !== 'date' || detail.value === null) return [];
    const { start, end, value: edtf, calendar } = detail;
    return [{ start, end, date: { edtf, calendar, note: text.slice(start, end) } }];
  });

function draftOf(
  proposal: Proposal,
  text: string,
  claim: ProposedClaim,
  passage: ProposedPassage | null,
  quotes: readonly ProposedQuote[],
): Draft {
  const { spans, statement, voice, reasons } = claim;
  const unclear = voice === 'unclear';
  const ladder = unclear ? [] : claim.ladder.map((rung) => rungOf(proposal, rung));
  const [outer] = ladder;
  const quote = passage && passage.quote !== null ? proposal.quotes[passage.quote] : quotes[0];
  const subjects = claim.parties.filter(({ part }) => part === 'subject');
  return {
    key: keyOf(spans),
    spans,
    statement,
    voice,
    ladder,
    candidates: unclear
      ? claim.candidates.map((at) => candidateOf(proposal, at, quote?.direct ?? false))
      : [],
    settled: null,
    own: null,
    doubt: passage?.doubt ?? quote?.doubt ?? null,
    passage: passage && { span: passage.span, voice: passage.voice, ladder: outer ? [plain(outer)] : [] },
    subjects: distinctNames(subjects),
    leftOut: [],
    accuses: reasons.some(({ kind }) => kind === 'accuses by name'),
    reasons,
    details: claim.details,
    dates: datesIn(text, claim.details),
    worth: claim.score,
    repairs: [...new Set(quotes.flatMap(({ repairs }) => repairs))],
  };
}

/**
 * Reads a text and drafts its claims, in reading order; `within`: those alone that share a word with
 * this stretch (who speaks there is read from the whole text). `published`:
 * when the document says it was published (EDTF), or null. `onShare`: told how far the reading is.
 */
export function readDrafts(
  text: string,
  within: Span | null,
  published: string | null,
  onShare: OnShare = () => undefined,
): Reading {
  const proposal = propose(text, published, onShare);
  const quoted = new Lookup(proposal.quotes.flatMap((item) => item.content.map((span) => ({ span, item }))));
  const drafts = proposal.claims.flatMap((claim) => {
    const [first] = claim.spans;
    if (!first || (within && !claim.spans.some((span) => overlap(span, within)))) return [];
    const passage = passageAt(proposal.passages, first);
    return [draftOf(proposal, text, claim, passage, quoted.overlapping(wholeOf(claim.spans)))];
  });
  return { drafts, sentences: proposal.sentences, written: proposal.written };
}
