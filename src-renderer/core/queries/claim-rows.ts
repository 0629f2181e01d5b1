import { type Source, sourcesIn } from '../finding/origins.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { affiliationsIn } from '../model/names.ts';
import { type ClaimRow, type RowInputs, rowOf } from './claim-row.ts';
import { sameDue } from './due.ts';
import { dependsOnChanged } from './depends-on-changed.ts';
import { assessmentsByClaim, checksByClaim, NONE, notesByClaim } from './indexes.ts';
import { pause } from '../pause.ts';
import { memoised } from './memo.ts';
import { inheritedFrom, type PassageFinder, passageFinder } from './passage-around.ts';

export type { ClaimRow } from './claim-row.ts';

/** What rows are looked up in, fetched once for all of them. */
type Lookups = {
  readonly assessments: ReadonlyMap<string, readonly Item<'assessment'>[]>;
  readonly notes: ReadonlyMap<string, readonly Item<'note'>[]>;
  readonly checks: ReadonlyMap<string, readonly Item<'check'>[]>;
  readonly passage: PassageFinder;
  readonly sources: ReadonlyMap<string, Source>;
  readonly parties: CaseState['party'];
  readonly documents: CaseState['document'];
  readonly affiliations: ReadonlyMap<string, string>;
};

const NO_SOURCE: Source = { key: '', unknown: true, party: null };

function speakerOf(claim: Item<'claim'>, passage: Item<'passage'> | null, parties: CaseState['party']) {
  const ladder = claim.ladder ?? passage?.ladder ?? NONE;
  for (let at = ladder.length - 1; at >= 0; at -= 1) {
    const party = parties.get(ladder[at]?.partyId ?? '');
    if (party) return party;
  }
  return null;
}

function inputsOf(claim: Item<'claim'>, changed: boolean, look: Lookups): RowInputs {
  const assessments = look.assessments.get(claim.id) ?? NONE;
  const passage = inheritedFrom(claim, look.passage);
  return {
    assessments,
    sources: assessments.map(({ evidenceId }) => look.sources.get(evidenceId) ?? NO_SOURCE),
    notes: look.notes.get(claim.id) ?? NONE,
    checks: look.checks.get(claim.id) ?? NONE,
    passage,
    speaker: speakerOf(claim, passage, look.parties),
    changed,
    documents: look.documents,
    affiliations: look.affiliations,
  };
}

const sameInputs = (a: RowInputs, b: RowInputs) =>
  a.assessments === b.assessments &&
  a.notes === b.notes &&
  a.checks === b.checks &&
  a.passage === b.passage &&
  a.speaker === b.speaker &&
  a.changed === b.changed &&
  a.documents === b.documents &&
  a.affiliations === b.affiliations &&
  a.sources.every((source, at) => source === b.sources[at]);

const sameRow = (a: ClaimRow, b: ClaimRow) =>
  (Object.keys(a) as (keyof ClaimRow)[]).every((field) =>
    field === 'due' ? sameDue(a.due, b.due) : a[field] === b[field],
  );

const lastRows = new WeakMap<Item<'claim'>, { inputs: RowInputs; row: ClaimRow }>();

/** The row as last time unless something it is made of has changed. */
function heldRow(claim: Item<'claim'>, inputs: RowInputs): ClaimRow {
  const last = lastRows.get(claim);
  if (last && sameInputs(last.inputs, inputs)) return last.row;
  const made = rowOf(claim, inputs);
  const row = last && sameRow(last.row, made) ? last.row : made;
  lastRows.set(claim, { inputs, row });
  return row;
}

type Maker = (claim: Item<'claim'>, changed: boolean) => ClaimRow;

/**
 * Makes rows while nothing but claims changes: then the row of an unchanged claim is only fetched,
 * which is what makes typing in a case of 10,000 claims cheap.
 */
const makerFor = memoised(
  (
    assessment: CaseState['assessment'],
    note: CaseState['note'],
    check: CaseState['check'],
    passage: CaseState['passage'],
    evidence: CaseState['evidence'],
    origin: CaseState['origin'],
    party: CaseState['party'],
    document: CaseState['document'],
  ): Maker => {
    const look: Lookups = {
      assessments: assessmentsByClaim(assessment),
      notes: notesByClaim(note),
      checks: checksByClaim(check),
      passage: passageFinder({ passage }),
      sources: sourcesIn({ evidence, origin, party }),
      parties: party,
      documents: document,
      affiliations: affiliationsIn({ party }),
    };
    const made = new WeakMap<Item<'claim'>, ClaimRow>();
    return (claim, changed) => {
      const held = made.get(claim);
      if (held?.changed === changed) return held;
      const row = heldRow(claim, inputsOf(claim, changed, look));
      made.set(claim, row);
      return row;
    };
  },
);

const lists = new WeakMap<CaseState, readonly ClaimRow[]>();

/** Rows made in one go: a few milliseconds. */
const PART = 500;

/** Makes the rows of all claims in parts, so that asking for them is quick afterwards. */
export async function readyRows(state: CaseState): Promise<void> {
  const make = makerOf(state);
  await pause();
  const flagged = dependsOnChanged(state);
  let made = 0;
  for (const claim of state.claim.values()) {
    if (claim.mergedInto !== null) continue;
    make(claim, flagged.has(claim.id));
    made += 1;
    if (made % PART === 0) await pause();
  }
}

function makerOf({ assessment, note, check, passage, evidence, origin, party, document }: CaseState): Maker {
  return makerFor(assessment, note, check, passage, evidence, origin, party, document);
}

/** The rows of all claims but the merged ones, in the order they were made; built once a change. */
export function claimRows(state: CaseState): readonly ClaimRow[] {
  const held = lists.get(state);
  if (held) return held;
  const make = makerOf(state);
  const flagged = dependsOnChanged(state);
  const rows: ClaimRow[] = [];
  for (const claim of state.claim.values()) {
    if (claim.mergedInto === null) rows.push(make(claim, flagged.has(claim.id)));
  }
  lists.set(state, rows);
  return rows;
}
