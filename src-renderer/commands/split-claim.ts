import type { Change } from '#core/journal/entry.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import { searchableNames } from '#core/model/names.ts';
import { nextRefs } from '#core/model/refs.ts';
import type { Command, Context } from '#core/ports/command.ts';
import { narrow } from './support/anchors.ts';
import { stageWithout } from './support/stages.ts';
import { create, update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { hangingOn, type Hanging } from './support/hanging.ts';
import { refuse } from './support/refuse.ts';
import { orNull } from './support/text.ts';

/** One part of a claim that is split. */
export type SplitPart = {
  /** Id of the new claim, when the caller needs to know it (ignored for the first part). */
  readonly id?: string;
  readonly statement: string;
  /** Words of the claim's anchors this part is about; its anchors are narrowed to them if found. */
  readonly words?: string | null;
};

export type SplitClaim = { readonly claimId: string; readonly parts: readonly SplitPart[] };

/** The anchors narrowed to these words where they hold them once; all unchanged where none does. */
function narrowed(anchors: readonly Anchor[], words: string | null): readonly Anchor[] {
  if (words === null || /\p{Cs}/u.test(words)) return anchors;
  const found = anchors.flatMap((anchor) => {
    const at = anchor.exact.indexOf(words);
    const once = at !== -1 && anchor.exact.indexOf(words, at + 1) === -1;
    return once ? [narrow(anchor, at, at + words.length)] : [];
  });
  return found.length > 0 ? found : anchors;
}

/** The subjects named in the part; all of them when it names none. */
function subjectsOf(state: CaseState, claim: Item<'claim'>, part: SplitPart): readonly string[] {
  const text = `${part.statement}\n${part.words ?? ''}`.toLowerCase();
  const named = claim.subjects.filter((id) => {
    const party = state.party.get(id);
    return party && searchableNames(party).some((name) => text.includes(name.toLowerCase()));
  });
  return named.length > 0 ? named : claim.subjects;
}

/** What each new part takes over: every assessment, and the relations that hold for it as well. */
function copies(hanging: Hanging, claimId: string, partId: string, context: Context): Change[] {
  const relations = hanging.relations.filter(
    ({ from, kind }) =>
      kind === 'depends on' || kind === 'in tension with' || (kind === 'part of' && from === claimId),
  );
  return [
    ...hanging.assessments.map(({ evidenceId, stance, locator, note, credibility }) =>
      create('assessment', context.newId(), {
        evidenceId,
        claimId: partId,
        stance,
        locator,
        note,
        credibility,
      }),
    ),
    ...relations.map(({ from, to, kind, note, lookedAt }) =>
      create('relation', context.newId(), {
        from: from === claimId ? partId : from,
        to: to === claimId ? partId : to,
        kind,
        note,
        lookedAt: to === claimId ? null : lookedAt,
      }),
    ),
  ];
}

/**
 * Splits a claim into several statements. The first stays under the claim's reference, the others
 * become new claims (`splitFrom`). Each is narrowed to its words and named subjects and takes over
 * ladder, priority, flags, tags, dates, assessments and the relations that hold for a part as for
 * the whole ("depends on" both ways, "in tension with", being "part of" something). "Same as", and
 * what is part of this claim, stay with the first, as do checks and notes. A finding about the
 * whole says nothing certain about a part: it is taken back and stays in the history.
 */
export const splitClaim: Command<SplitClaim> = (state, { claimId, parts }, context) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const [first, ...others] = parts;
  if (!first || others.length === 0) return refuse('split-needs-two');
  if (parts.some(({ statement }) => orNull(statement) === null)) return refuse('statement-empty');
  const own = (part: SplitPart) => ({
    statement: part.statement.trim(),
    anchors: narrowed(claim.anchors, orNull(part.words)),
    subjects: subjectsOf(state, claim, part),
    use: null,
  });
  const { original, gloss, reading, ladder, priority, accuses, tags, dates, owner } = claim;
  const shared = { original, gloss, reading, ladder, priority, accuses, tags, dates, owner };
  const refs = nextRefs(state, 'claim', context.actor, others.length);
  const hanging = hangingOn(state, new Set([claimId]));
  return [
    ...update(
      'claim',
      claim,
      { ...own(first), finding: null, secondReads: [], ...stageWithout(claim) },
      'split',
    ),
    ...others.flatMap((part, at) => {
      const id = part.id ?? context.newId();
      const made = { ...shared, ...own(part), ref: refs[at] ?? '', splitFrom: claimId };
      return [create('claim', id, made), ...copies(hanging, claimId, id, context)];
    }),
  ];
};
