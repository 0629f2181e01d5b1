import type { Entry } from '../journal/entry.ts';
import { fold, itemKey } from '../journal/fold.ts';
import type { FoldedItem } from '../journal/folded.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { type ChainFault, verifyChains } from '../journal/verify-chain.ts';

/** What a look at the whole case found. */
export type CaseCheck = {
  /** Where the history stops being what its authors wrote. */
  readonly faults: readonly ChainFault[];
  /** How many rows are not what the history stands for: altered, missing, or put back from before. */
  readonly wrongRows: number;
};

/** Verifies the chains of a journal and holds the rows against its fold (DESIGN 3). */
export function checkCase(entries: readonly Entry[], rows: readonly FoldedItem[]): CaseCheck {
  const faults = verifyChains(entries);
  // The fold of an altered history proves nothing about the rows.
  if (faults.length > 0) return { faults, wrongRows: 0 };
  const folded = fold(entries);
  let wrongRows = 0;
  for (const row of rows) {
    const key = itemKey(row.entity, row.id);
    const meant = folded.get(key);
    if (!meant || canonicalJson(meant) !== canonicalJson(row)) wrongRows += 1;
    folded.delete(key);
  }
  return { faults, wrongRows: wrongRows + folded.size };
}
