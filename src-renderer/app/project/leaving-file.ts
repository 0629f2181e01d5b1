import type { Entry } from '#core/journal/entry.ts';
import { namedBy } from '#core/merge/destroyed.ts';
import { partOf } from '#core/merge/part-of.ts';
import { redactedCopy } from '#core/merge/redacted-copy.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { FileScope } from '#core/exchange/project-file/case-file.ts';
import { leakIn } from '#core/protection/leaks-in.ts';
import { type Leaving, leavingCase } from '#core/protection/leaving.ts';
import { needlesOf, standIn } from '#core/protection/needles.ts';
import { type Leaves, leavesOf } from '#core/release/new-release.ts';
import { Failure } from '../failures.ts';
import { actorChange } from '../founding.ts';
import type { Host } from '#renderer/platform/host.ts';
import { ENTROPY } from '../open-case.ts';
import type { OpenedCase } from '../session.ts';
import { useCustody } from '#renderer/state/custody-store.ts';
import { type FileRef, fileRefsIn } from './file-refs.ts';

/** What goes into a project file. */
export type LeavingFile = {
  readonly scope: FileScope;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly texts: ReadonlyMap<string, string>;
  readonly files: readonly FileRef[];
  /** Files that should have gone along and could not: altered or lost on this laptop. */
  readonly without: number;
  /** The case as its readers will find it. */
  readonly state: CaseState;
  readonly replaced: Leaving['replaced'];
};

const titleOf = (state: CaseState): string => state.case.get(CASE_ITEM_ID)?.title ?? '';

/** The open case, or these claims of it with what they rest on. */
export async function leavingOf(
  host: Host,
  { desk, caseId }: OpenedCase,
  claimIds: readonly string[] | null,
): Promise<LeavingFile> {
  await desk.open.settled();
  const { state } = desk.open;
  const journal = await desk.open.journal();
  const part = claimIds === null ? null : partOf(journal, state, claimIds);
  const entries = part?.entries ?? journal;
  const texts = new Map<string, string>();
  for (const id of namedBy(entries).documents) {
    const text = await desk.open.text(id);
    if (text !== null) texts.set(id, text);
  }
  const { quarantined } = useCustody.getState();
  // What was altered is no evidence, and what is lost cannot go along: a copy of the case leaves without.
  const named = fileRefsIn(entries);
  const held = named.filter(({ sha256 }) => !quarantined.has(sha256));
  const sha256s = held.map(({ sha256 }) => sha256);
  const missing = new Set((await host.call('evidence.missing', { caseId, sha256s })).sha256s);
  const files = held.filter(({ sha256 }) => !missing.has(sha256));
  return {
    scope: part ? 'part' : 'whole',
    title: titleOf(state),
    entries,
    texts,
    files,
    without: named.length - files.length,
    state,
    replaced: [],
  };
}

/**
 * The same for somebody who must not read protected names: bodies that hold any are withheld and
 * said again without them, texts are rewritten, evidence files stay here, since no name can be
 * replaced in those, and their hashes with them. Rejects with `export-leaks` when a protected spelling is found in the result.
 */
export function redactedFile(whole: LeavingFile, state: CaseState, alias: string): LeavingFile {
  const leaving = leavingCase(state, whole.texts, { language: 'en', hidesFiles: true });
  const { entries } = redactedCopy(whole.entries, leaving.redact, ENTROPY, (actor) => [
    actorChange(actor, alias),
  ]);
  const redacted: LeavingFile = {
    scope: 'redacted',
    title: titleOf(leaving.state),
    entries,
    texts: leaving.texts,
    files: [],
    without: 0,
    state: leaving.state,
    replaced: leaving.replaced,
  };
  if (leakIn(redacted, needlesOf(state)))
    throw new Failure('export-leaks', 'A protected name was found in what would leave.');
  return redacted;
}

const KINDS = { whole: 'project', part: 'project-part', redacted: 'project-redacted' } as const;

/** What a project file is as a release. */
export const leavesOfFile = (
  { scope, state, replaced }: LeavingFile,
  claimIds: readonly string[] | null,
): Leaves => leavesOf({ state, replaced }, { kind: KINDS[scope], audience: 'colleagues', claimIds });

/** Parties whose names can be read in a project file; `state`: the case with all names. */
export function namedIn({ scope, entries }: LeavingFile, state: CaseState): string[] {
  const ids = new Set<string>();
  for (const { body } of entries) if (body?.entity === 'party') ids.add(body.entityId);
  return [...ids].filter((id) => {
    const party = state.party.get(id);
    return party !== undefined && (scope !== 'redacted' || standIn(party) === null);
  });
}
