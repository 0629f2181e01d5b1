import type { PlannedClaim } from '#core/exchange/claims/plan-import.ts';
import { warningsFor } from '#core/finding/warnings.ts';
import type { Change } from '#core/journal/entry.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Ladder } from '#core/model/ladder.ts';
import { scriptOf, searchableNames } from '#core/model/names.ts';
import type { Party } from '#core/model/party.ts';
import { nextRefs } from '#core/model/refs.ts';
import type { Command, Refusal } from '#core/ports/command.ts';
import { checkAnchor, distinctSpans } from './support/anchors.ts';
import { create } from './support/change.ts';
import { tidyClaim } from './support/claim-fields.ts';
import { tidyFinding } from './support/finding-fields.ts';
import { refuse } from './support/refuse.ts';
import { orNull } from './support/text.ts';

export type ImportClaims = {
  /** `note`: what the file said that has no field here, and where it came from. */
  readonly claims: readonly (PlannedClaim & { readonly note: string })[];
};

/** Parties by name; those nobody knows yet are made once. */
class People {
  readonly made: Change[] = [];
  private readonly ids = new Map<string, string>();
  private readonly newId: () => string;
  constructor(state: CaseState, newId: () => string) {
    this.newId = newId;
    for (const party of state.party.values()) {
      for (const name of searchableNames(party)) if (!this.ids.has(name)) this.ids.set(name, party.id);
    }
  }

  idOf(name: string, kind: Party['kind'], part: Party['parts'][number]): string {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.newId();
    const names = [{ text: name, script: scriptOf(name), kind: 'name' as const }];
    this.made.push(create('party', id, { kind, names, parts: [part] }));
    this.ids.set(name, id);
    return id;
  }
}

/** Who is said to have said it, and no more: a file gives neither mode nor basis. */
const ladderFor = (partyId: string): Ladder => [
  { partyId, unnamed: null, role: null, mode: 'indirect', basis: ['not stated'], basisNote: null },
];

/** A finding without a day speaks for the day of the import. */
function findingFor(state: CaseState, id: string, { finding }: PlannedClaim, today: string) {
  if (!finding) return null;
  const tidied = tidyFinding(state, id, { ...finding, asOf: finding.asOf ?? today });
  if ('refused' in tidied) return tidied;
  return { ...tidied, warnings: warningsFor(state, id, finding).map(({ code }) => code) };
}

function changesFor(
  state: CaseState,
  planned: ImportClaims['claims'][number],
  made: {
    readonly id: string;
    readonly noteId: string;
    readonly ref: string;
    readonly people: People;
    readonly today: string;
  },
): Change[] | Refusal {
  const { id, noteId, ref, people, today } = made;
  const bad = planned.anchors.map((anchor) => checkAnchor(state, anchor)).find((refusal) => refusal !== null);
  if (bad) return bad;
  const { skip, ...fields } = planned.fields;
  const tidied = tidyClaim(state, fields);
  if ('refused' in tidied) return tidied;
  const finding = findingFor(state, id, planned, today);
  if (finding && 'refused' in finding) return finding;
  const { speaker } = planned;
  const ladder = speaker && ladderFor(people.idOf(speaker.name, speaker.kind, 'speaker'));
  const subjects = planned.subjects.map((name) => people.idOf(name, 'person', 'subject'));
  const note = orNull(planned.note);
  return [
    create('claim', id, {
      ...tidied,
      ref,
      anchors: distinctSpans(planned.anchors),
      ladder,
      subjects: [...new Set(subjects)],
      skip,
      finding,
    }),
    ...(note === null ? [] : [create('note', noteId, { claimId: id, kind: 'note', text: note })]),
  ];
}

/**
 * Makes claims of another file's, all in one batch: new references, speakers and subjects matched by
 * their exact names or made. Refused as a whole when one of them cannot be made.
 */
export const importClaims: Command<ImportClaims> = (state, { claims }, context) => {
  if (claims.length === 0) return refuse('nothing-to-import');
  const refs = nextRefs(state, 'claim', context.actor, claims.length);
  const people = new People(state, () => context.newId());
  const changes: Change[] = [];
  for (const [at, planned] of claims.entries()) {
    const [id, noteId] = [context.newId(), context.newId()];
    const made = changesFor(state, planned, {
      id,
      noteId,
      ref: refs[at] ?? '',
      people,
      today: context.today(),
    });
    if ('refused' in made) return made;
    changes.push(...made);
  }
  return [...people.made, ...changes];
};
