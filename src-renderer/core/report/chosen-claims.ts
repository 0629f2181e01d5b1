import type { CaseState } from '../model/case-state.ts';
import { PRIORITIES, USES } from '../model/claim.ts';
import { STATUSES } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import { compareRefs } from '../model/refs.ts';
import { statusOf } from '../finding/status-of.ts';
import type { ReportOrder, ReportSetup } from './setup.ts';

type Key = (claim: Item<'claim'>, documents: readonly string[]) => readonly number[];

const place = <T>(values: readonly T[], value: T): number => {
  const at = values.indexOf(value);
  return at < 0 ? values.length : at;
};

const KEYS: { readonly [O in ReportOrder]: Key } = {
  reference: () => [],
  article: ({ anchors: [first] }, documents) =>
    first ? [place(documents, first.documentId), first.start] : [documents.length, 0],
  priority: ({ priority }) => [place(PRIORITIES, priority)],
  status: (claim) => (claim.skip ? [STATUSES.length] : [place(STATUSES, statusOf(claim).status)]),
  use: ({ use }) => [use ? place(USES, use.kind) : USES.length],
};

const byKeys = (a: readonly number[], b: readonly number[]): number => {
  for (const [at, left] of a.entries()) {
    const difference = left - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The claims that a report holds, in its order; claims with equal places stand by reference. */
export function chosenClaims(state: CaseState, { claimIds, order, product }: ReportSetup): Item<'claim'>[] {
  const documents = [...state.document.keys()];
  const wanted = claimIds === null ? null : new Set(claimIds);
  const claims = [...state.claim.values()]
    .filter(({ id, mergedInto }) => mergedInto === null && (wanted === null || wanted.has(id)))
    .map((claim) => ({ claim, key: KEYS[order](claim, documents) }))
    .sort((a, b) => byKeys(a.key, b.key) || compareRefs(a.claim.ref, b.claim.ref))
    .map(({ claim }) => claim);
  return product === 'claim' ? claims.slice(0, 1) : claims;
}
