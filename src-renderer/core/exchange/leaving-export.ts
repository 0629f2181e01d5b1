import { withShownRefs } from '../merge/ambiguous-refs.ts';
import type { CaseState } from '../model/case-state.ts';
import { type Leaving, leavingCase } from '../protection/leaving.ts';
import { buildExport, type BuiltExport, type ExportSetup, publicFlow } from './build-export.ts';
import type { Flow } from './flow/block.ts';

/** A case that is to leave in another program's format. */
export type CaseToExport = {
  readonly state: CaseState;
  readonly texts: ReadonlyMap<string, string>;
  readonly language: 'en' | 'ar';
};

/**
 * The case as it may leave for readers of this language, who checked it not named either;
 * references that two items bear are told apart.
 */
export function leavingForOthers({ state, texts, language }: CaseToExport): Leaving {
  const leaving = leavingCase(state, texts, { language, hidesActors: true });
  return { ...leaving, state: withShownRefs(leaving.state) };
}

/** An export as text, from the case as it is. */
export const leavingText = (given: CaseToExport, setup: ExportSetup): BuiltExport =>
  buildExport(leavingForOthers(given), setup);

/** The report that may reach anybody, for a Word document. */
export const leavingFlow = (
  given: CaseToExport,
  setup: Pick<ExportSetup, 'claimIds' | 'today' | 'language'>,
): Flow => publicFlow(leavingForOthers(given), setup);
