import type { Absorbed } from '../journal/absorb.ts';
import type { Entropy, Tip } from '../journal/append.ts';
import type { Entry } from '../journal/entry.ts';
import { fold } from '../journal/fold.ts';
import { stateOf } from '../model/case-state.ts';
import type { Refusal } from '../ports/command.ts';
import { type Destroyed, destroyed } from './destroyed.ts';
import { type PurgePlan, planPurge } from './plan-purge.ts';
import type { ToPurge } from './purge-scope.ts';
import { writeAndAbsorb } from './take-in.ts';

/** This copy's journal, where it stands, and what is to go from it. */
export type CopyToPurge = {
  readonly held: readonly Entry[];
  readonly tip: Tip;
  readonly asked: ToPurge;
};

/** What a purge would take, without how: plain data for the person to read. */
export type PurgePreview = Omit<PurgePlan, 'changes'>;

/** All that storing and showing a purge needs; plain data. */
export type PurgedCopy = Pick<Absorbed, 'added' | 'erased' | 'changed' | 'removed' | 'tip'> & {
  readonly destroyed: Destroyed;
};

const planned = ({ held, asked }: Omit<CopyToPurge, 'tip'>, { newId }: Entropy): PurgePlan | Refusal =>
  planPurge(held, stateOf(fold(held).values()), asked, newId);

/** What purging would take; refused as `planPurge` says. */
export function previewPurge(copy: Omit<CopyToPurge, 'tip'>, entropy: Entropy): PurgePreview | Refusal {
  const plan = planned(copy, entropy);
  if ('refused' in plan) return plan;
  const { changes: _, ...preview } = plan;
  return preview;
}

/** Plans a purge and writes it into the journal; refused as `planPurge` says. Nothing is stored. */
export function purgeCopy(copy: CopyToPurge, entropy: Entropy): PurgedCopy | Refusal {
  const plan = planned(copy, entropy);
  if ('refused' in plan) return plan;
  const absorbed = writeAndAbsorb(copy.held, copy.tip, plan.changes, entropy);
  const { added, erased, changed, removed, tip } = absorbed;
  return { added, erased, changed, removed, tip, destroyed: destroyed(absorbed) };
}
