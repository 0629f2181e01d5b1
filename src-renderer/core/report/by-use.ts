import { USES } from '../model/claim.ts';
import type { Item } from '../model/item.ts';
import { markOf, statusWords } from './claim-finding.ts';
import type { ReportLabels } from './labels/report-labels.ts';
import type { ReportModel, ReportUse } from './report-model.ts';
import { joined, term } from './wording.ts';

function useOf(claim: Item<'claim'>, labels: ReportLabels): ReportUse {
  return {
    key: claim.id,
    ref: claim.ref,
    statement: claim.statement,
    mark: markOf(claim),
    status: statusWords(claim, labels),
    wording: claim.use?.wording ?? '',
    why: joined([claim.finding?.rationale, claim.finding?.part], '\n'),
  };
}

/** The claims by what the editor may do with them; those nobody decided on come last. */
export function byUse(claims: readonly Item<'claim'>[], labels: ReportLabels): ReportModel['uses'] {
  const group = (label: string, kind: string | null) => ({
    label: label.charAt(0).toLocaleUpperCase(labels.locale) + label.slice(1),
    claims: claims.filter(({ use }) => (use?.kind ?? null) === kind).map((claim) => useOf(claim, labels)),
  });
  return [
    ...USES.map((kind) => group(term(labels.use, kind), kind)),
    group(labels.lines.undecided, null),
  ].filter((each) => each.claims.length > 0);
}
