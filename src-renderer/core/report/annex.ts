import type { CaseState } from '../model/case-state.ts';
import type { Credibility } from '../model/grading.ts';
import type { Item } from '../model/item.ts';
import { compareRefs } from '../model/refs.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { gapsOfItem } from './capture-gaps.ts';
import { evidenceItem, gradeWords, type Wording } from './claim-evidence.ts';
import type { ReportLabels } from './labels/report-labels.ts';
import type { ReportAnnexItem } from './report-model.ts';
import { isolated, joined, term } from './wording.ts';

/** What an item's grade is for one claim, '' outside full grading. */
function gradeFor(
  state: CaseState,
  evidenceId: string,
  credibility: Credibility | null,
  labels: ReportLabels,
): string {
  const evidence = state.evidence.get(evidenceId);
  return evidence ? gradeWords(state, evidence, credibility, labels) : '';
}

type Bearings = Map<string, ReportAnnexItem['bearings'][number][]>;

function bearingsOf(state: CaseState, claims: readonly Item<'claim'>[], { labels }: Wording): Bearings {
  const found: Bearings = new Map();
  for (const claim of claims) {
    for (const { evidenceId, stance, locator, note, credibility } of assessmentsOf(state, claim.id)) {
      const where = locator ? `${term(labels.locator, locator.kind)} ${isolated(locator.value, labels)}` : '';
      const list = found.get(evidenceId) ?? [];
      found.set(evidenceId, list);
      list.push({
        key: claim.id,
        ref: claim.ref,
        stance: term(labels.stance, stance),
        note: joined([
          where,
          gradeFor(state, evidenceId, credibility, labels),
          note && isolated(note, labels),
        ]),
      });
    }
  }
  return found;
}

/** Each item that bears on the claims, by reference, with what it bears on. */
export function annexOf(
  state: CaseState,
  claims: readonly Item<'claim'>[],
  pictures: ReadonlySet<string>,
  wording: Wording,
): ReportAnnexItem[] {
  const bearings = bearingsOf(state, claims, wording);
  return [...bearings.keys()]
    .flatMap((id) => state.evidence.get(id) ?? [])
    .sort((a, b) => compareRefs(a.ref, b.ref))
    .map((evidence) => ({
      ...evidenceItem(state, evidence, pictures, wording),
      gaps: gapsOfItem(state, evidence, wording.labels),
      bearings: bearings.get(evidence.id) ?? [],
    }));
}
