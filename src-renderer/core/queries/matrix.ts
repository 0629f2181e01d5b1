import { sourcesIn } from '../finding/origins.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Stance } from '../model/claim-parts.ts';
import type { Item } from '../model/item.ts';
import { partyName } from '../model/names.ts';
import { compareRefs } from '../model/refs.ts';
import type { ClaimRow } from './claim-row.ts';
import { assessmentsByClaim, NONE } from './indexes.ts';

/** An evidence item as a column; items of one voice stand side by side and count as one. */
export type MatrixColumn = {
  readonly evidence: Item<'evidence'>;
  /** Key of its voice (core/finding/origins). */
  readonly voice: string;
  /** Name of the party or origin behind it, '' when nobody said yet. */
  readonly origin: string;
  /** First of its voice: a line is drawn before it. */
  readonly first: boolean;
};

/** A claim as a row; `cells`: what each evidence item says to it, by the item's id. */
export type MatrixRow = {
  readonly row: ClaimRow;
  readonly cells: ReadonlyMap<string, Stance>;
};

export type Matrix = { readonly columns: readonly MatrixColumn[]; readonly rows: readonly MatrixRow[] };

function nameOf(state: CaseState, { originId }: Item<'evidence'>): string {
  const origin = originId === null ? undefined : state.origin.get(originId);
  if (!origin) return '';
  return (origin.partyId === null ? '' : partyName(state, origin.partyId)) || origin.name;
}

function columnsOf(state: CaseState, used: ReadonlySet<string>): MatrixColumn[] {
  const sources = sourcesIn(state);
  const columns = [...state.evidence.values()]
    .filter(({ id }) => used.has(id))
    .map((evidence) => {
      const source = sources.get(evidence.id);
      return {
        evidence,
        voice: source?.key ?? '',
        unknown: source?.unknown ?? true,
        origin: nameOf(state, evidence),
      };
    })
    // Those of which nobody said where they come from stand last: they are one voice at most.
    .sort(
      (a, b) =>
        Number(a.unknown) - Number(b.unknown) ||
        a.origin.localeCompare(b.origin) ||
        (a.voice < b.voice ? -1 : a.voice > b.voice ? 1 : 0) ||
        compareRefs(a.evidence.ref, b.evidence.ref),
    );
  return columns.map(({ evidence, voice, origin }, at) => ({
    evidence,
    voice,
    origin,
    first: columns[at - 1]?.voice !== voice,
  }));
}

/**
 * Claims × evidence: which item says what to which claim. Only claims with evidence have a row, only
 * evidence that bears on one of them a column; the rows come in the order given.
 */
export function matrixOf(state: CaseState, claims: readonly ClaimRow[]): Matrix {
  const assessments = assessmentsByClaim(state.assessment);
  const used = new Set<string>();
  const rows = claims.flatMap((row): MatrixRow[] => {
    const cells = new Map<string, Stance>();
    for (const { evidenceId, stance } of assessments.get(row.id) ?? NONE) {
      if (!state.evidence.has(evidenceId)) continue;
      cells.set(evidenceId, stance);
      used.add(evidenceId);
    }
    return cells.size === 0 ? [] : [{ row, cells }];
  });
  return { columns: columnsOf(state, used), rows };
}
