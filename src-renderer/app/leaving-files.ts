import type { CaseState } from '#core/model/case-state.ts';
import { partyHeld } from '#core/protection/needles.ts';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import { guardOf } from '#core/protection/guard.ts';
import type { Leaves } from '#core/release/new-release.ts';
import type { Params } from '#contract/methods.ts';
import type { FilePlace, Leak, LeftFile } from '#core/ports/finished-file.ts';
import { HostError } from '#renderer/platform/host.ts';
import { Failure } from './failures.ts';
import { keepRelease } from './releasing.ts';
import type { OpenedCase } from './session.ts';

const nameOf = (state: CaseState, itemId: string): string =>
  partyHeld(state, itemId)?.names[0]?.text ??
  state.detail.get(itemId)?.words ??
  state.actor.get(itemId)?.alias ??
  '';

/** Whom a finished file would have named, and where: for the person alone, who knows the name. */
function leakIn(part: string, state: CaseState): { readonly name: string; readonly place: string } {
  // Written by this program's own main process.
  const { itemId, place } = JSON.parse(part) as Leak;
  return { name: nameOf(state, itemId), place: JSON.stringify(place satisfies FilePlace) };
}

/** A file that was stopped because it names somebody protected, in a failure that says so. */
export function leakFailure(error: unknown, state: CaseState): unknown {
  if (!(error instanceof HostError && error.code === 'export-leaks' && error.part !== null)) return error;
  return new Failure('export-leaks-at', error.message, { detail: leakIn(error.part, state), cause: error });
}

/** What the main process is told to check a file for. */
export type SentGuard = Params<'export.text'>['guard'];

/**
 * Lets a file leave that was made from this state of the case: `write` has it made and checked, and
 * it is kept among the releases (`opened` null: the sample keeps none). `hidesCheckers`: the file may not
 * name who checked. Null: the person changed their mind.
 */
export async function leaveAs(
  {
    opened,
    state,
    leaves,
    hidesCheckers,
  }: { opened: OpenedCase | null; state: CaseState; leaves: Leaves; hidesCheckers: boolean },
  write: (guard: SentGuard) => Promise<LeftFile | null>,
): Promise<FinishedExport | null> {
  const seen = opened?.desk.open.seen ?? {};
  const { needles, watched } = guardOf(state, hidesCheckers);
  const file = await write({ needles: [...needles], watched: [...watched] }).catch((error: unknown) => {
    throw leakFailure(error, state);
  });
  return file && { ...file, release: await keepRelease(opened, { seen, leaves }, file) };
}
