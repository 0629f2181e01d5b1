import type { Change } from '#core/journal/entry.ts';
import { seedChanges } from '#core/exchange/case-folder.ts';
import { appendChanges } from '#core/journal/append.ts';
import { applyEntries, type CaseState, EMPTY_CASE } from '#core/model/case-state.ts';
import type { Host } from '#renderer/platform/host.ts';
import { contextFor } from './desk.ts';
import { Failure } from './failures.ts';
import { ENTROPY } from './open-case.ts';

export type SeedContent = {
  readonly changes: readonly Change[];
  readonly texts: ReadonlyMap<string, string>;
};

/** The sample's content as changes that a case of `actor` would make of it. */
export async function readSampleContent(host: Host, actor: string): Promise<SeedContent> {
  const { article, caseJson } = await host.call('sample.read', {});
  try {
    return seedChanges(caseJson, article, contextFor(actor));
  } catch (error) {
    throw new Failure('sample-damaged', 'The sample case cannot be read.', { cause: error });
  }
}

/** The state those changes leave, without storing anything. */
export function stateFrom(changes: readonly Change[]): CaseState {
  const tip = { actor: ENTROPY.newId(), seen: {}, prev: null, at: null };
  return applyEntries(EMPTY_CASE, appendChanges(tip, changes, ENTROPY).entries).state;
}
