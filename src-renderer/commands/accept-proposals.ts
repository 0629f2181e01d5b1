import type { Change } from '#core/journal/entry.ts';
import { innermostAt, indexPassages } from '#core/anchoring/passage-index.ts';
import { sameLadder } from '#core/anchoring/ladder-of.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Claim, ClaimDate } from '#core/model/claim.ts';
import type { Ladder, Rung, Voice } from '#core/model/ladder.ts';
import { nextRefs } from '#core/model/refs.ts';
import type { Command, Refusal } from '#core/ports/command.ts';
import { checkAnchor, distinctSpans } from './support/anchors.ts';
import { create } from './support/change.ts';
import { tidyClaim } from './support/claim-fields.ts';
import { tidyLadder } from './support/ladders.ts';
import { type Named, NamedParties } from './support/named-parties.ts';
import { refuse } from './support/refuse.ts';
import { orNull } from './support/text.ts';

export type NamedRung = Omit<Rung, 'partyId'> & { readonly party: Named | null };

/** A proposal as a person takes it. */
export type AcceptedProposal = {
  /** Id of the new claim, when the caller needs to know it. */
  readonly id?: string;
  readonly anchors: readonly Anchor[];
  readonly statement: string;
  readonly ladder: readonly NamedRung[];
  readonly subjects: readonly Named[];
  readonly accuses: boolean;
  readonly dates: readonly ClaimDate[];
  /** The stretch it stands in with its voice; null: none is to be made. */
  readonly passage: {
    readonly anchor: Anchor;
    readonly voice: Voice;
    readonly ladder: readonly NamedRung[];
    readonly candidates: readonly Named[];
    readonly why: string | null;
  } | null;
  /** Looked at and not checked; null: it is to be checked. */
  readonly skip: Claim['skip'];
};

export type AcceptProposals = { readonly claims: readonly AcceptedProposal[] };

type Placed = { readonly anchor: Anchor; readonly ladder: Ladder };

const meets = (a: Anchor, b: Anchor): boolean =>
  a.documentId === b.documentId && a.start < b.end && b.start < a.end;

const sameVoice = (a: Rung | undefined, b: Rung | undefined): boolean =>
  a !== undefined && b !== undefined && a.partyId === b.partyId && a.unnamed === b.unnamed;

/** Whether it says how somebody knows what they say. */
const saysBasis = ({ basis }: Rung): boolean => basis.some((kind) => kind !== 'not stated');

/** The claim's own ladder, null where the passage around it says the same. */
function ownLadder(around: Ladder | null, ladder: Ladder): Ladder | null {
  if (around === null) return ladder.length > 0 ? ladder : null;
  const [outer, ...inner] = ladder;
  const last = around.at(-1);
  const known =
    outer && last && sameVoice(outer, last) && saysBasis(outer)
      ? [...around.slice(0, -1), { ...last, basis: outer.basis, basisNote: outer.basisNote }]
      : around;
  const own = [...known, ...inner];
  return sameLadder(own, around) ? null : own;
}

class Taking {
  readonly changes: Change[] = [];
  readonly parties: NamedParties;
  private readonly state: CaseState;
  private readonly newId: () => string;
  private readonly passages: Placed[];

  constructor(state: CaseState, newId: () => string) {
    this.state = state;
    this.newId = newId;
    this.parties = new NamedParties(state, newId);
    this.passages = [...state.passage.values()];
  }

  take(given: AcceptedProposal, ref: string): Refusal | null {
    const places = given.passage ? [...given.anchors, given.passage.anchor] : given.anchors;
    const [first] = given.anchors;
    if (!first) return refuse('anchor-missing');
    const bad = places.map((anchor) => checkAnchor(this.state, anchor)).find((refusal) => refusal !== null);
    if (bad) return bad;
    const { statement, accuses, dates, skip } = given;
    const tidied = tidyClaim(this.state, { statement, accuses, dates });
    if ('refused' in tidied) return tidied;
    const kept = skip === null ? this.voiced(given, first) : {};
    const anchors = distinctSpans(given.anchors);
    const skipped = skip && { reason: skip.reason, note: orNull(skip.note) };
    this.changes.push(
      create('claim', given.id ?? this.newId(), { ref, anchors, ...tidied, ...kept, skip: skipped }),
    );
    return null;
  }

  /** Makes the passage and the parties; returns what the claim holds of them. */
  private voiced(given: AcceptedProposal, first: Anchor): Pick<Claim, 'ladder' | 'subjects'> {
    const ladder = this.ladderOf(given.ladder);
    if (given.passage) this.addPassage(given.passage);
    const around = innermostAt(indexPassages(this.passages), first);
    const subjects = given.subjects.flatMap((named) => this.parties.idOf(named, 'subject', null) ?? []);
    return { ladder: ownLadder(around?.ladder ?? null, ladder), subjects: [...new Set(subjects)] };
  }

  /** A stretch that a person gave to a voice already is left as it is. */
  private addPassage({ anchor, voice, ladder, candidates, why }: NonNullable<AcceptedProposal['passage']>) {
    if (this.passages.some((held) => meets(held.anchor, anchor))) return;
    const unclear = voice === 'unclear';
    const made = {
      anchor,
      voice,
      ladder: this.ladderOf(ladder),
      candidates: unclear
        ? candidates.flatMap((named) => this.parties.idOf(named, 'speaker', null) ?? [])
        : [],
      why: unclear ? orNull(why) : null,
    };
    this.passages.push(made);
    this.changes.push(create('passage', this.newId(), made));
  }

  private ladderOf(ladder: readonly NamedRung[]): Ladder {
    return tidyLadder(
      ladder.map(({ party, unnamed, ...rung }) => {
        const partyId = party && this.parties.idOf(party, 'speaker', rung.role);
        // Where several share the name the words stay and nobody is guessed.
        return { ...rung, partyId, unnamed: partyId === null ? (unnamed ?? party?.name ?? null) : null };
      }),
    );
  }
}

/**
 * Takes proposals into the case, all in one batch: claims, the passages they stand in, and parties,
 * known ones by their exact names. A skipped one becomes a claim that is not checked, and names nobody.
 * Refused as a whole when one of them cannot be made.
 */
export const acceptProposals: Command<AcceptProposals> = (state, { claims }, context) => {
  const taking = new Taking(state, () => context.newId());
  const refs = nextRefs(state, 'claim', context.actor, claims.length);
  for (const [at, given] of claims.entries()) {
    const bad = taking.take(given, refs[at] ?? '');
    if (bad) return bad;
  }
  return [...taking.parties.changes(), ...taking.changes];
};
